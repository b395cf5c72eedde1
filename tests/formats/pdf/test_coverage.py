"""Characters that no font of the PDFs has: `check` names file, line and column before a PDF stops."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli
from generator.formats import glyphs
from generator.formats.pdf import coverage
from generator.formats.pdf.typefaces import LEAN
from generator.judge import check
from generator.model.record import Audience
from tests.conftest import Project

REGISTER = "records/units/aa/aa-1/2019.yml"
ALL_OF_GBK = [
    text
    for first in range(0x81, 0xFF)
    for second in range(0x40, 0xFF)
    if len(text := bytes([first, second]).decode("gbk", "ignore")) == 1 and second != 0x7F
]


def put(project: Project, name: str, old: str, new: str) -> None:
    path = project.root / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def told(project: Project) -> list[str]:
    parts = check(project.settings(Audience.INTERNAL))
    return [f"{row.source} {row.code} {row.message}" for part in parts for row in part.problems]


def test_whatever_gbk_has_the_fonts_have() -> None:
    assert len(ALL_OF_GBK) > 21_000
    assert coverage.lacking(ALL_OF_GBK, LEAN) == {}


def test_characters_beyond_it_are_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(coverage.lacking("é㙍☎😀𠮷", LEAN)) == ["😀", "𠮷"]
    monkeypatch.setattr("typst.compile", None)
    assert coverage.lacking("😀é", LEAN) == {"😀": ("宋体", "黑体", "楷体", "仿宋", "小标宋")}


def test_marks_upon_other_characters_are_asked_for_too(project: Project, tmp_path: Path) -> None:
    """Typst names them by their numbers, and with what they stand upon."""
    assert [*coverage.lacking("\u20e3\u0301\ufe0f", LEAN)] == ["\u20e3"]
    put(project, REGISTER, "研究", "第1\ufe0f\u20e3项研究")
    (row,) = told(project)
    assert row.startswith(f"{REGISTER}:7:18 R028 “\u20e3”（U+20E3）")
    command = ["pdf", "branch", "aa-1", "--config", str(project.config), "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(cli.cli, command)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{REGISTER}:7:18: 错误[R028] “\u20e3”（U+20E3）")


def test_a_plain_file_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "lacking", None)
    assert list(glyphs.unprinted("名称: 甲学院\n", "f.yml", LEAN)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("甲: 乙\u1680丙\n", "f.yml:1:5"),  # a space that is drawn
        ("甲: 乙\u06dd丙\n", "f.yml:1:5"),  # a sign that encloses figures
        ("甲: 乙\n  丙: 丁😀\n", "f.yml:2:7"),
        ("甲: 乙 # 😀\n丙: 😀\n", "f.yml:2:4"),
        ("# 😀\n甲: 乙#😀\n", "f.yml:2:6"),
    ],
)
def test_the_place_is_where_it_is_printed(text: str, place: str) -> None:
    assert [str(row.source) for row in glyphs.unprinted(text, "f.yml", LEAN)] == [place]


def test_comments_are_not_printed() -> None:
    assert list(glyphs.unprinted("# 😀\n甲: 乙  # 😀\n", "f.yml", LEAN)) == []


@pytest.mark.parametrize(
    ("name", "old", "place"),
    [
        (REGISTER, "研究", "7:17"),
        ("records/units/aa/aa-1/branch.yml", "甲学院", "1:8"),
        ("records/units/aa/committee.yml", "甲学院", "1:8"),
        ("docs/standards/3-1.md", "每季度开一次", None),
    ],
)
def test_check_says_it_first(project: Project, name: str, old: str, place: str | None) -> None:
    put(project, name, old, f"{old}😀")
    (row,) = told(project)
    assert row.startswith(f"{name}:{place or ''}")
    assert row.endswith("R028 “😀”（U+1F600）在 PDF 的宋体、黑体、楷体、仿宋、小标宋里没有")


def test_help_pages_are_in_no_pdf(project: Project) -> None:
    project.write("docs/help/a.md", "# 😀\n")
    assert told(project) == []


def test_the_branch_pdf_stops_at_the_place(project: Project, tmp_path: Path) -> None:
    put(project, REGISTER, "研究", "研究😀")
    command = ["pdf", "branch", "aa-1", "--config", str(project.config), "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(cli.cli, command)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{REGISTER}:7:17: 错误[R028] “😀”（U+1F600）")
    assert done.stderr.count("\n") == 2
    assert not (tmp_path / "out").exists()
