"""联系点: the branches that a leader of 学校 or a 基层党委 keeps in touch with, and what came of it (方案三（二）6)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import BranchId, Day, Text
from generator.model.record import FormLayout, Record, RunsOn, entry


class ContactVisit(Record):
    """A day that the leader spent at a contact branch: what was looked into, what was hard, what came of it."""

    RUNS_ON: ClassVar[RunsOn] = RunsOn(over=("办结日期",), about="难点")

    on: Day = entry("日期", example="2019-10-24")
    branch: BranchId = entry("支部", example="xx-js1", hint="支部的文件夹名，写在联系支部里的")
    activity: Text = entry("调研", example="参加主题党日，听党员意见")
    difficulty: Text | None = entry("难点", example="没有固定的活动场所", default=None, hint="写事，不点名个人")
    result: Text | None = entry("结果", example="与学院会议室共用，排定时段", default=None)
    settled_on: Day | None = entry("办结日期", example="2019-11-06", default=None, hint="还没有办结的不写")


class LeaderContact(Record):
    """One leader, by post and never by name, with the contact branches and the visits there.

    A post that changed hands has a row for each term; `since` and `until` are left out by who served all year.
    """

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y22",)
    RUNS_ON: ClassVar[RunsOn] = RunsOn(over=("至",), carried=True, without=frozenset({"活动", "自"}))

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="leader-contact",
            title="领导联系支部登记",
            number="委14",
            revised=date(2026, 11, 28),
            standard="6.3",
            note="每人至少联系 1 个教职工支部和 1 个学生支部；写职务，不写姓名。",
            rows={"活动": 6},
            signatures=("登记人（职务）",),
        ),
    )

    leader: Text = entry("领导", example="党委副书记", hint="写职务，不写姓名；一个职务有几人的写明分工")
    since: Day | None = entry("自", example="2019-03-01", default=None, hint="年中到任的写")
    until: Day | None = entry("至", example="2019-12-31", default=None, hint="年中离任的写")
    branches: tuple[BranchId, ...] = entry(
        "联系支部", example=["xx-js1", "xx-bk1"], default=(), hint="支部的文件夹名；还没有排上的写空列表"
    )
    visits: tuple[ContactVisit, ...] = entry("活动", example=[{"日期": "2019-10-24", "支部": "xx-js1"}], default=())

    def serves(self, on: date) -> bool:
        """Whether the leader is in post on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
