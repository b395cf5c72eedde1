"""Handbook prose: slots and links that name nothing, files that are no text, links out of the tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.prose import ProseNames, check_prose, check_text, files_of

NAMES = ProseNames(("home-roles", "finder"), ("year", "theme-day"))
KNOWN = {"branch": {"xx-js1"}, "committee": {"xinxi"}, "showcase": {"xx-js1"}}


def told(text: str) -> list[str]:
    return [f"{row.source} {row.code}" for row in check_text(text, "docs/a.md", NAMES, KNOWN)]


def test_what_exists_is_no_problem() -> None:
    assert told("<!-- slot: finder -->\n[[branch:xx-js1]] [[committee:xinxi]] [[showcase:xx-js1]]") == []


def test_each_unknown_name_has_its_place() -> None:
    text = "# 页\n\n<!--slot:find-->\n见 [[branch:xx-js2]]、[[committee:xx-js1]]"
    assert told(text) == ["docs/a.md:3:1 H101", "docs/a.md:4:3 H102", "docs/a.md:4:21 H102"]


def test_a_name_that_is_close_is_offered() -> None:
    rows = list(check_text("<!-- slot: home-role -->\n[[branch:xx-js2]]", "a", NAMES, KNOWN))
    assert [row.hint for row in rows] == ["是否想写“home-roles”？", "是否想写“xx-js1”？"]


def test_a_faulty_index_leaves_links_unjudged() -> None:
    assert list(check_text("[[branch:xx-js2]]", "a", NAMES, None)) == []


def test_other_brackets_are_no_links() -> None:
    assert told("[[branch:ID]] [[甲]] [a](b) [[branch xx]]") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[year]] 年 [[year+1]]-[[year-2]]", []),
        ("`[[year]]-03-14`", []),
        ("[[theme-day]]、[[theme-day:7]]", []),
        ("[[branch:12]]", ["docs/a.md:1:1 H102"]),
        ("在 [[yaer]] 年", ["docs/a.md:1:3 H103"]),
        ("[[theme-days]]", ["docs/a.md:1:1 H103"]),
        ("[[年]] [[Year]] [[year+12]] [[year 1]]", []),
    ],
)
def test_values_are_those_there_are(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_files_under_docs(tmp_path: Path) -> None:
    (tmp_path / "docs/deep").mkdir(parents=True)
    (tmp_path / "docs/good.md").write_text("<!-- slot: finder -->", encoding="utf-8")
    (tmp_path / "docs/deep/gbk.md").write_bytes("支部工作".encode("gbk"))
    (tmp_path / "docs/picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "docs/out").symlink_to(tmp_path.parent)
    rows = check_prose(tmp_path / "docs", tmp_path, NAMES, KNOWN)
    assert sorted((row.source.path, row.code) for row in rows) == [("docs/deep/gbk.md", "R001"), ("docs/out", "P104")]


def test_front_matter_that_was_reported_is_not_reported_again(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "docs" / name).write_text("---\n备注: 内部: 两个冒号\n---\n# 甲\n", encoding="utf-8")
    rows = check_prose(tmp_path / "docs", tmp_path, NAMES, KNOWN, {"docs/a.md"})
    assert [(row.source.path, row.code) for row in rows] == [("docs/b.md", "H111")]


def test_a_docs_folder_that_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").symlink_to(tmp_path / "elsewhere")
    assert [row.code for row in check_prose(tmp_path / "docs", tmp_path, NAMES, KNOWN)] == ["P104"]


def test_the_files_under_docs_are_listed_without_hidden_ones_and_links(tmp_path: Path) -> None:
    (tmp_path / "docs/deep").mkdir(parents=True)
    for name in ("b.md", "deep/a.png", ".hidden.md"):
        (tmp_path / "docs" / name).write_bytes(b"")
    (tmp_path / "docs/link.md").symlink_to(tmp_path / "docs/b.md")
    assert files_of(tmp_path / "docs", tmp_path) == [tmp_path / "docs/b.md", tmp_path / "docs/deep/a.png"]
