"""`zhibu visits`: planned from the records, nothing without --write, reasons in the department's file alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.conftest import Project

ROUND = """观摩安排:
  - 编号: gm1
    自: 2019-11-01
    至: 2019-12-31
TERMS"""
BRANCH = """名称: NAME
类型: KIND
成立: 2015-09-10
党员人数: [{自: 2018-09-01, 正式: 8, 预备: 1}]
支委: [{职务: 书记, 姓名: 钱乙丙, 自: 2018-06-20}]
党小组: []
未划党小组理由: 党员集中在一层楼
台账核对至: 2019-10-31
"""
SLOTS = "时段: [{每: 周, 星期: 五, 自: 14:30, 至: 16:00}]"


@pytest.fixture
def school(project: Project) -> Project:
    """`aa-1` is a point that is open on Fridays for two branches at a time; four branches under two committees go."""
    path = project.branch / "showcase.md"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"时段: *\[[^\]]*\]", SLOTS, text)
    text = re.sub(r"时段:\n(?: +- [^\n]*\n)+", f"{SLOTS}\n", text)
    path.write_text(re.sub(r"每批人数: \d+", "每批人数: 6", text), encoding="utf-8")
    project.seal()
    project.write("records/units/bb/committee.yml", "名称: 乙学院党委\n类型: 基层党委\n")
    for id, kind in (("bb-1", "学生"), ("bb-2", "教师")):
        project.write(f"records/units/bb/{id}/branch.yml", BRANCH.replace("NAME", f"支部{id}").replace("KIND", kind))
    register(project)
    return project


def register(project: Project, terms: str = "    不参加: [{支部: aa-1, 理由: 只接待}]\n", more: str = "") -> Path:
    return project.write("records/school/2019.yml", ROUND.replace("TERMS", terms) + more)


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(cli.cli, ["visits", *arguments, "--config", str(project.config)])


def test_a_plan_is_told_without_reasons_and_changes_nothing(school: Project) -> None:
    before = register(school).read_bytes()
    done = run(school, "propose")
    assert done.exit_code == 0, done.output
    assert done.stdout == (
        "11月29日 14:30—16:00，甲学院第一党支部：甲学院第二党支部、支部bb-1\n"
        "12月6日 14:30—16:00，甲学院第一党支部：支部bb-2\n"
    )
    assert "缺" not in done.output
    assert (school.root / "records/school/2019.yml").read_bytes() == before


def test_what_is_written_is_the_same_plan_and_holds(school: Project) -> None:
    assert run(school, "propose", "--write").exit_code == 0
    text = (school.root / "records/school/2019.yml").read_text(encoding="utf-8")
    row = '{支部: bb-2, 观摩点: aa-1, 日期: 2019-12-06, 自: "14:30", 至: "16:00", 状态: 拟}'
    assert row in text
    assert text.count("状态: 拟") == 3
    checked = run(school, "check", "--strict")
    assert checked.exit_code == 0, checked.output
    assert CliRunner().invoke(cli.cli, ["check", "--config", str(school.config)]).exit_code == 0
    assert run(school, "propose", "--write").exit_code == 0
    assert (school.root / "records/school/2019.yml").read_text(encoding="utf-8") == text


def test_what_people_agreed_on_stays_and_the_rest_goes_round_it(school: Project) -> None:
    assert run(school, "propose", "--write").exit_code == 0
    path = school.root / "records/school/2019.yml"
    changed = re.sub(
        r"(支部: bb-2, .*日期: )2019-12-06(.*)拟", r"\g<1>2019-11-29\2商定", path.read_text(encoding="utf-8")
    )
    path.write_text(changed, encoding="utf-8")
    full = run(school, "check")
    assert full.exit_code == 1
    assert "W211" in full.stderr
    assert "甲学院第一党支部一批最多 2 个支部，现在排的是甲学院第二党支部、支部bb-1、支部bb-2" in full.stderr
    assert run(school, "propose", "--write").exit_code == 0
    rows = re.findall(r"支部: ([\w-]+), 观摩点: aa-1, 日期: ([\d-]+).*状态: (\S+)}", path.read_text(encoding="utf-8"))
    assert rows == [
        ("bb-2", "2019-11-29", "商定"),
        ("aa-2", "2019-11-29", "拟"),
        ("bb-1", "2019-12-06", "拟"),
    ]


def test_reasons_are_in_a_file_of_their_own_and_never_in_the_project(school: Project, tmp_path: Path) -> None:
    reasons = tmp_path / "reasons.txt"
    done = run(school, "propose", "--write", "--reasons", str(reasons))
    assert done.exit_code == 0, done.output
    text = reasons.read_text(encoding="utf-8")
    assert "只供组织部" in text
    assert "甲学院第二党支部 → 11月29日 14:30—16:00，甲学院第一党支部：3.1（缺项）" in text
    assert reasons.stat().st_mode & 0o077 == 0
    assert "缺项" not in (school.root / "records/school/2019.yml").read_text(encoding="utf-8")
    refused = run(school, "propose", "--reasons", str(school.root / "records/reasons.txt"))
    assert refused.exit_code == 2


def test_what_clashes_is_told_and_nothing_is_written(school: Project) -> None:
    before = register(school, "    本党委: 不去\n").read_bytes()
    done = run(school, "propose", "--write")
    assert done.exit_code == 1
    assert "W210" in done.stderr
    assert "甲学院第二党支部要出去；不去本党委的观摩点。" in done.stderr
    assert (school.root / "records/school/2019.yml").read_bytes() == before


def test_who_has_been_there_in_the_round_is_done_and_batches_that_were_are_counted(school: Project) -> None:
    more = "交叉观摩:\n  - {日期: 2019-11-08, 观摩点: aa-1, 来访支部: [aa-2]}\n"
    register(school, "    每点批次: 2\n    不参加: [{支部: aa-1, 理由: 只接待}]\n", more)
    assert run(school, "propose").stdout == "11月29日 14:30—16:00，甲学院第一党支部：支部bb-1、支部bb-2\n"
    register(school, "    每点批次: 1\n    不参加: [{支部: aa-1, 理由: 只接待}]\n", more)
    done = run(school, "propose")
    assert "支部bb-1要出去；甲学院第一党支部最多还接待 0 批。" in done.stderr


def test_a_day_that_has_passed_without_a_record_is_asked_about(school: Project) -> None:
    row = '    行程: [{支部: bb-1, 观摩点: aa-1, 日期: 2019-11-15, 自: "14:30", 至: "16:00", 状态: 商定}]\n'
    register(school, "    不参加: [{支部: aa-1, 理由: 只接待}]\n" + row)
    done = run(school, "check")
    assert done.exit_code == 0, done.output
    assert "支部bb-1商定 11月15日 14:30—16:00，甲学院第一党支部，还没有登记" in done.stderr
    assert "甲学院第二党支部、支部bb-2还没有去处" in done.stderr
    assert run(school, "check", "--strict").exit_code == 1
    assert "bb-1" not in run(school, "propose").stdout


@pytest.mark.parametrize(
    ("text", "arguments", "told"),
    [
        ("交叉观摩: []\n", (), "没有“观摩安排”"),
        (ROUND.replace("TERMS", "") + ROUND.replace("观摩安排:\n", "").replace("gm1", "gm2").replace("TERMS", ""), (), "gm1、gm2"),
        (ROUND.replace("TERMS", ""), ("--round", "gm9"), "哪一轮：gm1"),
    ],
)  # fmt: skip
def test_which_round_has_to_be_clear(school: Project, text: str, arguments: tuple[str, ...], told: str) -> None:
    school.write("records/school/2019.yml", text)
    done = run(school, "propose", *arguments)
    assert done.exit_code == 2
    assert told in done.stderr
