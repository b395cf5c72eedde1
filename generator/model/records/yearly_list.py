"""学习计划 and 履职清单: what a branch resolves at the beginning of a year, and what became of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Day, Name, Text
from generator.model.kinds import ActivityKind
from generator.model.record import FormLayout, Record, RunsOn, entry

ADOPTING = (ActivityKind.COMMITTEE_MEETING, ActivityKind.GENERAL_MEETING)
"""The meetings that adopt a plan; a branch without a committee has the second only."""


class Quarter(StrEnum):
    """季度 for which a topic is planned."""

    FIRST = "一"
    SECOND = "二"
    THIRD = "三"
    FOURTH = "四"


class YearlyList(Record):
    """What a meeting adopted for the year, and when: the meeting itself stands among the activities."""

    on: Day = entry("日期", example="2019-03-07", hint="会议议定的那一天")
    meeting: ActivityKind = entry("会议", example="支部委员会会议", hint="支部委员会会议或支部党员大会")


class StudyTopic(Record):
    """专题 of one quarter; whoever leads it is a post."""

    quarter: Quarter = entry("季度", example="一", hint="一、二、三、四")
    title: Name = entry("题目", example="学习支部工作条例")
    reading: Text | None = entry("读什么", example="条例第三章、第四章", default=None)
    leader: Text | None = entry("领学", example="宣传委员", default=None, hint="写职务，不写姓名")


class StudyPlan(YearlyList):
    """学习计划 of the year (1.1): topics by quarter."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="study-plan",
            title="支部年度学习计划",
            number="支10",
            revised=date(2026, 11, 28),
            note="经支委会或支部党员大会议定，发给每名党员；每季度至少一个专题。",
            rows={"专题": tuple(Quarter)},
            signatures=("支部书记",),
        ),
    )

    topics: tuple[StudyTopic, ...] = entry("专题", example=[{"季度": "一", "题目": "学习支部工作条例"}], default=())


class DutyItem(Record):
    """One thing that the secretary takes on.  It is settled once it is done or, with its reason, carried over."""

    RUNS_ON: ClassVar[RunsOn] = RunsOn(over=("完成",))

    matter: Text = entry("事项", example="为全体党员讲一次党课")
    extent: Text | None = entry("程度", example="联系本支部的课程建设", default=None, hint="做到什么程度")
    due: Day = entry("期限", example="2019-09-30")
    done: Day | None = entry("完成", example="2019-09-19", default=None, hint="办完那一天；还没有办完的不写")
    carried_over: Day | None = entry(
        "结转", example="2019-12-20", default=None, hint="对账时定为转入下年或移交的那一天"
    )
    note: Text | None = entry("说明", example="转入下年：活动室改造未完工", default=None, hint="结转的写明理由")

    @property
    def settled_on(self) -> Day | None:
        """The day on which it was done or carried over; None while it is open."""
        return self.done or self.carried_over


class DutyList(YearlyList):
    """履职清单 of the secretary (4.2); a new secretary has one of his own."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="duty-list",
            title="书记履职清单",
            number="支11",
            revised=date(2026, 11, 28),
            note="年初经支委会（没有的经支部党员大会）讨论，年底逐条对账：办结的写完成，转下年的写结转和说明。",
            rows={"事项": 8},
            signatures=("支部书记", "对账人（职务）"),
        ),
    )

    items: tuple[DutyItem, ...] = entry("事项", example=[{"事项": "讲一次党课", "期限": "2019-09-30"}], default=())
