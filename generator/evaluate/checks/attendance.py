"""到会: did enough of those expected come to each meeting of the kind?

Compares 实到 with 应到 of every meeting held in the period: 半数以上 includes exactly half (A1), 过半 does not.  What has
happened cannot be made up for, so one meeting below the line is 缺项 without waiting for the period's end; a period
without a meeting is 不适用, for 频次 reports that.

Reports: 符合、缺项、不适用
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.evaluate.asked import AskedEach
from generator.evaluate.case import Case, Outcome
from generator.evaluate.words import say_day, say_period
from generator.model.audience import Audience
from generator.model.fields import OneOrMany, entry
from generator.model.finding import Verdict
from generator.model.records.activity import Activity, ActivityKind

NAME = "到会"

_PUBLIC = Audience.PUBLIC


class Presence(StrEnum):
    """How many of those expected must come."""

    HALF = "半数以上"
    MAJORITY = "过半"

    def fits(self, attended: int, expected: int) -> bool:
        """Whether that many suffice."""
        return attended * 2 >= expected if self is Presence.HALF else attended * 2 > expected


class Parameters(AskedEach):
    """Which meetings, and how many must be there."""

    kinds: Annotated[tuple[ActivityKind, ...], OneOrMany] = entry("记录", _PUBLIC, example="支部委员会会议")
    presence: Presence = entry("到会", _PUBLIC, example="半数以上", hint="半数以上含恰好一半，过半不含")


def judge(case: Case, parameters: Parameters) -> Outcome:
    """Whether every meeting of the period was attended by enough."""
    rows = case.held(parameters.kinds)
    period, what = say_period(case.period), "或".join(parameters.kinds)
    if not rows:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{period}没有{what}，到会无从判断；开没开另按频次判")
    short = [row for row in rows if not parameters.presence.fits(row.attended, row.expected)]
    if short:
        reason = f"记录显示{what}{'；'.join(map(_told, short))}，要求{parameters.presence}到会"
        return Outcome(Verdict.UNMET, reason, case.evidence(short))
    reason = f"记录显示{period}{what} {len(rows)} 次，到会均达到{parameters.presence}"
    return Outcome(Verdict.MET, reason, case.evidence(rows))


def _told(row: Activity) -> str:
    return f"{say_day(row.on)}应到 {row.expected} 人、实到 {row.attended} 人"
