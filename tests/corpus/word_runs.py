"""The words of a paragraph as Word stores them: cut into runs, with changes, fields, controls and hidden words between."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from xml.sax.saxutils import escape

from tests.corpus.word_lists import Numbers

DECOY = "另有三项须于4月9日前办结。责任单位：党委办公室。"
"""Words that no reader may give back: deleted, moved away or hidden."""


@dataclass(frozen=True)
class Habits:
    """How a Word file is made; `cut` and `wps` are what a program does, the others what its user does."""

    numbers: Numbers = Numbers.TYPED
    cut: bool = False
    wps: bool = False
    strict: bool = False
    revised: bool = False
    controls: bool = False
    nested: bool = False
    """Whether controls stand in controls, too; LibreOffice loses words then (findings/libreoffice-nested-controls.sh)."""

    hidden: bool = False
    fields: bool = False
    boxes: bool = False
    contents: str = "typed"


def run(words: str, properties: str = "") -> str:
    """A run of the words; tabs and line breaks are elements."""
    told = f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>{properties}</w:rPr>{told}</w:r>'


def deleted(words: str) -> str:
    """Words that were deleted while changes were tracked."""
    return f'<w:del w:id="7" w:author="甲">{run(words).replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")}</w:del>'


def inline(words: str, habits: Habits, chance: Random, properties: str = "") -> str:
    """The content of a paragraph."""
    pieces = _pieces(words, chance) if habits.cut or habits.wps or _is_changed(habits) else [words]
    return "".join(_piece(piece, habits, chance, properties) for piece in pieces)


def _is_changed(habits: Habits) -> bool:
    return habits.revised or habits.controls or habits.hidden or habits.fields


def _pieces(words: str, chance: Random) -> list[str]:
    pieces, at = [], 0
    while at < len(words):
        length = chance.randrange(1, 7)
        pieces.append(words[at : at + length])
        at += length
    return pieces


def _piece(words: str, habits: Habits, chance: Random, properties: str) -> str:
    plain = run(words, properties)
    ways = [plain]
    if habits.cut:
        ways += [
            f'<w:proofErr w:type="spellStart"/>{plain}<w:proofErr w:type="spellEnd"/>',
            f'<w:bookmarkStart w:id="3" w:name="_Toc1"/>{plain}<w:bookmarkEnd w:id="3"/>',
            f'<w:commentRangeStart w:id="1"/>{plain}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
            plain.replace("<w:t ", "<w:lastRenderedPageBreak/><w:t "),
        ]
    if habits.wps:
        ways.append(f'<w:bookmarkStart w:id="0" w:name="_GoBack"/>{plain}<w:bookmarkEnd w:id="0"/>')
    if habits.revised:
        ways += [_inserted(plain), plain + deleted(DECOY), _moved_here(plain), plain + _moved_away(DECOY)]
    if habits.controls:
        ways += [_control(plain), f'<w:smartTag w:element="date">{plain}</w:smartTag>']
        ways.append(f'<w:customXml w:element="甲">{plain}</w:customXml>')
    if habits.nested:
        ways.append(_control(_control(plain)))
    if habits.hidden:
        ways.append(plain + run(DECOY, "<w:vanish/>"))
    if habits.fields:
        ways += [f'<w:hyperlink w:anchor="_Ref1">{plain}</w:hyperlink>', _field("REF _Ref1 \\h", plain)]
        ways.append(f'<w:fldSimple w:instr=" MERGEFIELD 名称 ">{plain}</w:fldSimple>')
    return chance.choice(ways)


def _inserted(inside: str) -> str:
    return f'<w:ins w:id="8" w:author="甲">{inside}</w:ins>'


def _moved_here(inside: str) -> str:
    return (
        f'<w:moveToRangeStart w:id="20" w:name="移"/><w:moveTo w:id="21" w:author="甲">{inside}</w:moveTo>'
        '<w:moveToRangeEnd w:id="20"/>'
    )


def _moved_away(words: str) -> str:
    return (
        f'<w:moveFromRangeStart w:id="22" w:name="移"/><w:moveFrom w:id="23" w:author="甲">{run(words)}</w:moveFrom>'
        '<w:moveFromRangeEnd w:id="22"/>'
    )


def _control(inside: str) -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="内容"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def _field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
