"""Every page of the demonstration's handbook as it is set: full, on the grid, with the right heads."""

from __future__ import annotations

import re
from itertools import pairwise

import pypdfium2
import pytest

from generator.model.book_style import BOOK
from generator.model.record_file import HOLDERS
from tests.pdf_lines import POINTS, SetPage, set_pages
from tests.site.conftest import Site

LEAST = 0.2
"""The share of the type area that has something on it."""


@pytest.fixture(scope="module")
def book(public: Site) -> tuple[SetPage, ...]:
    return set_pages(public.folder / "downloads/handbook.pdf", BOOK)


@pytest.fixture(scope="module")
def text(book: tuple[SetPage, ...]) -> list[SetPage]:
    """The pages with Arabic numbers."""
    return [page for page in book if page.label.isdigit()]


def _opens(page: SetPage) -> bool:
    """Whether a part begins here: its name is the largest type of the book."""
    return any(line.size > BOOK.size * 1.9 for line in page.lines)


def test_no_page_is_nearly_empty_but_the_last_before_a_part(text: list[SetPage]) -> None:
    following = [*text[1:], None]
    low = [
        f"第 {page.label} 页只有 {page.filled:.0%}：{page.lines[0].text if page.lines else ''}"
        for page, after in zip(text, following, strict=True)
        if 0 < page.filled < LEAST and after is not None and after.filled and not _opens(after)
    ]
    assert low == []


def test_a_page_without_anything_stands_only_before_a_part(text: list[SetPage]) -> None:
    assert [page.label for page, after in pairwise(text) if not page.filled and not _opens(after)] == []


def test_a_page_without_anything_has_neither_head_nor_foot(public: Site, text: list[SetPage]) -> None:
    document = pypdfium2.PdfDocument(public.folder / "downloads/handbook.pdf")
    empty = {page.label for page in text if not page.filled}
    sheets = {document.get_page_label(at): document[at].get_textpage() for at in range(len(document))}
    assert [label for label in empty if sheets[label].count_chars()] == []
    assert empty


def test_the_baselines_of_all_running_text_agree(text: list[SetPage]) -> None:
    off = [
        (page.label, line.text)
        for page in text
        for line in page.lines
        if line.size > BOOK.size - 0.05
        and min(rest := (line.down - 0.88 * BOOK.size) % BOOK.pitch, BOOK.pitch - rest) > 0.1
    ]
    assert off == []


def _is_form(page: SetPage) -> bool:
    """Whether it is a blank form, a sheet of its own with room for the binding: its first row asks whose it is."""
    return any(line.text in HOLDERS.values() for line in page.lines[:3])


def test_nothing_stands_out_of_the_type_area(book: tuple[SetPage, ...]) -> None:
    out = [
        (page.label, line.text)
        for page in book
        for line in page.lines
        if not _is_form(page) and (line.end > page.left + page.width + 0.5 or line.start < page.left - 0.5)
    ]
    assert out == []


def test_no_heading_is_the_last_line_of_a_page(text: list[SetPage]) -> None:
    assert [page.label for page in text if page.lines and page.lines[-1].size > BOOK.size + 0.5] == []


def test_no_standard_of_the_checklist_is_the_last_row_of_a_page(text: list[SetPage]) -> None:
    named = re.compile(r"[1-7]\.[1-9]\D{2,20}\d+页(定量|定性|混合)$")
    assert sum(bool(named.match(line.text)) for page in text for line in page.lines) > 30
    assert [page.label for page in text if page.lines and named.match(page.lines[-1].text)] == []


def test_no_line_of_running_text_holds_a_single_character(text: list[SetPage]) -> None:
    single = [
        (page.label, line.text)
        for page in text
        for line in page.lines
        if abs(line.size - BOOK.size) < 0.05 and len(re.sub(r"\W", "", line.text)) == len(line.text[:-1]) == 1
    ]
    assert single == []


def test_the_head_names_the_first_standard_that_opens_and_openers_have_none(public: Site) -> None:
    document = pypdfium2.PdfDocument(public.folder / "downloads/handbook.pdf")
    running, seen = "", 0
    for page, area in zip(document, set_pages(public.folder / "downloads/handbook.pdf", BOOK), strict=True):
        if not area.label.isdigit() or not area.filled:
            continue
        top = (BOOK.paper[1] - BOOK.top) * POINTS
        head = page.get_textpage().get_text_bounded(0, top + 6, 600, 842).replace(" ", "").strip()
        titles = [line.text for line in area.lines if BOOK.size * 1.3 < line.size < BOOK.size * 1.9]
        if _opens(area):
            assert head == "", area.label
            running = titles[-1] if titles else ""
            continue
        assert head.endswith(titles[0] if titles else running), area.label
        running, seen = titles[-1] if titles else running, seen + len(titles)
    document.close()
    assert seen > 20
