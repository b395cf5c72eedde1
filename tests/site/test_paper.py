"""Nothing that the pages of the handbook say is lost in the book, less a list of what is not for paper."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest
from lxml.html import HtmlElement

from tests.pdf_content import Content, page_content, pdf_content, without
from tests.pdf_references import references
from tests.site.conftest import Site

NOT_FOR_PAPER = {
    "nav", "button", "script", "[hidden]",
    ".headerlink",      # the mark that gives a heading's address
    ".md-content__button",
    ".zb-button",       # leads to a download or prints the page
    ".zb-edition",      # edition and date, which every head of a page says
    ".zb-noprint",
    ".zb-pager",        # the page before and the page after
    ".zb-points-of",    # which points show a standard today
    ".zb-print-head",
}  # fmt: skip
FOLDERS = {"standards", "aspects", "readings", "glossary", "forms", "checklist"}


def _pages(public: Site) -> Iterator[HtmlElement]:
    for name, page in public.pages.items():
        if name.partition("/")[0] in FOLDERS:
            article = deepcopy(page.xpath("//article")[0])
            yield without(article, NOT_FOR_PAPER)


@pytest.fixture(scope="module")
def pages(public: Site) -> Content:
    return page_content(_pages(public))


@pytest.fixture(scope="module")
def book(public: Site) -> Content:
    return pdf_content(public.folder / "downloads/handbook.pdf")


def test_the_book_holds_every_han_character(pages: Content, book: Content) -> None:
    assert pages.han.total() > 50_000
    assert pages.han - book.han == {}


def test_the_book_holds_every_cell_of_every_table(pages: Content, book: Content) -> None:
    assert pages.cells.total() > 3_000
    assert pages.cells - book.cells == {}


def test_the_book_holds_every_mark(pages: Content, book: Content) -> None:
    assert pages.marks - book.marks == {}


def test_every_page_number_of_the_book_is_right(public: Site) -> None:
    found = references(public.folder / "downloads/handbook.pdf")
    printed = [link for link in found if link.printed]
    assert len(printed) > 1_000
    assert [link for link in printed if link.printed != link.true] == []
