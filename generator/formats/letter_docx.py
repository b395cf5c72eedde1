"""A letter to a branch as a Word file: title, addressee, paragraphs, sender and day.  Same input, same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

_BODY, _TITLE, _NOTE = ("仿宋", 16), ("宋体", 22), ("楷体", 12)
"""Typeface and size in points: 3 号, 2 号 and 小四, as official documents are set."""

_PAGE = {
    "page_width": 210,
    "page_height": 297,
    "top_margin": 37,
    "bottom_margin": 35,
    "left_margin": 28,
    "right_margin": 26,
}
"""A4 in millimetres, with the margins of GB/T 9704-2012."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


class Letter(NamedTuple):
    """A letter; `note` stands above its title and says what it is not."""

    note: str
    title: str
    addressee: str
    paragraphs: tuple[str, ...]
    sender: str
    day: str


def letter_docx(letter: Letter) -> bytes:
    """The letter on A4, to be completed in Word; without a red head, a number or a seal."""
    document = Document()
    for name, size in _PAGE.items():
        setattr(document.sections[0], name, Mm(size))
    _write(document.add_paragraph(), letter.note, _NOTE)
    title = _write(document.add_paragraph(), letter.title, _TITLE)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(document.add_paragraph(), f"{letter.addressee}：", _BODY)
    for text in letter.paragraphs:
        _write(document.add_paragraph(), text, _BODY).paragraph_format.first_line_indent = Pt(2 * _BODY[1])
    for text in (letter.sender, letter.day):
        _write(document.add_paragraph(), text, _BODY).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made = BytesIO()
    document.save(made)
    return _undated(made.getvalue())


def _write(paragraph: Paragraph, text: str, face: tuple[str, int]) -> Paragraph:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = face[0], Pt(face[1])
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face[0])  # noqa: SLF001 - python-docx has no other way to name a Chinese typeface
    return paragraph


def _undated(data: bytes) -> bytes:
    """The same package without the time at which it was packed."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, _EPOCH), source.read(name), ZIP_DEFLATED)
    return packed.getvalue()
