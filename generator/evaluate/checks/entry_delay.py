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
from generator.model.check import Asked
from generator.model.fields import Count
from generator.model.finding import Verdict
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


class Parameters(PeriodicParameters):
    """Within how many days."""

    days: Count = entry("天", Audience.PUBLIC, example="7", hint="活动以后几天以内录入")

    def asked(self) -> Asked:
        """Some days after each activity."""
        return Asked("每次活动", f"活动后 {self.days} 天内")


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the rows of the period were entered in time."""
    start, last, period = (
        context.period.start,
        min(context.period.end, context.records.last),
        say_period(context.period),
    )
    rows = [(row, _entered(context, row)) for row in context.dossier.activities if start <= row.on <= last]
    if not rows:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{period}没有活动，录入无从判断")
    allowed = timedelta(parameters.days)
    entered = [(on - row.on, row) for row, on in rows if on is not None]
    late = [row for delay, row in entered if delay > allowed]
    silent = [row.on for row, on in rows if on is None and row.on + allowed < context.as_of]
    shows = f"记录显示{period}活动 {len(rows)} 条，写了录入日期的 {len(entered)} 条，规定 {parameters.days} 天"
    untold = f"；{len(silent)} 条{say_days(silent)}没有写录入日期" if silent else ""
    if late:
        told = f"{shows}，超过的 {len(late)} 条{say_days([row.on for row in late])}{untold}"
        return Outcome(Verdict.UNMET, told, context.evidence(late))
    if silent:
        return Outcome(Verdict.NO_RECORD, f"{shows}{untold}，不能判断是否及时（A30）")
    if not entered:
        return pending(context, min(row.on for row, _ in rows) + allowed, f"{shows}，都还在规定的天数以内")
    slowest, row = max(entered, key=lambda pair: pair[0])
    return Outcome(Verdict.MET, f"{shows}，都没有超过，最慢的隔 {slowest.days} 天", context.evidence([row]))


def _entered(context: CheckContext, row: Activity) -> date | None:
    """The day of entry; one after `as_of` has not come yet."""
    on = row.entered_on
    return on if on is not None and on <= context.as_of else None
