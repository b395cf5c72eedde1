"""Long sections are cut at the ends of lines."""

from __future__ import annotations

import pytest

from generator.formats.search.pages import SearchedPage, SearchedSite, pieces_of
from generator.prose.sections import PageSection


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("甲乙\n丙丁", ["甲乙\n丙丁"]),
        ("甲乙\n丙丁戊", ["甲乙", "丙丁戊"]),
        ("甲乙丙丁戊己庚\n辛", ["甲乙丙丁戊己庚", "辛"]),
        ("甲\n乙\n丙\n丁", ["甲\n乙\n丙", "丁"]),
    ],
)
def test_a_piece_has_so_many_characters_with_its_line_ends(text: str, expected: list[str]) -> None:
    assert list(pieces_of(text, 5)) == expected


def test_only_the_first_piece_says_the_names_of_its_section() -> None:
    rows = (PageSection("", "页", "一"), PageSection("a", "节", f"{'二' * 300}\n{'三' * 300}"))
    site = SearchedSite.of([SearchedPage("help/x/", rows, {"a": "别名"}), SearchedPage("help/y/", rows[:1])])
    assert [piece.said for piece in site.pieces] == [
        ("一", "页", ""),
        ("二" * 300, "节", "别名"),
        ("三" * 300, "", ""),
        ("一", "页", ""),
    ]
    assert [piece.id for piece in site.pieces] == [0, 1, 2, 8]
    assert (site.sections, site.heads, site.size) == ((0, 1, 3, 8), (0, 3), 9)


def test_a_page_goes_by_more_words_of_its_head_than_those_of_its_anchor() -> None:
    rows = (PageSection("", "党费", "按月交"), PageSection("a", "怎么交", ""))
    site = SearchedSite.of([SearchedPage("help/x/", rows, {"": "缴费", "a": "交钱"}, known_as="df")])
    assert [piece.aliases for piece in site.pieces] == ["df\n缴费", "交钱"]
    assert SearchedSite.of([SearchedPage("help/x/", rows, {"a": "交钱"})]).version != site.version
