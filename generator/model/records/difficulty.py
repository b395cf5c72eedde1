"""困难上报: what a branch could not settle by itself and reported upward, and the answer."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Day, Text
from generator.model.record import FormLayout, Record, RecordRule, RunsOn, entry, not_before


class DifficultyKind(StrEnum):
    """类别 of a difficulty."""

    PLACE = "场地经费"
    HANDS = "人员力量"
    LIFE = "组织生活"
    MEMBERS = "党员管理"
    OTHER = "其他"


class Difficulty(Record):
    """困难上报 with its answer."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="difficulty",
            title="困难上报与答复",
            number="支29",
            revised=date(2026, 11, 28),
            note="一条困难一张；不写个人的情况。",
            signatures=("支部书记", "答复人（职务）"),
        ),
    )

    RUNS_ON: ClassVar[RunsOn] = RunsOn(over=("答复日期",))
    RULES: ClassVar[tuple[RecordRule, ...]] = (not_before("答复日期", "日期", "上报"),)

    on: Day = entry("日期", example="2019-04-03")
    kind: DifficultyKind = entry("类别", example="场地经费")
    text: Text = entry("困难", example="支部没有固定的活动场所", hint="一句话，不写个人")
    to: Text = entry("报给", example="学院党委")
    answered_on: Day | None = entry("答复日期", example="2019-04-16", default=None, hint="还没有答复的不写")
    answer: Text | None = entry("答复", example="学院会议室每月第四个星期四下午留用", default=None)
