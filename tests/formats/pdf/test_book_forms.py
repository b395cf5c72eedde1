"""Blank forms bound into the book: sheets after their chapter, which links and the list of forms lead to."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from generator.formats.pdf.book import Chapter, Cover, write_handbook
from generator.model.book_matter import BookMatter, ListedForm
from generator.model.book_style import BOOK_STYLES, BookStyle
from generator.model.form_sheet import BlankCell, FormSheet
from tests.pdf_references import references

SHEET = FormSheet(
    id="minutes",
    number="甲01",
    revised="2019年3月1日",
    title="会议记录",
    note="一次一张。",
    answers=("3.1 支部党员大会",),
    blocks=(((BlankCell("日期"), BlankCell("地点")),),),
    signatures=("主持人",),
)
MATTER = BookMatter(forms=(ListedForm("会议记录", "forms/#minutes"),), sheets=(SHEET,), sheets_after="forms/")
CHAPTERS = (
    Chapter(title="空表", path="forms/", level=1, html="<h1>空表</h1><p>先看<a href='#minutes'>记录</a>。</p>"),
    Chapter(title="术语", path="glossary/", level=1, html="<h1>术语</h1><p>应到。</p>"),
)


def pages(file: Path) -> list[str]:
    return ["".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(file)]


@pytest.mark.parametrize("style", BOOK_STYLES.values(), ids=BOOK_STYLES)
def test_sheets_follow_their_chapter_where_the_paper_has_room(tmp_path: Path, cover: Cover, style: BookStyle) -> None:
    file = tmp_path / "book.pdf"
    write_handbook(CHAPTERS, cover, file, matter=MATTER, style=style)
    texts = pages(file)
    chapter = next(number for number, text in enumerate(texts) if "先看记录" in text)
    assert texts[chapter + 1].startswith("表号甲01修订2019年3月1日会议记录") is style.holds_sheets
    assert any("空表目录" in text for text in texts) is style.holds_sheets
    printed = [link for link in references(file) if link.printed]
    assert [link for link in printed if link.printed != link.true] == []
    label = pdfium.PdfDocument(file).get_page_label(chapter + 1)
    assert ("记录", label) in {(link.words, link.true) for link in references(file)} or not style.holds_sheets


def test_a_book_without_that_chapter_has_no_sheets(tmp_path: Path, cover: Cover) -> None:
    file = tmp_path / "book.pdf"
    write_handbook(CHAPTERS[1:], cover, file, matter=MATTER)
    assert not [text for text in pages(file) if "表号" in text or "空表目录" in text]
