"""What a year lacks is said once, with what follows from it; so is an `as_of` away from every record."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli
from generator.model.record import Source
from generator.validate.year import check_as_of
from tests.conftest import Project

MEETING = "  - {类型: [支部党员大会], 日期: DAY, 主持: 支部书记, 应到: 9, 实到: 8, 议题: [{事项: 研究计划}]}\n"


def told(project: Project, *options: str) -> list[str]:
    result = CliRunner().invoke(cli.cli, ["check", "--config", str(project.config), *options])
    return [line for line in result.stderr.splitlines() if "[R" in line]


def test_a_year_with_holidays_and_a_plan_is_told_nothing(project: Project) -> None:
    assert told(project) == []


@pytest.mark.parametrize("holiday", ["", "假期: [{名称: 暑假, 自: 2018-07-13, 至: 2018-09-01}]\n"])
def test_a_year_without_holidays_is_told_once(project: Project, holiday: str) -> None:
    project.write("records/institution.yml", f"名称: 示例大学\n{holiday}")
    (line,) = told(project)
    assert line.startswith("records/institution.yml:")
    assert "警告[R260] 2019 年没有登记假期：整月放假没有开的会照缺项判" in line


def test_a_winter_holiday_that_reaches_into_the_year_is_one(project: Project) -> None:
    project.write("records/institution.yml", "名称: 示例大学\n假期: [{名称: 寒假, 自: 2018-12-31, 至: 2019-01-01}]\n")
    assert told(project) == []


def test_a_year_without_a_plan_is_told_once(project: Project) -> None:
    (project.root / "records/plan/2019.yml").unlink()
    (line,) = told(project)
    assert line.startswith("records/plan/2019.yml: 警告[R261] 2019 年没有方案")


def test_the_year_that_is_asked_for_is_the_one_that_is_looked_at(project: Project) -> None:
    (project.root / "records/plan/2019.yml").unlink()
    found = re.findall(r"\[R\d+\] (\d+)", "\n".join(told(project, "--year", "2018")))
    assert found == ["2018", "2018"]


def many(project: Project, *days: str) -> None:
    for branch in ("aa-1", "aa-2"):
        rows = "".join(MEETING.replace("DAY", day) for day in days)
        project.write(f"records/units/aa/{branch}/2019.yml", f"活动:\n{rows}")


def test_a_stray_as_of_is_said_once_and_where(project: Project) -> None:
    many(project, "2019-03-14", "2019-06-13", "2019-09-12")
    project.plugins("{zhibu: {as_of: 2019-11-25}}")
    review = "{年度: 2019, 要点: 3.1.1, 结论: 符合, 评定单位: 甲学院党委, 日期: 2019-10-08, 意见: 有记录}"
    with (project.root / "records/units/aa/committee.yml").open("a", encoding="utf-8") as file:
        file.write(f"评定: [{review}]\n")
    lines = [line for line in told(project, "--as-of", "2019-01-02") if not re.search(r"R2(17|45)", line)]
    assert len(lines) == 1
    assert "警告[R262] 截至日 2019-01-02 早于台账的第一条记录（2019-03-14）" in lines[0]
    assert "mkdocs.yml" in lines[0]
    assert "--as-of" in lines[0]


def test_an_as_of_among_the_records_is_not_astray(project: Project) -> None:
    many(project, "2019-03-14", "2019-06-13", "2019-09-12")
    lines = told(project, "--as-of", "2019-03-14")
    assert not [line for line in lines if "R262" in line]
    assert len([line for line in lines if "R203" in line]) == 4


def test_the_place_is_the_line_of_mkdocs_yml(project: Project) -> None:
    text = project.config.read_text(encoding="utf-8")
    project.config.write_text(
        text.replace("{zhibu: {as_of: 2019-11-25}}", "zhibu:\n    as_of: 2018-11-25\n").replace(
            "plugins: [zhibu:\n    as_of: 2018-11-25\n]", "plugins:\n  - zhibu:\n      as_of: 2018-11-25"
        ),
        encoding="utf-8",
    )
    number = 1 + project.config.read_text(encoding="utf-8").splitlines().index("      as_of: 2018-11-25")
    assert [line for line in told(project) if line.startswith(f"mkdocs.yml:{number}:7: 警告[R262]")]


@pytest.mark.parametrize(
    ("as_of", "astray"),
    [(date(2019, 1, 12), True), (date(2019, 1, 13), False), (date(2020, 12, 31), False), (date(2021, 1, 1), True)],
)
def test_how_far_is_astray(as_of: date, *, astray: bool) -> None:
    problem = check_as_of(as_of, date(2019, 3, 14), date(2019, 9, 12), Source("mkdocs.yml"))
    assert (problem is not None) is astray


def test_the_demonstration_is_not_astray() -> None:
    root = Path(__file__).parents[1]
    result = CliRunner().invoke(cli.cli, ["check", "--config", str(root / "mkdocs.yml"), "--strict"])
    assert result.exit_code == 0
