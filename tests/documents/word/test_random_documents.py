"""Random nestings of controls, changes, fields, boxes and tables: every displayed word once, no other word at all."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from generator.documents.outline.parser import parse_manuscript
from generator.documents.source_file import manuscript_of
from generator.model.record import Source

NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
MARKS = (
    "",
    "",
    "<w:rPr><w:del/></w:rPr>",
    "<w:rPr><w:moveFrom/></w:rPr>",
    "<w:rPr><w:vanish/></w:rPr>",
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
)
SHOWN = (
    "<w:ins>{}</w:ins>",
    "<w:moveTo>{}</w:moveTo>",
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:smartTag>{}</w:smartTag>",
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:fldSimple w:instr='REF a'>{}</w:fldSimple>",
    (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    (
        '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice><mc:Fallback><w:r><w:t>丁</w:t></w:r></mc:Fallback>'
        "</mc:AlternateContent>"
    ),
    "<w:r><w:ruby><w:rt><w:r><w:t>丁</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
)
LEFT_OUT = (
    "<w:del>{}</w:del>",
    "<w:moveFrom>{}</w:moveFrom>",
    "<w:fldSimple w:instr='DATE'>{}</w:fldSimple>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
)
BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
AROUND = ("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>")


class Writer:
    """Writes a random body; remembers which words are displayed and which are not."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.shown: list[str] = []
        self.absent: list[str] = ["丁"]
        self._unseen = 0

    @contextmanager
    def unseen(self, really: bool = True) -> Iterator[None]:
        self._unseen += really
        yield
        self._unseen -= really

    def run(self) -> str:
        hidden = self.chance.random() < 0.1
        words = f"甲{len(self.shown) + len(self.absent):05}乙"
        (self.absent if hidden or self._unseen else self.shown).append(words)
        return f"<w:r><w:rPr>{'<w:vanish/>' if hidden else '<w:b/>'}</w:rPr><w:t>{words}</w:t><w:tab/></w:r>"

    def inlines(self, depth: int) -> str:
        return "".join(self.inline(depth - 1) for _ in range(self.chance.randrange(1, 3)))

    def inline(self, depth: int) -> str:
        choice = self.chance.random()
        if depth <= 0 or choice < 0.3:
            return self.run()
        if choice < 0.75:
            return self.chance.choice(SHOWN).format(self.inlines(depth))
        if choice < 0.85 and not self._unseen:
            return BOX.format(self.blocks(depth - 1))
        with self.unseen():
            return self.chance.choice(LEFT_OUT).format(self.inlines(depth))

    def paragraph(self, depth: int) -> str:
        content = "".join(self.inline(depth) for _ in range(self.chance.randrange(4)))
        return f"<w:p><w:pPr>{self.chance.choice(MARKS)}</w:pPr>{content}</w:p>"

    def blocks(self, depth: int) -> str:
        return "".join(self.block(depth) for _ in range(self.chance.randrange(1, 4)))

    def block(self, depth: int) -> str:
        choice = self.chance.random()
        if depth <= 0 or choice < 0.5:
            return self.paragraph(min(depth + 1, 3))
        if choice < 0.7:
            return self.chance.choice(AROUND).format(self.blocks(depth - 1))
        if choice < 0.8:
            with self.unseen():
                return LEFT_OUT[-1].format(self.blocks(depth - 1))
        return f"<w:tbl>{''.join(self.row(depth) for _ in range(self.chance.randrange(1, 3)))}</w:tbl>"

    def row(self, depth: int) -> str:
        gone = self.chance.random() < 0.15
        with self.unseen(gone):
            cells = "".join(self.cell(depth) for _ in range(self.chance.randrange(1, 4)))
        return f"<w:tr><w:trPr>{'<w:del/>' if gone else ''}</w:trPr>{cells}</w:tr>"

    def cell(self, depth: int) -> str:
        gone = self.chance.random() < 0.1
        with self.unseen(gone):
            cell = f"<w:tc><w:tcPr>{'<w:cellDel/>' if gone else ''}</w:tcPr>{self.blocks(depth - 1)}</w:tc>"
        return AROUND[0].format(cell) if self.chance.random() < 0.2 else cell


@pytest.mark.load
def test_every_displayed_word_is_read_once_and_no_other(
    package: Callable[..., bytes], load: Callable[[int], int]
) -> None:
    for seed in range(load(600)):
        writer = Writer(seed)
        body = f"<w:p><w:r><w:t>丙</w:t></w:r></w:p>{writer.blocks(3)}{writer.blocks(3)}"
        data = package({"document": body, "numbering": NUMBERING}, strict=seed % 2 == 1)
        manuscript, problems = manuscript_of(data, Source("a.docx"))
        assert (problems, manuscript is None) == ([], False), seed
        assert manuscript is not None
        assert [words for words in writer.shown if manuscript.text.count(words) != 1] == [], seed
        assert [words for words in writer.absent if words in manuscript.text] == [], seed
        assert all(0 <= note.start <= len(manuscript.text) for note in manuscript.notes), seed
        assert parse_manuscript(manuscript).written == manuscript.text, seed
