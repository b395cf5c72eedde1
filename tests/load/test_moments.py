"""`docs/moments.yml`: every step leads to a page and place of the handbook, or is told of where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.moments import load_moments
from generator.model.records.moments import NO_MOMENTS

Write = Callable[[str, str | bytes], Path]

_PAGE = '# 支部党员大会\n\n## 怎么算数 {#counting .wide}\n\n<p id="rule">一句话</p>\n'


def _moments(*pages: str, id: str = "meeting") -> str:
    steps = "".join(f"      - {{办: 看一看, 页: {page}}}\n" for page in pages)
    return f"  - 编号: {id}\n    名称: 要开会\n    步骤:\n{steps}"


def _told(tmp_path: Path) -> list[tuple[str, int, str]]:
    _, problems = load_moments(tmp_path / "docs", tmp_path)
    return [(row.code, row.source.line, row.message) for row in problems]


def test_without_the_file_there_are_none(tmp_path: Path) -> None:
    assert load_moments(tmp_path, tmp_path) == (NO_MOMENTS, [])


def test_a_file_that_is_badly_written_declares_none(write: Write, tmp_path: Path) -> None:
    write("docs/moments.yml", "时候: [{编号: 大会}]\n")
    moments, problems = load_moments(tmp_path / "docs", tmp_path)
    assert moments is NO_MOMENTS
    assert problems


@pytest.mark.parametrize("page", ["standards/3-1.md", "standards/3-1.md#counting", "standards/3-1.md#rule"])
def test_a_step_leads_to_a_page_or_a_place_on_it(write: Write, tmp_path: Path, page: str) -> None:
    write("docs/standards/3-1.md", _PAGE)
    write("docs/moments.yml", f"时候:\n{_moments(page)}")
    moments, problems = load_moments(tmp_path / "docs", tmp_path)
    assert problems == []
    assert [(row.id, [step.page for step in row.steps]) for row in moments.moments] == [("meeting", [page])]


def test_a_page_that_is_not_there_is_told_with_its_line(write: Write, tmp_path: Path) -> None:
    write("docs/aspects/3.md", "# 三\n")
    write("docs/standards/3-1.md", _PAGE)
    write("docs/moments.yml", f"时候:\n{_moments('standards/3-1.md', 'standards/3-11.md')}")
    assert _told(tmp_path) == [("H118", 6, "手册里没有 standards/3-11.md 这一页")]


def test_a_place_that_is_not_there_is_told_with_its_line(write: Write, tmp_path: Path) -> None:
    write("docs/standards/3-1.md", _PAGE)
    write("docs/moments.yml", f"时候:\n{_moments('standards/3-1.md#count')}")
    assert _told(tmp_path) == [("H118", 5, "standards/3-1.md 里没有 count 这个位置")]


@pytest.mark.parametrize("made", ["[[forms]]", "<!-- slot: forms -->"])
def test_a_page_that_the_program_makes_in_part_is_left_to_mkdocs(write: Write, tmp_path: Path, made: str) -> None:
    write("docs/forms.md", f"# 空表\n\n{made}\n")
    write("docs/moments.yml", f"时候:\n{_moments('forms.md#general-meeting')}")
    assert _told(tmp_path) == []


def test_a_standard_of_an_aspect_that_the_handbook_lacks_is_no_mistake(write: Write, tmp_path: Path) -> None:
    write("docs/aspects/3.md", "# 三\n")
    write("docs/moments.yml", f"时候:\n{_moments('standards/5-1.md', 'standards/3-1.md')}")
    assert [message for _, _, message in _told(tmp_path)] == ["手册里没有 standards/3-1.md 这一页"]


def test_two_moments_have_two_addresses(write: Write, tmp_path: Path) -> None:
    write("docs/forms.md", "# 空表\n")
    rows = [_moments("forms.md"), _moments("forms.md"), _moments("forms.md", id="other")]
    write("docs/moments.yml", f"时候:\n{''.join(rows)}")
    assert [(code, line) for code, line, _ in _told(tmp_path)] == [("H119", 2), ("H119", 6)]
