"""党费交纳: are the dues of each month summed up and handed up, and is nobody left owing at a quarter's end?

Asks for a row of the month with 实交人数 and 上交日期.  Fewer payers than 应交人数 in a month is no gap: it is made good
later (补交).  Where the branch has agreed to pay by quarter (党费按季), the quarter's last month stands for it, and who
still owes after that month gives 提示.  Who owes for longer than 补交月 is told in the restricted edition only, with the
request to verify and report; nothing is concluded.  Of fewer than ten who are to pay, no edition but the restricted one
is told how many have not.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import MonthlyCycle, PeriodicParameters
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.timing import insufficient
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Count
from generator.model.finding import Evidence, Verdict
from generator.model.period import Period, add_months, last_of_month
from generator.model.record import Audience, entry
from generator.model.records.dues_payment import DuesPayment, QuarterlyDues
from generator.model.small_counts import FEWEST

NAME = "党费交纳"
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


class Parameters(PeriodicParameters):
    """Every month, and for how many months dues may be paid afterwards."""

    cycle: MonthlyCycle = entry("每", _PUBLIC, example="月")
    months_late: Count = entry(
        "补交月", _PUBLIC, example="6", default=6, hint="欠交超过几个月的，只在本支部和专人版请支部核实"
    )

    def schedule(self) -> Recurring:
        """Due at the end of each month."""
        return Recurring(self.cycle, NAME)

    def forms(self) -> tuple[RecordKind, ...]:
        """The month's dues."""
        return (DuesPayment,)


class _Told(NamedTuple):
    """How many were to pay and did: what everybody may read, and what the restricted edition adds."""

    shows: str
    restricted: str = ""


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the month's dues are summed up, and those of a quarter paid."""
    quarterly = _agreed(context)
    if quarterly is not None and context.period.start.month % 3:
        reason = (
            f"记录显示{quarterly.meeting}{say_day(quarterly.on)}同意按季交纳党费，{say_period(context.period)}并入季末"
        )
        return Outcome(Verdict.NOT_APPLICABLE, reason, context.registered("党费按季", [quarterly]))
    row = _row(context)
    shows = f"记录显示{say_period(context.period)}党费"
    if row is None:
        return insufficient(context, f"{shows}没有登记交纳情况")
    evidence = context.registered(NAME, [row])
    if not row.expected:
        return Outcome(Verdict.NOT_APPLICABLE, f"{shows}没有应交的党员", evidence)
    if lacks := _lacks(row, context.as_of):
        return insufficient(context, f"{shows}已登记，{lacks}", evidence)
    return _paid(context, parameters, row, quarterly, evidence)


def _agreed(context: CheckContext) -> QuarterlyDues | None:
    """The branch's agreement to pay by quarter, from the quarter of its day on."""
    register = context.records.register(context.period.start.year)
    agreed = register.quarterly_dues if register else None
    if agreed is None or agreed.on > min(_quarter_end(context.period), context.as_of):
        return None
    return agreed


def _quarter_end(month: Period) -> date:
    return last_of_month(month.start.year, month.start.month + -month.start.month % 3)


def _row(context: CheckContext) -> DuesPayment | None:
    register, month = context.records.register(context.period.start.year), context.period.name
    return next((row for row in (register.dues_payments if register else ()) if row.month == month), None)


def _lacks(row: DuesPayment, as_of: date) -> str:
    if row.paid is None:
        return "没有写实交人数"
    return "没有写上交日期" if row.on is None or row.on > as_of else ""


def _paid(
    context: CheckContext,
    parameters: Parameters,
    row: DuesPayment,
    quarterly: QuarterlyDues | None,
    evidence: tuple[Evidence, ...],
) -> Outcome:
    told, owing = _told(row, context.as_of), row.owing(context.as_of)
    handed = f"{say_day(row.on)}上交" if row.on else ""
    shows = f"记录显示{say_period(context.period)}党费{told.shows}，{handed}"
    long = owing > 0 and context.as_of > _last_day(context.period, parameters.months_late)
    more = told.restricted + (f"；欠交已超过 {parameters.months_late} 个月，请支部核实并报上级" if long else "")
    if owing <= 0 or quarterly is None:
        return Outcome(Verdict.MET, f"{shows}{_made_good(row, owing)}", evidence, restricted=more)
    evidence += cite("党费按季", quarterly)
    if context.as_of <= context.period.deadline:
        return insufficient(context, f"{shows}；按季交纳，还没有交齐", evidence)._replace(restricted=more)
    return Outcome(Verdict.ADVISORY, f"{shows}；按季交纳，到季末仍没有交齐", evidence, restricted=more)


def _last_day(month: Period, months: int) -> date:
    """The last day of the month that comes `months` later."""
    later = add_months(month.start, months)
    return last_of_month(later.year, later.month)


def _told(row: DuesPayment, day: date) -> _Told:
    later = sum(late.people for late in row.later if late.on <= day)
    numbers = f"实交 {row.paid} 人" + (f"，补交 {later} 人" if later else "")
    if row.expected < FEWEST:
        return _Told(f"应交 {row.expected} 人（不足 {FEWEST} 人，实交人数只列在专人版）", f"；{numbers}")
    return _Told(f"应交 {row.expected} 人，{numbers}")


def _made_good(row: DuesPayment, owing: int) -> str:
    """That a month's shortfall is no gap; of a few nobody is told that there is one."""
    return "；当月不足不算缺，补交即可" if owing > 0 and row.expected >= FEWEST else ""
