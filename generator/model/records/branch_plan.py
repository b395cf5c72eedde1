"""推进计划 and 一支部一策 in a branch's register: how its plan went through the offices, and which gaps it mends how.

方案三（一）3 asks every branch for a plan, handed in for review by a fixed day; 方案二 asks for 一支部一策: remedies for the
branch's own gaps, each held against the standards it answers.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Day, StandardId, Text
from generator.model.record import FormLayout, Record, RunsOn, entry


class PlanStep(StrEnum):
    """环节 of a plan on its way to approval (方案三（一）3); only the first submission is held against the deadline."""

    DISCUSSED = "支部讨论"
    REVIEWED = "基层党委初审"
    SUBMITTED = "首次报送"
    RETURNED = "退回"
    RESUBMITTED = "再次报送"
    APPROVED = "审核通过"


class PlanEvent(Record):
    """One step that was taken: which, when, and by whom."""

    step: PlanStep = entry("环节", example="首次报送", hint="退回、再次报送可以有几次，各写一行")
    on: Day = entry("日期", example="2019-05-17")
    office: Text = entry("单位", example="学院党委", hint="这一步由谁办，写单位或职务")
    note: Text | None = entry("说明", example="第三部分补写了完成时间", default=None)


class PlannedWork(Record):
    """工作: one piece of work in the plan."""

    matter: Text = entry("事项", example="规范主题党日")
    measure: Text | None = entry("措施", example="每月第四个星期四开展，主题提前一周定", default=None)
    responsible: Text = entry("责任", example="组织委员", hint="写职务，不写姓名")
    due: Day = entry("期限", example="2019-09-30")


class BranchPlan(Record):
    """推进计划: the way it went, and what it says is to be done."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y07",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="branch-plan",
            title="支部推进计划",
            number="支15",
            revised=date(2026, 11, 28),
            rows={"经过": 6, "工作": 6},
            signatures=("支部书记", "基层党委经办人"),
        ),
    )

    course: tuple[PlanEvent, ...] = entry(
        "经过",
        example=[{"环节": "支部讨论", "日期": "2019-05-09", "单位": "支部党员大会"}],
        default=(),
        hint="按先后一步一行；首次报送的日期与期限相比",
    )
    works: tuple[PlannedWork, ...] = entry(
        "工作", example=[{"事项": "规范主题党日", "责任": "组织委员", "期限": "2019-09-30"}], default=()
    )


class RemedyLabel(StrEnum):
    """类别 of a gap: the three words in which 方案二 speaks of branches that fall short."""

    WEAKENED = "弱化"
    HOLLOWED = "虚化"
    MARGINALISED = "边缘化"


class Remedy(Record):
    """对策: one gap, the standards it falls short of, and how, by which post and until when it is mended (方案二)."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y02",)
    RUNS_ON: ClassVar[RunsOn] = RunsOn(over=("完成",), carried=True, anew="期限")

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="remedy", title="一支部一策：对策", number="支16", revised=date(2026, 11, 28), signatures=("支部书记",)
        ),
    )

    problem: Text = entry("问题", example="主题党日常常改期，理由没有记下来")
    labels: tuple[RemedyLabel, ...] = entry("类别", example=["虚化"], hint="弱化、虚化、边缘化，可写几个")
    standards: tuple[StandardId, ...] = entry("标准", example=["3.5"], hint="标准编号，可写几项")
    measure: Text = entry("措施", example="改期须当月报基层党委并写明理由")
    responsible: Text = entry("责任", example="组织委员", hint="写职务，不写姓名")
    due: Day = entry("期限", example="2019-09-30")
    done: Day | None = entry("完成", example="2019-09-26", default=None, hint="办完那一天；还没有办完的不写")
