"""录入: was every activity entered in the register within so many days?

The day of entry is 补录 or 录入 of the row.  A row that was entered later than 天 days after the activity is a gap at once,
because that cannot be made good.  A row that does not say when it was entered is 无记录 once the days are over: it may have
been in time.  Without activities: 不适用.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters
from generator.evaluate.phrases import say_days, say_period
from generator.evaluate.timing import pending
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind
from generator.model.record import Audience, entry
from generator.model.records.activity import Activity

NAME = "录入"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
)

_ALL = tuple(ActivityKind)


class Parameters(PeriodicParameters):
    """Within how many days."""

    days: Count = entry("天", Audience.PUBLIC, example="7", hint="活动以后几天以内录入")


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the rows of the period were entered in time."""
    rows, period = context.held(_ALL), say_period(context.period)
    if not rows:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{period}没有活动，录入无从判断")
    allowed = timedelta(parameters.days)
    entered = [(row, on) for row in rows if (on := _entered(context, row)) is not None]
    late = [row for row, on in entered if on > row.on + allowed]
    silent = [row.on for row in rows if _entered(context, row) is None and row.on + allowed < context.as_of]
    shows = f"记录显示{period}活动 {len(rows)} 条，写了录入日期的 {len(entered)} 条，规定 {parameters.days} 天"
    untold = f"；{len(silent)} 条{say_days(silent)}没有写录入日期" if silent else ""
    if late:
        told = f"{shows}，超过的 {len(late)} 条{say_days([row.on for row in late])}{untold}"
        return Outcome(Verdict.UNMET, told, context.evidence(late))
    if silent:
        return Outcome(Verdict.NO_RECORD, f"{shows}{untold}，不能判断是否及时（A30）")
    if not entered:
        return pending(context, min(row.on for row in rows) + allowed, f"{shows}，都还在规定的天数以内")
    return Outcome(Verdict.MET, f"{shows}，都没有超过", context.evidence(row for row, _ in entered))


def _entered(context: CheckContext, row: Activity) -> date | None:
    """The day of entry; one after `as_of` has not come yet."""
    on = row.entered_on
    return on if on is not None and on <= context.as_of else None
