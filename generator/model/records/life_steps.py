"""步骤 of 组织生活会 and of 民主评议党员: which was taken when, by 归属年度 (3.6)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Day, Text
from generator.model.record import FormLayout, Record, entry


class LifeMeetingStage(StrEnum):
    """The steps of an 组织生活会, in order; the fifth is the meeting itself."""

    THEME = "定主题"
    STUDY = "学习"
    TALKS = "谈心"
    OPINIONS = "听意见"
    CRITICISM = "查摆批评"
    MENDING = "整改"


class AppraisalStage(StrEnum):
    """The steps of a 民主评议党员, in order."""

    SELF = "个人自评"
    MUTUAL = "党员互评"
    VOTE = "民主测评"
    RESULT = "组织评定"
    TOLD = "反馈"


class LifeMeetingStep(Record):
    """One step that was taken, on its last day where it took several."""

    step: LifeMeetingStage = entry("步骤", example="定主题", hint="定主题、学习、谈心、听意见、查摆批评、整改")
    on: Day = entry("日期", example="2019-12-05", hint="做完的那一天")
    evidence: Text | None = entry("材料", example="支委会记录第 30 页", default=None, hint="材料在哪里，不写内容")


class LifeMeetingCourse(Record):
    """How the year's 组织生活会 went, step by step; what was said is in no record."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y18",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="life-meeting-steps",
            title="组织生活会步骤",
            number="支13",
            revised=date(2026, 11, 28),
            note="每一步写做完的那一天；发言和批评的内容不写。",
            rows={"步骤": tuple(LifeMeetingStage)},
            signatures=("支部书记",),
        ),
    )

    steps: tuple[LifeMeetingStep, ...] = entry("步骤", example=[{"步骤": "定主题", "日期": "2019-12-05"}])


class AppraisalStep(Record):
    """One step that was taken, on its last day where it took several."""

    step: AppraisalStage = entry("步骤", example="个人自评", hint="个人自评、党员互评、民主测评、组织评定、反馈")
    on: Day = entry("日期", example="2020-01-09", hint="做完的那一天")
    evidence: Text | None = entry("材料", example="记录本第 41 页", default=None, hint="材料在哪里，不写内容")


class AppraisalCourse(Record):
    """How the year's 民主评议党员 went, step by step; grades and ballots are in no record."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y18",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="appraisal-steps",
            title="民主评议党员步骤",
            number="支14",
            revised=date(2026, 11, 28),
            note="每一步写做完的那一天；票和等次由专人保管，不写。",
            rows={"步骤": tuple(AppraisalStage)},
            signatures=("支部书记",),
        ),
    )

    steps: tuple[AppraisalStep, ...] = entry("步骤", example=[{"步骤": "个人自评", "日期": "2020-01-09"}])
