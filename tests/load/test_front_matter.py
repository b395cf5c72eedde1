from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.load.front_matter import read_front_matter
from generator.load.yaml_tree import YamlMapping


def test_front_matter_and_prose(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    matter, problems = read_front_matter(write("a.md", "---\n编号: '3.1'\ntitle: x\n---\n\n# 标题\n"), tmp_path)
    assert problems == []
    assert isinstance(matter.tree, YamlMapping)
    assert matter.tree["编号"] == "3.1"
    assert "title" not in matter.tree
    assert matter.prose == "# 标题\n"
    assert matter.tree.place.of("编号") == ("a.md", 2, 5)


def test_problems_point_into_the_file(
    write: Callable[[str, str | bytes], Path], tmp_path: Path, places: Callable[..., Any]
) -> None:
    text = "---\n甲: 1\n乙：2\n丙: 3\n甲: 4\n---\n正文\u200b\n"
    assert places(read_front_matter(write("a.md", text), tmp_path)[1]) == [
        ("R010", 7, 3),
        ("R007", 3, 2),
        ("R013", 5, 1),
    ]


def test_front_matter_must_be_there(
    write: Callable[[str, str | bytes], Path], tmp_path: Path, places: Callable[..., Any]
) -> None:
    matter, problems = read_front_matter(write("a.md", "# 标题\n"), tmp_path)
    assert matter.tree is None
    assert places(problems) == [("R026", 1, 1)]


def test_front_matter_must_end(
    write: Callable[[str, str | bytes], Path], tmp_path: Path, places: Callable[..., Any]
) -> None:
    assert places(read_front_matter(write("a.md", "---\n甲: 1\n"), tmp_path)[1]) == [("R026", 1, 1)]


def test_a_rule_in_the_prose_is_no_second_document(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    matter, problems = read_front_matter(write("a.md", "---\n甲: 1\n---\n正文\n\n---\n\n又一段\n"), tmp_path)
    assert problems == []
    assert matter.prose == "正文\n\n---\n\n又一段\n"


def test_an_unreadable_file_has_neither(tmp_path: Path) -> None:
    matter, problems = read_front_matter(tmp_path / "a.md", tmp_path)
    assert (matter.tree, matter.prose) == (None, "")
    assert [problem.code for problem in problems] == ["P105"]


def test_front_matter_that_makes_no_sense_leaves_the_prose(
    write: Callable[[str, str | bytes], Path], tmp_path: Path, places: Callable[..., Any]
) -> None:
    matter, problems = read_front_matter(write("a.md", "---\n- 甲\n---\n正文\n"), tmp_path)
    assert (matter.tree, matter.prose) == (None, "正文\n")
    assert places(problems) == [("R019", 1, 1)]
