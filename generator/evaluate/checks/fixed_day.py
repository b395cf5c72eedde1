"""日期规则: was the activity held on the nth weekday of each month, or moved with a reason?

Held on the planned day, or on another day of the same month with a reason for moving it (A15): 符合; the reason shows
both days.  Held on another day without a reason it does not count, and is judged like a missing record.  Other months never count.  A month that lay wholly in one holiday and passed
without the activity gives 提示 (A36).  The day to act on is the planned day while it is ahead, then the month's last.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import MonthlyCycle, PeriodicParameters
from generator.evaluate.phrases import say_day, say_days, say_period
from generator.evaluate.timing import idle, insufficient
from generator.model.check import Asked, PlannedDay, RecordKind
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind, Weekday
from generator.model.period import nth_weekday
from generator.model.record import Audience, entry
from generator.model.records.activity import Activity
from generator.model.records.activity_parts import Rescheduling
from generator.model.words import numeral

NAME = "日期规则"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
    Verdict.ADVISORY,
)

_PUBLIC = Audience.PUBLIC


def _in_every_month(value: int) -> int:
    # Only some months have a fifth Thursday.
    if not 1 <= value <= 4:
        raise PydanticCustomError("enum", "“{value}”不是每月都有的", {"value": str(value), "expected": "1 到 4"})
    return value


class Parameters(PeriodicParameters):
    """The planned day: the fourth (第几个) Thursday (星期) of each month."""

    cycle: MonthlyCycle = entry("每", _PUBLIC, example="月")
    kind: ActivityKind = entry("记录", _PUBLIC, example="主题党日")
    nth: Annotated[Count, AfterValidator(_in_every_month)] = entry("第几个", _PUBLIC, example="4", hint="1 到 4")
    weekday: Weekday = entry("星期", _PUBLIC, example="四")

    def asked(self) -> Asked:
        """On the planned day."""
        return Asked("每月", f"第{numeral(self.nth)}个星期{self.weekday.value}")

    def schedule(self) -> PlannedDay:
        """The planned day of every month."""
        return PlannedDay(self.kind, self.nth, self.weekday.number)

    def forms(self) -> tuple[RecordKind, ...]:
        """The record of the activity."""
        return (self.kind,)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the month's activity was held on the planned day or moved with a reason."""
    planned = nth_weekday(
        context.period.start.year, context.period.start.month, parameters.weekday.number, parameters.nth
    )
    rows = context.counted((parameters.kind,))
    on_time = tuple(row for row in rows if row.on == planned)
    if on_time:
        reason = f"记录显示{parameters.kind}在{say_day(planned)}开展，这一天是计划日（{_rule(parameters)}）"
        return Outcome(Verdict.MET, reason, context.evidence(on_time))
    moved = next(((row, move) for row in rows if (move := _move(row))), None)
    if moved:
        return _moved(context, parameters, planned, *moved)
    return _missing(context, parameters, planned, rows)


def _moved(context: CheckContext, parameters: Parameters, planned: date, row: Activity, move: Rescheduling) -> Outcome:
    approval = f"，批准：{move.approval}" if move.approval else ""
    reason = (
        f"记录显示{parameters.kind}计划日{say_day(planned)}（{_rule(parameters)}），改期到{say_day(row.on)}，"
        f"理由：{move.reason}{approval}（A15）"
    )
    return Outcome(Verdict.MET, reason, context.evidence((row,)))


def _missing(context: CheckContext, parameters: Parameters, planned: date, rows: Sequence[Activity]) -> Outcome:
    due = planned if planned >= context.as_of else None
    shows = f"记录显示{say_period(context.period)}{parameters.kind}"
    plan = f"计划日是{say_day(planned)}（{_rule(parameters)}）"
    if rows:
        held = say_days([row.on for row in rows])
        return insufficient(
            context, f"{shows}不在计划日开展{held}，没有写改期理由，{plan}（A15）", context.evidence(rows), due
        )
    shows = f"{shows}没有记录，{plan}"
    return idle(context, (parameters.kind,), shows) or insufficient(context, shows, due=due)


def _move(row: Activity) -> Rescheduling | None:
    return row.theme_day.rescheduled if row.theme_day else None


def _rule(parameters: Parameters) -> str:
    return f"第{'一二三四'[parameters.nth - 1]}个星期{parameters.weekday}"
