"""Nothing that a page says is lost on paper: by the tags of the PDF, against the HTML."""

from __future__ import annotations

from pathlib import Path

from generator.formats.pdf.book import Chapter
from tests.formats.pdf.conftest import FRAGMENT
from tests.pdf_content import fragment, page_content, pdf_content, without

LEFT_OUT = {
    "button",
    "form",
    "[hidden]",
    ".zb-noprint",
    ".headerlink",
    ".task-list-indicator",
    ".footnote-ref",
    ".footnote-backref",
}


def test_a_page_about_a_branch_loses_nothing_in_a_book(fragment_book: Path) -> None:
    page, paper = page_content([without(fragment(FRAGMENT), LEFT_OUT)]), pdf_content(fragment_book)
    assert page.han - paper.han == {}
    assert paper.cells == page.cells
    assert page.links - paper.links == {}
    assert paper.marks == page.marks == {"1月符合，2月缺项，3月未到期": 1, "满足": 1}


def test_a_handbook_says_all_that_its_pages_say(handbook: Path, chapters: tuple[Chapter, ...]) -> None:
    page = page_content([without(fragment(chapter.html), LEFT_OUT) for chapter in chapters])
    paper = pdf_content(handbook)
    assert page.han - paper.han == {}
    assert paper.cells == page.cells
    assert page.links - paper.links == {("某支部", ""): 1}
