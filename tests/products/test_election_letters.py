"""`zhibu letters`: who is written to, what the letter says."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from generator import cli
from tests.conftest import Project

ELECTION = "换届: [{日期: DAY}]\n"
FILE = "election-aa-1.docx"


def run(project: Project, out: Path, *more: str) -> Result:
    given = ["letters", "--config", str(project.config), "--committee", "aa", "--out", str(out), *more]
    return CliRunner().invoke(cli.cli, given)


def elected(project: Project, day: str) -> None:
    project.write(f"records/units/aa/aa-1/{day[:4] if day[:4].isdigit() else 2016}.yml", ELECTION.replace("DAY", day))


@pytest.mark.parametrize(
    ("day", "written"),
    [("2017-05-25", True), ("2017-05-26", False), ("2016-06-20", True), ("2016-11-24", True)],
)
def test_six_months_before_the_end_and_after_it(project: Project, tmp_path: Path, day: str, *, written: bool) -> None:
    elected(project, day)
    done = run(project, tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out" / FILE).exists() is written
    assert ("没有支部在六个月内届满" in done.stderr) is not written


@pytest.mark.parametrize(
    ("day", "said"), [("2016-12-01", "将于2019年12月1日届满"), ("2016-11-01", "已于2019年11月1日届满")]
)
def test_the_letter_says_when_the_term_ends_and_what_to_do(
    project: Project, tmp_path: Path, day: str, said: str
) -> None:
    elected(project, day)
    assert "甲学院第一党支部：2019-1" in run(project, tmp_path).stdout
    texts = [row.text for row in Document(str(tmp_path / FILE)).paragraphs]
    assert texts[:3] == ["整理稿，非正式公文", "关于做好党支部换届工作的函", "甲学院第一党支部："]
    assert said in texts[3]
    assert "请示、批复、选举、报批的日期" in texts[4]
    assert texts[-2:] == ["甲学院党委", "2019年11月25日"]


def test_a_dissolved_branch_is_not_written_to(project: Project, tmp_path: Path) -> None:
    elected(project, "2016-12-01")
    path = project.branch / "branch.yml"
    path.write_text(path.read_text(encoding="utf-8") + "撤销: 2019-11-20\n", encoding="utf-8")
    run(project, tmp_path)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("place", ["site", "docs", "records/units"])
def test_nothing_is_written_where_it_would_be_published(project: Project, place: str) -> None:
    elected(project, "2016-12-01")
    done = run(project, project.root / place)
    assert done.exit_code == 2
    assert not list(project.root.rglob("*.docx"))


def test_a_folder_that_cannot_be_written_is_told(project: Project) -> None:
    elected(project, "2016-12-01")
    assert "写不进" in run(project, project.config / "x").stderr


def test_records_with_mistakes_give_no_letter(project: Project, tmp_path: Path) -> None:
    elected(project, "十二月")
    done = run(project, tmp_path / "out")
    assert (done.exit_code, (tmp_path / "out").exists()) == (1, False)
