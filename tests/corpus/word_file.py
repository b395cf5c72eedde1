"""The corpus as Word files, written as XML: as Word, WPS and people with their habits make them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from tests.corpus.original import Kind, Line, Original, lines_of_original
from tests.corpus.word_lists import Numbers, lists_of
from tests.corpus.word_package import package
from tests.corpus.word_runs import DECOY, Habits, deleted, inline, run

HABITS = {
    "typed": Habits(cut=True),
    "numbered": Habits(Numbers.DIRECT, cut=True),
    "heading-styles": Habits(Numbers.STYLES, cut=True, contents="field"),
    "list-style": Habits(Numbers.LIST_STYLE, contents="control"),
    "overridden": Habits(Numbers.OVERRIDDEN, contents="styled"),
    "wps": Habits(wps=True),
    "wps-numbered": Habits(Numbers.SINGLE, wps=True, contents="control"),
    "strict": Habits(Numbers.DIRECT, strict=True),
    "strict-typed": Habits(strict=True, controls=True, nested=True, revised=True),
    "revised": Habits(revised=True),
    "revised-numbered": Habits(Numbers.DIRECT, revised=True),
    "controls": Habits(controls=True, contents="control"),
    "controls-numbered": Habits(Numbers.STYLES, controls=True, nested=True, contents="control"),
    "hidden": Habits(hidden=True, boxes=True),
    "fields": Habits(Numbers.DIRECT, fields=True, boxes=True, contents="field"),
    "everything": Habits(
        Numbers.DIRECT,
        cut=True,
        revised=True,
        controls=True,
        nested=True,
        hidden=True,
        fields=True,
        boxes=True,
        contents="control",
    ),
}
_CENTRED = {Kind.TITLE, Kind.CONTENTS_HEAD}
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/><w:basedOn w:val="a"/></w:style>'
)


def word_file(original: Original, name: str) -> bytes:
    """The original as a .docx file in one of the HABITS."""
    habits = HABITS[name]
    lists = lists_of(original, habits.numbers)
    body = _Body(habits, lists.properties, Random(f"{original.name}-{name}"))
    return package(body.of(original), _STYLES + lists.styles, lists.numbering, strict=habits.strict)


class _Body:
    """Writes the paragraphs of one document."""

    def __init__(self, habits: Habits, numbers: dict[int, str], chance: Random) -> None:
        self._habits = habits
        self._numbers = numbers
        self._chance = chance

    def of(self, original: Original) -> str:
        lines = list(lines_of_original(original))
        contents = [line for line in lines if line.kind in {Kind.CONTENTS_HEAD, Kind.CONTENTS}]
        told = []
        for line in lines:
            if line in contents:
                told.append(self._contents(contents) if line is contents[0] else "")
            else:
                told.append(self._block(line))
        return "".join(told)

    def _block(self, line: Line) -> str:
        if line.kind is Kind.ROWS:
            return self._table(line.rows)
        if self._habits.boxes and line.kind is Kind.TEXT and self._chance.random() < 0.5:
            return _box(self._paragraph(line))
        block = self._paragraph(line)
        if self._habits.controls and self._chance.random() < 0.4:
            block = _block_control(block)
        if self._habits.revised and self._chance.random() < 0.3:
            block = self._removed(line) + block
        if self._habits.hidden and self._chance.random() < 0.2:
            block += _paragraph("<w:rPr><w:vanish/></w:rPr>", run(DECOY, "<w:vanish/>"))
        return block

    def _properties(self, line: Line) -> str:
        if line.item is not None and id(line.item) in self._numbers:
            return self._numbers[id(line.item)]
        return '<w:pStyle w:val="a3"/><w:jc w:val="center"/>' if line.kind in _CENTRED else ""

    def _words(self, line: Line) -> str:
        typed = line.item is not None and id(line.item) not in self._numbers
        return line.label + line.words if typed else line.words

    def _paragraph(self, line: Line) -> str:
        """The paragraph; in a revised file it may have been two, whose mark between them was deleted."""
        words, properties = self._words(line), self._properties(line)
        bold = "<w:b/>" if line.item is not None and line.item.children else ""
        if self._habits.revised and len(words) > 8 and self._chance.random() < 0.2:
            mark = f'{properties}<w:rPr><w:del w:id="9" w:author="甲"/></w:rPr>'
            return _paragraph(mark, self._inline(words[:5], bold)) + _paragraph(
                properties, self._inline(words[5:], bold)
            )
        return _paragraph(properties, self._inline(words, bold))

    def _inline(self, words: str, properties: str = "") -> str:
        return inline(words, self._habits, self._chance, properties)

    def _removed(self, line: Line) -> str:
        """A paragraph that was deleted, or moved away, with its mark and its number."""
        properties = f'{self._properties(line)}<w:rPr><w:del w:id="5" w:author="甲"/></w:rPr>'
        if self._chance.random() < 0.5:
            return _paragraph(properties, deleted(DECOY))
        return (
            '<w:moveFromRangeStart w:id="30" w:name="段"/>'
            + _paragraph(
                properties.replace("w:del ", "w:moveFrom "),
                f'<w:moveFrom w:id="31" w:author="甲">{run(DECOY)}</w:moveFrom>',
            )
            + '<w:moveFromRangeEnd w:id="30"/>'
        )

    def _table(self, rows: tuple[tuple[str, ...], ...]) -> str:
        grid = "".join('<w:gridCol w:w="1700"/>' for _ in rows[0])
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(self._rows(rows))}</w:tbl>"

    def _rows(self, rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
        for row in rows:
            if self._habits.revised and self._chance.random() < 0.3:
                cells = "".join(f"<w:tc>{_paragraph('', deleted(DECOY))}</w:tc>" for _ in row)
                yield f'<w:tr><w:trPr><w:del w:id="6" w:author="甲"/></w:trPr>{cells}</w:tr>'
            told = f"<w:tr>{''.join(self._cell(words) for words in row)}</w:tr>"
            yield _block_control(told) if self._habits.controls and self._chance.random() < 0.3 else told

    def _cell(self, words: str) -> str:
        paragraph = _paragraph("", self._inline(words))
        if self._habits.controls and self._chance.random() < 0.4:
            return self._chance.choice(
                (f"<w:tc>{_block_control(paragraph)}</w:tc>", _block_control(f"<w:tc>{paragraph}</w:tc>"))
            )
        return f"<w:tc>{paragraph}</w:tc>"

    def _contents(self, lines: list[Line]) -> str:
        """目录: typed with tabs, in the styles of Word, as a field, or as a field in the gallery's content control."""
        way = self._habits.contents
        entries = [self._entry(line, styled=way != "typed") for line in lines if line.kind is Kind.CONTENTS]
        if way in {"field", "control"}:
            begin = (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h </w:instrText></w:r>'
            )
            entries[0] = entries[0].replace("<w:r>", f'{begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>', 1)
            entries.append(_paragraph("", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
        told = self._paragraph(lines[0]) + "".join(entries)
        if way != "control":
            return told
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{told}</w:sdtContent></w:sdt>"

    def _entry(self, line: Line, *, styled: bool) -> str:
        style = f'<w:pStyle w:val="TOC{line.depth + 1}"/>' if styled else ""
        page = f"<w:r><w:tab/></w:r>{run(str(self._chance.randrange(1, 30)))}"
        words = run(line.label + line.words)
        return _paragraph(
            style, f'<w:hyperlink w:anchor="_Toc1">{words}{page}</w:hyperlink>' if styled else words + page
        )


def _paragraph(properties: str, inside: str) -> str:
    return f'<w:p w:rsidR="00A1" w:rsidRDefault="00B2"><w:pPr>{properties}</w:pPr>{inside}</w:p>'


def _block_control(inside: str) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="11"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def _box(inside: str) -> str:
    """A paragraph without words of its own, and in it a text box, written twice: as a shape and for older programs."""
    shape = (
        '<w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return _paragraph("", f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>")


WORD: dict[str, Callable[[Original], bytes]] = {f"{name}.docx": partial(word_file, name=name) for name in HABITS}
"""By what the file name ends with."""
