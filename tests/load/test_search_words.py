"""`docs/search.yml`: the words of the search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.search_words import load_search_words
from generator.model.records.search_words import NO_WORDS

Write = Callable[[str, str | bytes], Path]


def problems_of(write: Write, text: str) -> list[tuple[str, int]]:
    path = write("docs/search.yml", text)
    _, problems = load_search_words(path.parent, path.parent.parent)
    return [(row.code, row.source.line) for row in problems]


def test_everyday_words_of_a_section_come_together(write: Write, tmp_path: Path) -> None:
    write("docs/a.md", "# 甲\n\n## 乙 {#b}\n")
    write(
        "docs/search.yml",
        "常问:\n  - {在: a.md#b, 问: 几个人、多少人}\n  - {在: a.md, 问: 甲是什么}\n  - {在: a.md#b, 问: 人数}\n",
    )
    words, problems = load_search_words(tmp_path / "docs", tmp_path)
    assert problems == []
    assert words.aliases == {("a.md", "b"): "几个人\n多少人\n人数", ("a.md", ""): "甲是什么"}


def test_without_the_file_there_are_none(tmp_path: Path) -> None:
    assert load_search_words(tmp_path / "docs", tmp_path) == (NO_WORDS, [])


def test_a_file_that_is_badly_written_declares_none(write: Write, tmp_path: Path) -> None:
    write("docs/search.yml", "同义: [{词语: 甲、乙}]\n")
    words, problems = load_search_words(tmp_path / "docs", tmp_path)
    assert words is NO_WORDS
    assert {problem.code for problem in problems} == {"R102"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("同义:\n  - {词: 甲、乙}\n  - {词: 丙、丁}\n", []),
        ("同义:\n  - {词: 甲、乙}\n  - {词: 丙、甲}\n", [("S150", 3)]),
        ("同义:\n  - {词: 甲、甲}\n", [("S150", 2)]),
        ("同义:\n  - {词: 甲}\n", [("S150", 2)]),
    ],
)
def test_a_word_stands_in_one_group(write: Write, text: str, expected: list[tuple[str, int]]) -> None:
    assert problems_of(write, text) == expected


@pytest.mark.parametrize(
    ("page", "place", "expected"),
    [
        ("## 乙 {#b}\n", "a.md#b", []),
        ("## 乙 {#b .zb-site-only}\n", "a.md#b", []),
        ("## 乙 {#bc}\n", "a.md#b", [("S151", 2)]),
        ("## 乙\n", "a.md#b", [("S151", 2)]),
        ("<!-- slot: forms -->\n", "a.md#b", []),
        ("# 甲\n\n[[samples]]\n", "a.md#b", []),
        ("## 乙 {#b}\n", "c.md#b", [("S151", 2)]),
        ("## 乙 {#b}\n", "../docs/a.md#b", [("S151", 2)]),
        ("## 乙 {#b}\n", "/a.md", [("S151", 2)]),
        ("## 乙 {#b}\n", "a.yml", [("S151", 2)]),
        ("## 乙 {#b}\n", "standards/1-1.md#b", []),
        ("## 乙 {#b}\n", "standards/2-1.md#b", [("S151", 2)]),
    ],
)
def test_everyday_words_name_a_section_that_there_is(
    write: Write, page: str, place: str, expected: list[tuple[str, int]]
) -> None:
    write("docs/a.md", page)
    write("docs/a.yml", "{}\n")
    write("docs/aspects/2.md", "# 第二方面\n")
    assert problems_of(write, f"常问:\n  - {{在: {place}, 问: 甲}}\n") == expected
