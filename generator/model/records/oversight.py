"""督查 of 学校 and 研判 of 基层党委: what was found each quarter, and how each problem was closed (方案四（三）)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, Text
from generator.model.record import FormLayout, Record, RunsOn, entry


class Issue(Record):
    """A problem that a 督查 or 研判 found: kind, not persons; closed (销号) on a day, or still open."""

    RUNS_ON: ClassVar[RunsOn] = RunsOn(over=("销号日期",))

    text: Text = entry("问题", example="党小组会记录不全", hint="写问题的类型，不点名个人")
    branch: BranchId | None = entry("支部", example="xx-js1", default=None, hint="支部的文件夹名；不止一个支部的不写")
    measure: Text | None = entry("措施", example="补齐记录，组织员复查", default=None)
    due: Day | None = entry("期限", example="2019-11-15", default=None)
    closed_on: Day | None = entry("销号日期", example="2019-11-12", default=None, hint="没有销号的不写")


class InspectionMethod(StrEnum):
    """How 学校 inspects: 随机抽查 and 定期督查 (方案四（三）)."""

    RANDOM = "随机抽查"
    SCHEDULED = "定期督查"


class Inspection(Record):
    """督查: one inspection by 学校, with the branches that were drawn and what was found."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y42",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = ()

    on: Day = entry("日期", example="2019-10-18", hint="查了几天的写最后一天")
    method: InspectionMethod = entry("方式", example="随机抽查")
    drawn: tuple[BranchId, ...] = entry(
        "抽到的支部", example=["xx-js1"], default=(), hint="支部的文件夹名；随机抽查的写抽签名单"
    )
    notice: Text | None = entry("通报", example="督查通报第 3 期", default=None)
    issues: tuple[Issue, ...] = entry("问题", example=[{"问题": "党小组会记录不全"}], default=())


class QuarterlyReview(Record):
    """研判: one of the committee's quarterly reviews of its branches."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y43",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="quarterly-review",
            title="分析研判记录",
            number="委01",
            revised=date(2026, 11, 28),
            standard="7.1",
            note="每季度一次；问题写类型，不点名个人，逐条销号。",
            rows={"问题": 5},
            signatures=("主持", "记录"),
        ),
    )

    on: Day = entry("日期", example="2019-10-16")
    branches: Count | None = entry("研判支部数", example="6", default=None)
    minutes: Text | None = entry("纪要", example="学院党委会议纪要第 9 期", default=None)
    issues: tuple[Issue, ...] = entry("问题", example=[{"问题": "党小组会记录不全"}], default=())
