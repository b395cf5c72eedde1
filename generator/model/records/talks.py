"""谈心谈话: how often and with how many, by kind of pair.  Who with whom and what about is in no record (3.7)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Count, Day
from generator.model.record import FormLayout, Record, RecordRule, entry


class PairKind(StrEnum):
    """Between whom, by what they are."""

    OFFICERS = "支委之间"
    OFFICER_AND_MEMBER = "支委与党员"
    MEMBERS = "党员之间"


class TalkTally(Record):
    """The sums of one kind of pair from the beginning of the year to a day; the latest day counts.

    People reached are not added up over rows or kinds: the same person may be in several.
    """

    RULES: ClassVar[tuple[RecordRule, ...]] = (
        RecordRule(
            "R278",
            "已谈人数",
            ("已谈人数 > 应谈人数",),
            "{类别}已谈 {已谈人数} 人，多于应谈 {应谈人数} 人",
            "一人谈几次只算一人，请核对。",
        ),
    )

    pair: PairKind = entry("类别", example="支委与党员", hint="支委之间、支委与党员、党员之间")
    through: Day = entry("截至", example="2019-09-30", hint="从年初累计到哪一天；最近一天的那一行作数")
    times: Count = entry("次数", example="19")
    reached: Count = entry("已谈人数", example="14", hint="谈到的人数，一人谈几次只算一人")
    meant: Count | None = entry("应谈人数", example="15", default=None, hint="支委与党员一类写应谈几人")


class Talks(Record):
    """谈心谈话 of the year, counted by kind of pair; no names, no contents."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y17",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="talks",
            title="谈心谈话计数",
            number="支12",
            revised=date(2026, 11, 28),
            note="从年初累计到“截至”那一天；只写次数和人数，谁与谁谈、谈了什么都不写。",
            rows={"计数": tuple(PairKind)},
            signatures=("组织委员",),
        ),
    )

    tallies: tuple[TalkTally, ...] = entry(
        "计数", example=[{"类别": "支委与党员", "截至": "2019-09-30", "次数": 19, "已谈人数": 14}]
    )
