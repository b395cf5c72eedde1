"""What Typst and Chinese are known to get wrong together, each as it is set in the book."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.formats.pdf.book import Chapter, Cover, write_handbook
from generator.model.book_style import BOOK
from tests.pdf_lines import Line, set_pages

Set = Callable[[str], list[Line]]
GOLDEN = Path(__file__).parent / "book_lines.txt"
TENS = "一二三四五六七八九十"


@pytest.fixture
def set_text(tmp_path: Path, cover: Cover) -> Set:
    def lines(html: str) -> list[Line]:
        target = tmp_path / "book.pdf"
        write_handbook([Chapter(title="版心", path="a/", level=1, html=html)], cover, target)
        return [line for page in set_pages(target, BOOK) if page.label == "1" for line in page.lines[1:]]

    return lines


def at(line: Line, char: str) -> float:
    """Where the room of a character begins, from the first one's."""
    return next(glyph.origin for glyph in line.glyphs if glyph.char == char) - line.glyphs[0].origin


def test_a_dash_at_the_end_of_a_line_does_not_hang_over(set_text: Set) -> None:
    first, *_ = set_text(f"<p>{TENS * 3}年年1—3月才开。</p>")
    assert first.text.endswith("1—")
    left = first.glyphs[0].origin - 2 * BOOK.size
    assert max(glyph.right for glyph in first.glyphs) <= left + BOOK.width + 0.1


def test_a_dash_of_two_characters_is_neither_parted_nor_gapped(set_text: Set) -> None:
    for extra in range(3):
        lines = set_text(f"<p>{TENS * 3}{'甲乙丙'[: extra + 1]}——{TENS}</p>")
        (line,) = [line for line in lines if "—" in line.text]
        first, second = [glyph for glyph in line.glyphs if glyph.char == "—"]
        assert second.left <= first.right


def test_a_middle_dot_does_not_begin_a_line(set_text: Set) -> None:
    lines = set_text(f"<p>{TENS * 3}甲乙丙丁·戊己庚辛</p>")
    assert [line.text[0] for line in lines] == ["一", "丁"]


def test_a_colon_closes_up_to_the_quotation_mark_after_it(set_text: Set) -> None:
    (line,) = set_text("<p>他说：“一。”又说。</p>")
    assert at(line, "“") - at(line, "：") < 0.6 * BOOK.size


def test_a_semicolon_after_the_page_of_a_reference_does_not_begin_a_line(tmp_path: Path, cover: Cover) -> None:
    links = "".join(f'{"字" * extra}<a href="#there">甲项</a>；' for extra in range(12))
    html = f"<h2 id='there'>那里</h2><table><tr>{f'<td>{links * 2}</td>' * 4}</tr></table>"
    write_handbook([Chapter(title="版心", path="a/", level=1, html=html)], cover, tmp_path / "a.pdf")
    found = [
        min((glyph.origin - other.origin for other in line.glyphs if other.origin < glyph.origin), default=99)
        for page in set_pages(tmp_path / "a.pdf", BOOK)
        for line in page.lines
        for glyph in line.glyphs
        if glyph.char == "；"
    ]
    assert len(found) == 96
    assert max(found) < 2 * BOOK.size


def test_a_paragraph_after_a_list_is_indented_like_any_other(set_text: Set) -> None:
    before, _, after = set_text("<p>前一段。</p><ul><li>一项</li></ul><p>后一段。</p>")
    assert after.glyphs[0].origin == before.glyphs[0].origin


def test_the_pages_of_an_opener_a_vote_table_and_a_form_are_as_they_were(handbook: Path) -> None:
    """`GOLDEN=1` writes the lines anew: page, points from the top, from the left and to the right of the type area."""
    told = "".join(
        f"{page.label} {line.down:.1f} {line.start - page.left:.1f} {line.end - page.left:.1f} {line.text}\n"
        for page in set_pages(handbook, BOOK)
        if page.label.isdigit()
        for line in page.lines
    )
    if os.environ.get("GOLDEN"):
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")
