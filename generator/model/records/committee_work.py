"""What a committee keeps of its work for the year beside what is judged: duties, places and funds, pairing, reports.

Numbers of people that are few are for the restricted edition, and so is what a work report came to.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, Identifier, Name, Text, YearMonth, Yuan
from generator.model.record import Audience, FormLayout, Record, RunsOn, entry
from generator.model.records.approval import Approval
from generator.model.small_counts import audience_of_count

_PUBLIC = Audience.PUBLIC


class CommitteeDuty(StrEnum):
    """四职责 of a 基层党委 in the year's plan (方案四（二）)."""

    ARRANGE = "部署"
    CARRY_OUT = "落实"
    INSPECT = "督查"
    ACCEPT = "验收"


class DutyDone(Record):
    """A day on which the committee did one of its four duties."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="committee-duty",
            title="四职责登记",
            number="委07",
            revised=date(2026, 11, 28),
            log=True,
            standard="7.1",
            note="部署、落实、督查、验收，做一次写一行。",
            signatures=("登记人（职务）",),
        ),
    )

    on: Day = entry("日期", example="2019-03-12")
    duty: CommitteeDuty = entry("职责", example="部署")
    matter: Text = entry("事项", example="学院党委会议，分解推进任务")
    document: Text | None = entry("材料", example="会议纪要第 2 期", default=None)


class Venue(Record):
    """阵地: a place for activities, and which branches share it."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y27",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="venue",
            title="活动阵地登记",
            number="委08",
            revised=date(2026, 11, 28),
            log=True,
            standard="6.1",
            note="不求专用，求固定时段用得上。",
            signatures=("登记人（职务）",),
        ),
    )

    RUNS_ON: ClassVar[RunsOn] = RunsOn(carried=True, without=frozenset({"核对日期"}))

    name: Name = entry("名称", example="学院党员活动室")
    place: Text = entry("地点", example="教学楼 302")
    branches: tuple[BranchId, ...] = entry("共用支部", example=["xx-js1", "xx-js2"], default=())
    times: Text | None = entry("固定时段", example="每月第四个星期四下午", default=None)
    checked_on: Day | None = entry("核对日期", example="2019-06-12", default=None, hint="照清单核对的一天")


class Funding(Record):
    """经费: money for a branch's activities or place, not from dues."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="funding",
            title="活动经费登记",
            number="委09",
            revised=date(2026, 11, 28),
            log=True,
            standard="6.1",
            note="从党费里出的写在党费收支里。",
            signatures=("登记人（职务）",),
        ),
    )

    on: Day = entry("日期", example="2019-04-16")
    matter: Text = entry("事项", example="购置投影设备")
    branch: BranchId | None = entry("支部", example="xx-js1", default=None, hint="几个支部共用的不写")
    amount: Yuan = entry("金额", example="3200.00", hint="元；从党费里出的写在党费里")


class PairingDay(Record):
    """One day of a pairing."""

    on: Day = entry("日期", _PUBLIC, example="2019-09-20")
    text: Text = entry("内容", _PUBLIC, example="送技术到村，看上次答应的两件事")


class Pairing(Record):
    """结对共建: whom branches are paired with, and what they did (方案三（三）8)."""

    APPROVED_AS: ClassVar[str] = "pairing"
    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y33",)
    RUNS_ON: ClassVar[RunsOn] = RunsOn(over=("至",), carried=True, without=frozenset({"活动", "审批"}))

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="pairing",
            title="结对共建登记",
            number="委10",
            revised=date(2026, 11, 28),
            standard="5.6",
            note="先问对方需要什么，答应了的写明回音。",
            rows={"活动": 5},
            without=frozenset({"编号", "审批"}),
            signatures=("登记人（职务）",),
        ),
    )

    id: Identifier = entry("编号", _PUBLIC, example="xx-2019-jd1", hint="全校不重复；审批按它找")
    partner: Name = entry("对方", _PUBLIC, example="帮扶村党支部")
    branches: tuple[BranchId, ...] = entry("支部", _PUBLIC, example=["xx-js1"])
    since: Day = entry("自", _PUBLIC, example="2019-05-10")
    until: Day | None = entry("至", _PUBLIC, example="2019-12-31", default=None, hint="还在结对的不写")
    days: tuple[PairingDay, ...] = entry("活动", _PUBLIC, example=[{"日期": "2019-09-20"}], default=())
    approval: Approval | None = entry(
        "审批", example={"提出": "学院党委副书记"}, default=None, hint="没有审批的不进公开版"
    )


class BirthdayMonth(Record):
    """政治生日 of a month as a number; fewer than ten are for the restricted edition."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="political-birthdays",
            title="政治生日每月人数",
            number="委11",
            revised=date(2026, 11, 28),
            log=True,
            standard="1.4",
            note="只写人数，不写日期和姓名。",
            signatures=("登记人（职务）",),
        ),
    )

    month: YearMonth = entry("月份", example="2019-06")
    people: Count | None = entry("人数", example="14", default=None, hint="只写人数，不写日期和姓名")

    def audience_here(self, name: str) -> Audience:
        """The number of few people is 专人."""
        return audience_of_count(self.people) if name == "people" else self.audience_of(name)


class WorkReport(Record):
    """述职评议: who reports before which meeting on which day; what it came to is 专人."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y40",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="work-report",
            title="述职评议安排",
            number="委12",
            revised=date(2026, 11, 28),
            log=True,
            standard="4.4",
            note="只排谁在哪次会上述职；等次和评议意见由专人保管。",
            without=frozenset({"等次", "评议意见"}),
            signatures=("登记人（职务）",),
        ),
    )

    branch: BranchId = entry("支部", example="xx-js1")
    by: Text = entry("述职人", example="书记", default="书记", hint="写职务")
    planned_on: Day = entry("日期", example="2020-01-09", hint="排定的日期；可以在次年")
    meeting: Text = entry("会议", example="学院党委述职评议会")
    grade: Text | None = entry("等次", Audience.RESTRICTED, example="好", default=None)
    opinion: Text | None = entry("评议意见", Audience.RESTRICTED, example="党建与教学结合得好", default=None)
