"""`zhibu word forms`: which forms are written, and what stands in them already."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner, Result
from docx import Document

from generator import cli
from generator.model.files import declared_forms
from tests.conftest import Project


def run(project: Project, out: Path, *more: str) -> Result:
    return CliRunner().invoke(cli.cli, ["word", "forms", "--config", str(project.config), "--out", str(out), *more])


def head(path: Path) -> dict[str, str]:
    rows = [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows]
    return {label: text for label, text, *_ in rows}


def test_all_forms_are_written_where_none_is_named(project: Project, tmp_path: Path) -> None:
    assert run(project, tmp_path / "out").exit_code == 0
    assert {path.stem for path in (tmp_path / "out").iterdir()} == {form.layout.id for form in declared_forms()}
    assert head(tmp_path / "out" / "theme-day.docx")["支部名称"] == ""


def test_branch_month_and_planned_day_are_filled_in(project: Project, tmp_path: Path) -> None:
    asked = [
        "--branch",
        "aa-1",
        "--month",
        "2019-03",
        "--form",
        "theme-day",
        "--form",
        "dues",
        "--form",
        "points-counted",
    ]
    done = run(project, tmp_path, *asked)
    assert [Path(line).stem for line in done.stdout.split()] == ["theme-day", "points-counted", "dues"]
    made = head(tmp_path / "theme-day.docx")
    assert (made["支部名称"], made["日期*"]) == ("甲学院第一党支部", "2019年3月　　日")
    assert made["计划日"].startswith("　　　　年")  # this handbook plans no day
    assert head(tmp_path / "points-counted.docx")["月份*"].startswith("2019年3月")
    assert head(tmp_path / "dues.docx")["基层党委"] == "甲学院党委"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--form", "lectures"], "没有编号为 lectures 的空表。是否想写“lecture”？"),
        (["--branch", "aa-9"], "没有这个范围：branch:aa-9。"),
        (["--month", "2019-13"], "“2019-13”不是月份。"),
    ],
)
def test_what_is_not_there_is_told(project: Project, tmp_path: Path, asked: list[str], said: str) -> None:
    done = run(project, tmp_path / "out", *asked)
    assert (done.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert said in done.stderr


def test_a_folder_that_would_be_published_is_refused(project: Project) -> None:
    assert run(project, project.root / "docs").exit_code == 2
    assert not list(project.root.rglob("*.docx"))


def printed(project: Project, out: Path, *more: str) -> Result:
    return CliRunner().invoke(cli.cli, ["pdf", "forms", "--config", str(project.config), "--out", str(out), *more])


def test_forms_as_pdf_are_one_each_or_a_booklet_of_all(project: Project, tmp_path: Path) -> None:
    done = printed(project, tmp_path, "dues", "theme-day", "--branch", "aa-1", "--month", "2019-03")
    assert [Path(line).name for line in done.stdout.split()] == ["theme-day.pdf", "dues.pdf"]
    text = pdfium.PdfDocument(tmp_path / "theme-day.pdf")[0].get_textpage().get_text_bounded()
    assert "甲学院第一党支部" in text
    assert "2019 年 3 月" in text
    assert [Path(line).name for line in printed(project, tmp_path).stdout.split()] == ["forms.pdf"]
    assert len(pdfium.PdfDocument(tmp_path / "forms.pdf")) == len(declared_forms()) + 1
    refused = printed(project, tmp_path / "out", "lectures")
    assert (refused.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "没有编号为 lectures 的空表。是否想写“lecture”？" in refused.stderr
