"""`zhibu reconcile`: all branches of a committee together, nothing without --write, never backwards."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.conftest import Project

MEETING = """  - {类型: [支部党员大会], 日期: DAY, 主持: 支部书记, 应到: 9, 实到: 8, 议题: [{事项: 学习}]}
"""


def run(project: Project, *arguments: str) -> Result:
    given = ["reconcile", "--config", str(project.config), "--committee", "aa", *arguments]
    return CliRunner().invoke(cli.cli, given)


def texts(project: Project) -> list[str]:
    folder = project.root / "records/units/aa"
    return [(folder / id / "branch.yml").read_text(encoding="utf-8") for id in ("aa-1", "aa-2")]


def test_it_lists_what_is_new_and_changes_nothing(project: Project) -> None:
    before = texts(project)
    days = ("2019-10-31", "2019-11-01", "2019-11-20", "2019-11-21")
    project.write("records/units/aa/aa-1/2019.yml", "活动:\n" + "".join(MEETING.replace("DAY", day) for day in days))
    done = run(project, "--through", "2019-11-20")
    assert done.stdout == (
        "甲学院第一党支部：2019-10-31 → 2019-11-20；其间登记的：11月1日支部党员大会；11月20日支部党员大会\n"
        "甲学院第二党支部：2019-10-31 → 2019-11-20；其间登记的：没有\n"
    )
    assert "以上没有改动文件" in done.stderr
    assert texts(project) == before


def test_with_write_every_branch_is_changed_and_nothing_else_in_it(project: Project) -> None:
    before = texts(project)
    assert run(project, "--through", "2019-11-25", "--write").exit_code == 0
    assert texts(project) == [text.replace("2019-10-31", "2019-11-25") for text in before]
    assert CliRunner().invoke(cli.cli, ["check", "--config", str(project.config)]).exit_code == 0


def test_a_branch_that_was_never_checked_gets_the_line(project: Project) -> None:
    path = project.root / "records/units/aa/aa-2/branch.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("台账核对至: 2019-10-31\n", ""), encoding="utf-8")
    assert "甲学院第二党支部：没有核对过 → 2019-11-20" in run(project, "--through", "2019-11-20", "--write").stdout
    assert path.read_text(encoding="utf-8").endswith("\n台账核对至: 2019-11-20\n")


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("", "已核对至 2019-10-31，不往回改。"),
        ("台账核对自: 2019-10-20\n", "已核对至 2019-10-31，不往回改。"),
        ("撤销: 2019-10-15\n", "已撤销，不改。"),
    ],
)
def test_what_stays_is_told_why(project: Project, added: str, told: str) -> None:
    before = texts(project)
    path = project.root / "records/units/aa/aa-2/branch.yml"
    path.write_text(before[1] + added, encoding="utf-8")
    assert f"甲学院第二党支部：{told}" in run(project, "--through", "2019-10-31", "--write").stdout
    assert path.read_text(encoding="utf-8") == before[1] + added


def test_a_register_that_begins_later_stays(project: Project) -> None:
    path = project.root / "records/units/aa/aa-2/branch.yml"
    text = path.read_text(encoding="utf-8").replace("台账核对至: 2019-10-31\n", "台账核对自: 2019-11-22\n")
    path.write_text(text, encoding="utf-8")
    assert "从 2019-11-22 才开始核对，不改。" in run(project, "--through", "2019-11-21", "--write").stdout
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("day", "said"), [("2019-11-26", "还没有到的一天"), ("11月20日", "不是日期"), ("2019-11-31", "不是日期")]
)
def test_a_day_that_cannot_be_is_refused(project: Project, day: str, said: str) -> None:
    done = run(project, "--through", day, "--write")
    assert done.exit_code == 2
    assert said in done.stderr


def test_one_branch_that_cannot_be_changed_stops_all(project: Project) -> None:
    path = project.root / "records/units/aa/aa-2/branch.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("至: 2019", "至:\n  2019"), encoding="utf-8")
    before = texts(project)
    done = run(project, "--through", "2019-11-20", "--write")
    assert done.exit_code == 2
    assert "里的“台账核对至”改不了" in done.stderr
    assert texts(project) == before


def test_records_with_mistakes_are_not_touched(project: Project) -> None:
    project.write("records/units/aa/aa-1/2019.yml", "活动: [{}]\n")
    before = texts(project)
    done = run(project, "--through", "2019-11-20", "--write")
    assert (done.exit_code, texts(project)) == (1, before)
    assert "台账有错误，没有改。" in done.stderr
