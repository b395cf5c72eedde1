"""`docs/sources.yml`: what the handbook rests on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.sources import load_sources
from generator.model.records.sources import NONE

Write = Callable[[str, str | bytes], Path]


def declared(text: str = "") -> str:
    return f"方案: 方案2019\n文件: [{{编号: 方案2019, 名称: 推进方案, 年度: 2019, 可信度: ✔{text}}}]\n"


def test_documents_are_declared_once(write: Write, tmp_path: Path) -> None:
    write("docs/sources.yml", declared())
    sources, problems = load_sources(tmp_path / "docs", tmp_path)
    assert problems == []
    assert [row.id for row in sources.documents] == ["方案2019"]


def test_without_the_file_there_is_none(tmp_path: Path) -> None:
    sources, (problem,) = load_sources(tmp_path / "docs", tmp_path)
    assert sources is NONE
    assert (problem.code, problem.source.path) == ("P105", "docs/sources.yml")


def test_a_file_that_is_badly_written_declares_none(write: Write, tmp_path: Path) -> None:
    write("docs/sources.yml", "文件: [{编号: 甲}]\n")
    sources, problems = load_sources(tmp_path / "docs", tmp_path)
    assert sources is NONE
    assert "R101" in {problem.code for problem in problems}


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("regulations/branch.md", []),
        ("regulations/none.md", ["S116"]),
        ("regulations/branch.txt", ["S116"]),
        ("../docs/regulations/branch.md", ["S116"]),
        ("/regulations/branch.md", ["S116"]),
    ],
)
def test_a_full_text_is_a_page_of_the_handbook(write: Write, tmp_path: Path, page: str, codes: list[str]) -> None:
    write("docs/regulations/branch.md", "# 条例\n")
    write("docs/regulations/branch.txt", "条例\n")
    write("docs/sources.yml", declared(f", 全文: {page}"))
    assert [problem.code for problem in load_sources(tmp_path / "docs", tmp_path)[1]] == codes
