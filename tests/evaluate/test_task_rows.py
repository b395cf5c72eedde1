"""Tasks of the plan that rows of the register of 学校 show: literal rows in, conclusion out, on both sides of every day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.evaluate.task_rows import OF_SCHOOL, SchoolRows
from generator.evaluate.task_standings import standing, standings
from generator.model.finding import Verdict
from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.kinds import BranchKind
from generator.model.record import Audience
from generator.model.records.organisation import Committee, Institution
from generator.model.records.plan import Handout, Plan, TaskEvidence
from generator.model.records.school_register import SchoolRegister
from generator.model.standing import TaskStanding
from tests.evaluate.test_task_standings import plan

UNMET, DUE_SOON, NOT_DUE, MET, NO_RECORD = (
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.MET,
    Verdict.NO_RECORD,
)
_CLASS = {"层级": "学校", "名称": "甲"}
LAUNCHES = {
    "部署": [
        {"日期": "2019-06-01", "类别": "文件", "名称": "方案"},
        {"日期": "2019-06-08", "类别": "会议", "名称": "会"},
    ]
}
CAMPAIGN = {
    "编号": "a",
    "日期": "2019-06-10",
    "至": "2019-06-12",
    "名称": "快闪",
    "类别": "快闪",
    "条款": "三（二）1",
}
TEST = {**_CLASS, "日期": "2019-06-10", "形式": "测试", "参加": [{"对象": "学生党员", "应参加": "20", "实参加": "18"}]}
AWARD = {
    "编号": "a",
    "级别": "校级",
    "发文单位": "学校党委",
    "奖项": "优秀共产党员",
    "人数": "3",
    "日期": "2019-06-10",
    "文号": "1号",
    "状态": "表彰",
}
APPLIED = {"编号": "b", "支部": "x", "题目": "甲", "申报": "2019-06-01"}
PROJECT = {**APPLIED, "编号": "a", "立项": {"日期": "2019-06-10"}}
REJECTED = {**APPLIED, "评审": {"日期": "2019-06-10", "单位": "组织部", "结论": "不予立项"}}
VISIT = {"日期": "2019-06-10", "观摩点": "x", "来访支部": ["y"]}


def told(
    shown_by: str, register: dict[str, Any], as_of: str, *, handouts: Any = (), branches: tuple[str, ...] = ("x", "y")
) -> TaskStanding:
    rows = SchoolRows(SchoolRegister.model_validate(register), handouts, branches)
    return standing(next(plan(台账=shown_by).tasks), (), date.fromisoformat(as_of), Audience.INTERNAL, rows)


def verdict(*given: Any, **more: Any) -> Verdict | None:
    return told(*given, **more).verdict


@pytest.mark.parametrize(
    ("shown_by", "register", "before", "on"),
    [
        ("部署", LAUNCHES, "2019-06-07", "2019-06-08"),
        ("特色活动", {"特色活动": [CAMPAIGN]}, "2019-06-11", "2019-06-12"),
        ("理论测试", {"理论测试": [TEST]}, "2019-06-09", "2019-06-10"),
        ("表彰", {"表彰": [AWARD]}, "2019-06-09", "2019-06-10"),
        ("主题立项", {"主题立项": [PROJECT]}, "2019-06-09", "2019-06-10"),
        ("主题立项", {"主题立项": [REJECTED]}, "2019-06-09", "2019-06-10"),
        ("交叉观摩", {"交叉观摩": [VISIT]}, "2019-06-09", "2019-06-10"),
    ],
)
def test_rows_finish_a_task_from_their_day_and_without_them_it_is_open(
    shown_by: str, register: dict[str, Any], before: str, on: str
) -> None:
    assert verdict(shown_by, register, before) is NOT_DUE
    assert verdict(shown_by, register, on) is MET
    assert verdict(shown_by, {}, on) is NOT_DUE


@pytest.mark.parametrize(
    ("reconciled", "as_of", "expected"),
    [
        (None, "2019-06-20", NOT_DUE),
        (None, "2019-06-21", DUE_SOON),
        (None, "2019-06-30", DUE_SOON),
        (None, "2019-07-01", NO_RECORD),
        ("2019-06-29", "2019-07-01", NO_RECORD),
        ("2019-06-30", "2019-07-01", UNMET),
    ],
)
@pytest.mark.parametrize("shown_by", sorted(OF_SCHOOL))
def test_a_gap_needs_a_register_reconciled_to_the_deadline(
    shown_by: str, reconciled: str | None, as_of: str, expected: Verdict
) -> None:
    register = {"台账核对至": reconciled} if reconciled else {}
    assert verdict(shown_by, register, as_of) is expected


@pytest.mark.parametrize(
    ("shown_by", "register", "words"),
    [
        ("部署", {"部署": LAUNCHES["部署"][:1]}, "没有会议"),
        ("特色活动", {"特色活动": [{**CAMPAIGN, "条款": "三（二）2"}]}, "特色活动 0 条"),
        ("表彰", {"表彰": [{**AWARD, "状态": "公示"}]}, "另有 1 项没有到表彰"),
        ("主题立项", {"主题立项": [PROJECT, APPLIED]}, "1 项还在申报"),
    ],
)
def test_rows_that_do_not_finish_it_say_what_is_open(shown_by: str, register: dict[str, Any], words: str) -> None:
    found = told(shown_by, register, "2019-06-15")
    assert found.verdict is NOT_DUE
    assert words in found.reason


@pytest.mark.parametrize(("branches", "expected"), [(("x",), MET), (("x", "y"), MET), (("x", "y", "z"), NOT_DUE)])
def test_every_branch_has_to_visit_or_receive(branches: tuple[str, ...], expected: Verdict) -> None:
    assert verdict("交叉观摩", {"交叉观摩": [VISIT]}, "2019-06-15", branches=branches) is expected


@pytest.mark.parametrize(("signed", "expected"), [("4", NOT_DUE), ("5", MET)])
def test_every_copy_is_signed_for(signed: str, expected: Verdict) -> None:
    row = Handout.model_validate({"对象": "党支部书记", "应发": "5", "签收": signed, "日期": "2019-06-10"})
    assert verdict("手册配发", {}, "2019-06-15", handouts=(row,)) is expected
    assert verdict("手册配发", {}, "2019-06-09", handouts=(row,)) is NOT_DUE


def test_a_part_of_the_institution_still_shows_what_its_own_rows_say_but_not_who_has_not_been_out() -> None:
    def parts(shown_by: str) -> list[str]:
        given: Plan = plan(台账=shown_by)
        return list(standings(given, (), date(2019, 6, 1), Audience.INTERNAL, whole=False))

    assert parts("部署") == ["三（二）1"]
    assert parts("交叉观摩") == []
    assert parts("标准") == []


def test_every_section_that_shows_a_task_is_one_of_the_register_or_of_the_plan() -> None:
    labels = {str(row.alias) for row in SchoolRegister.model_fields.values()} | {
        str(row.alias) for row in Plan.model_fields.values()
    }
    assert {each.value for each in OF_SCHOOL} <= labels
    assert set(TaskEvidence) >= OF_SCHOOL


def test_a_dissolved_branch_is_asked_for_nothing() -> None:
    rows = tuple(
        BranchEntry(
            id=id, committee="aa", name=id, kind=BranchKind.TEACHERS, folder=Path(), dissolved=date.fromisoformat(day)
        )
        for id, day in (("aa-1", "2019-11-25"), ("aa-2", "2019-11-26"))
    )
    head = Committee.model_validate({"名称": "学院党委", "类型": "基层党委"})
    register = SchoolRegister.model_validate({"台账核对至": "2019-10-31"})
    index = Index(
        institution=Institution.model_validate({"名称": "大学"}),
        committees=(CommitteeEntry(id="aa", committee=head, branches=(), roster=rows),),
        further={"school/2019.yml": register},
    )
    year = plan()
    found = SchoolRows.of(index, year, date(2019, 11, 25))
    assert (found.register, found.branches) == (register, {"aa-2"})
    assert SchoolRows.of(replace(index, further={}), year, date(2019, 11, 25)).register == SchoolRegister()
