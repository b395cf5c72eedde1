"""到会: was every meeting of the kinds attended by enough of those expected?

Compares 实到 with 应到 of every meeting held in the period: 半数以上 includes exactly half (A1), 过半 does not.  A committee
meeting is compared with the officers in office on the day, whatever 应到 says; a general meeting with 应到 and with the
headcount less 不计入, 提示 where the two verdicts differ (A33).  A past meeting cannot be repeated, so one below the line
is 缺项 at once, not at the end of the period.  A period without a meeting is 不适用, because 频次 reports that.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Annotated

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.quorum import least_enough
from generator.evaluate.two_counts import Ruling, judge_both
from generator.model.check import Asked, RecordKind
from generator.model.decision_table import DecisionTable, NumberColumns
from generator.model.fields import OneOrMany
from generator.model.finding import Verdict, roll_up
from generator.model.kinds import ActivityKind
from generator.model.record import Audience, entry
from generator.model.records.activity import Activity

NAME = "到会"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.ADVISORY, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC
_COMMITTEES = range(3, 8)
"""Sizes of committees."""


class Attendance(StrEnum):
    """The required share of those expected."""

    HALF = "半数以上"
    MAJORITY = "过半"

    def fits(self, attended: int, expected: int) -> bool:
        """Whether the attendance is sufficient."""
        return attended * 2 >= expected if self is Attendance.HALF else attended * 2 > expected


class Parameters(PeriodicParameters):
    """Which meetings, and the required attendance."""

    kinds: Annotated[tuple[ActivityKind, ...], OneOrMany] = entry("记录", _PUBLIC, example="支部委员会会议")
    presence: Attendance = entry("到会", _PUBLIC, example="半数以上", hint="半数以上含恰好一半，过半不含")

    def asked(self) -> Asked:
        """Of every meeting."""
        return Asked("每次会议")

    def decisions(self) -> tuple[DecisionTable, ...]:
        """For committees, whose sizes are few."""
        if ActivityKind.COMMITTEE_MEETING not in self.kinds:
            return ()
        rows = tuple((of, least_enough(of, partial(self._suffices, of))) for of in _COMMITTEES)
        return (DecisionTable("能不能开会", "在任委员", (NumberColumns("", ("到会至少",)),), rows),)

    def _suffices(self, expected: int, attended: int) -> bool:
        return self.presence.fits(attended, expected)

    def forms(self) -> tuple[RecordKind, ...]:
        """The records of the activities."""
        return self.kinds


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether every meeting of the period was attended by enough."""
    rows = context.held(parameters.kinds)
    period, what = say_period(context.period), "或".join(parameters.kinds)
    if not rows:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{period}没有{what}，到会无从判断；开没开另按频次判")
    rulings = [(row, *_ruling(context, parameters, row)) for row in rows]
    verdict = roll_up(each for _, each, _ in rulings)
    shown = [(row, text) for row, each, text in rulings if each is verdict and text]
    what_then = "；".join(f"{say_day(row.on)}{text}" for row, text in shown)
    if verdict is not Verdict.MET:
        reason = f"记录显示{what}{what_then}，要求{parameters.presence}到会"
        return Outcome(verdict, reason, context.evidence([row for row, _ in shown]))
    reason = f"记录显示{period}{what} {len(rows)} 次，到会均达到{parameters.presence}"
    return Outcome(Verdict.MET, reason + (f"；{what_then}" if what_then else ""), context.evidence(rows))


def _ruling(context: CheckContext, parameters: Parameters, row: Activity) -> Ruling:
    def attended(of: int) -> Ruling:
        if parameters.presence.fits(row.attended, of):
            return Verdict.MET, ""
        return Verdict.UNMET, f"应到 {of} 人、实到 {row.attended} 人"

    if ActivityKind.COMMITTEE_MEETING in row.kinds:
        return _of_committee(context, row, attended)
    general = ActivityKind.GENERAL_MEETING in row.kinds
    return judge_both(row.expected, context.dossier.expected(row.on, row.excluded) if general else None, attended)


def _of_committee(context: CheckContext, row: Activity, attended: Callable[[int], Ruling]) -> Ruling:
    size = len(context.dossier.people(row.on))
    if not size or size == row.expected:
        return attended(row.expected)
    verdict, text = attended(size)
    listed = f"应到登记为 {row.expected} 人，在任委员是 {size} 名，以名单为准（A33）"
    return verdict, "，".join(filter(None, (text, listed)))
