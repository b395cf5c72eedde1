"""Joint activities: entered once in the committee's register, they count for every branch that took part."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.evaluate.assess import assess
from generator.evaluate.year_context import YearContext
from generator.load.joint import joint_rows, with_joint
from generator.load.records import read_record
from generator.model.dossier import Dossier
from generator.model.finding import Finding
from generator.model.problem import Problem
from generator.model.record import Source
from generator.model.records.activity import Activity
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.organisation import Institution
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.validate.joint import check_joint
from tests.evaluate.asking import standard_set

JOINT = """联合活动:
  - 类型: [党课, 专题学习]
    日期: 2019-06-27
    时间: 14:30-16:00
    主持: 学院党委副书记
    议题: [{事项: 读原文}]
    党课: {题目: 学习支部工作条例, 主讲: 学院党委书记}
    录入: 2019-06-28
    参加:
      - {支部: b1, 应到: 9, 实到: 8, 缺席: {请假: 1}}
      - {支部: b2, 应到: 6, 实到: 6, 领导干部: {应到: 1, 实到: 1}}
"""
PROFILE = {"名称": "甲支部", "类型": "教师", "成立": "2015-09-10", "台账核对至": "2019-10-31"}


@pytest.fixture
def register(write: Callable[[str, str], Path], tmp_path: Path) -> CommitteeRegister:
    record, problems = read_record(write("records/units/xx/2019.yml", JOINT), tmp_path, CommitteeRegister)
    assert record is not None, problems
    return record


def branch(id: str, register: CommitteeRegister, own: Register | None = None, **profile: Any) -> Dossier:
    told = Profile.model_validate(PROFILE | profile).model_copy(
        update={"source": Source(f"records/units/xx/{id}/branch.yml", 1, 1)}
    )
    registers = {2019: own} if own else {}
    return Dossier.assemble(id, "xx", told, with_joint(registers, joint_rows({2019: register}).get(id, {})))


def judged(dossier: Dossier) -> dict[str, Finding]:
    chosen = standard_set({"检查": "频次", "参数": {"记录": "专题学习", "每": "季", "至少": "1"}})
    context = YearContext(date(2019, 11, 25), 2019, Institution.model_validate({"名称": "示例大学"}))
    return {row.period.name: row for row in assess([chosen], dossier, context).findings}


def test_every_branch_has_the_activity_with_its_own_numbers(register: CommitteeRegister) -> None:
    rows = joint_rows({2019: register})
    assert {id: list(years) for id, years in rows.items()} == {"b1": [2019], "b2": [2019]}
    (first,), (second,) = rows["b1"][2019], rows["b2"][2019]
    assert (first.expected, first.attended, first.absences and first.absences.on_leave) == (9, 8, 1)
    assert (second.expected, second.attended, second.leaders and second.leaders.attended) == (6, 6, 1)
    assert (first.on, first.time, first.subject) == (date(2019, 6, 27), "14:30-16:00", "学习支部工作条例")


def test_it_is_an_activity_like_one_of_the_branch_s_own(register: CommitteeRegister) -> None:
    own = {
        "类型": ["党课", "专题学习"],
        "日期": "2019-06-27",
        "时间": "14:30-16:00",
        "主持": "学院党委副书记",
        "应到": "9",
        "实到": "8",
        "缺席": {"请假": "1"},
        "议题": [{"事项": "读原文"}],
        "党课": {"题目": "学习支部工作条例", "主讲": "学院党委书记"},
        "录入": "2019-06-28",
    }
    (row,) = joint_rows({2019: register})["b1"][2019]
    assert row.model_dump(exclude={"source"}) == Activity.model_validate(own).model_dump(exclude={"source"})


def test_it_proves_what_the_branch_has_no_other_record_of(register: CommitteeRegister) -> None:
    found = judged(branch("b1", register))
    assert {name: row.verdict.value for name, row in found.items()} == {
        "2019-Q1": "缺项",
        "2019-Q2": "符合",
        "2019-Q3": "缺项",
        "2019-Q4": "未到期",
    }
    (evidence,) = found["2019-Q2"].evidence
    assert (evidence.source.path, evidence.anchor) == ("records/units/xx/2019.yml", "a-2019-06-27-1")
    assert judged(branch("b3", register))["2019-Q2"].verdict.value == "缺项"


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(("members", "expected"), [(8, ["R264"]), (9, []), (10, [])])
def test_more_people_than_the_branch_has_are_told_with_both_places(
    register: CommitteeRegister, members: int, expected: list[str]
) -> None:
    rows = [{"自": "2019-01-01", "正式": str(members), "预备": "0"}]
    found = list(check_joint(branch("b1", register, 党员人数=rows)))
    assert codes(found) == expected
    assert all(problem.source.path == "records/units/xx/2019.yml" for problem in found)


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [("党课", "2019-06-27", ["R265"]), ("党课", "2019-06-26", []), ("重温入党誓词", "2019-06-27", [])],
)
def test_what_the_branch_entered_once_more_is_told(
    register: CommitteeRegister, kind: str, day: str, expected: list[str]
) -> None:
    row = {"类型": [kind], "日期": day, "主持": "支部书记", "应到": "9", "实到": "8"}
    own = Register.model_validate({"活动": [row]})
    placed = own.activities[0].model_copy(update={"source": Source("records/units/xx/b1/2019.yml", 2, 3)})
    found = list(check_joint(branch("b1", register, own.model_copy(update={"activities": (placed,)}))))
    assert codes(found) == expected
    assert all("records/units/xx/2019.yml" in problem.message for problem in found)


def test_a_branch_without_joint_activities_keeps_its_registers() -> None:
    registers = {2019: Register()}
    assert with_joint(registers, {}) is registers
