"""公示: was what a section of the register holds made known, and every expense approved before it was spent?

The section (记录) is one that has days of notices (公示日期).  Days in the period count; for a year that may be finished in
the next, those up to its deadline (A32).  With 先审批 its expenses are looked at too: one that was spent in the period
without an approval, or before it, is 缺项 at once, for no later day can put it right.  An approval on the day itself is in
time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters
from generator.evaluate.phrases import say_day, say_days, say_period
from generator.evaluate.section_parameters import section_with, sections_with
from generator.evaluate.timing import insufficient
from generator.evaluate.unit_context import UnitContext, cite_rows
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Count, Flag, Text
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.record import Audience, entry
from generator.model.records.dues import Expense

NAME = "公示"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """Which section, how often it is made known, and whether its expenses are looked at."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.COMMITTEE})
    section: Annotated[Text, section_with("notices", "写公示日期的一栏")] = entry(
        "记录", _PUBLIC, example="党费", hint="年度台账里写公示日期的一栏"
    )
    at_least: Count = entry("至少", _PUBLIC, example="1", default=1, hint="每期公示几次")
    approved: Flag = entry("先审批", _PUBLIC, example="是", default=False, hint="支出是不是也要先审批")

    def schedule(self) -> Recurring:
        """Due at the end of each period."""
        return Recurring(self.cycle, f"{self.section}公示")

    def forms(self) -> tuple[RecordKind, ...]:
        """The section itself."""
        return (sections_with("notices")[self.section].record,)


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether the notices of the period suffice, and no expense of it went before its approval."""
    register = context.register
    kept = getattr(register, sections_with("notices")[parameters.section].name) if register else None
    if kept is None:
        return insufficient(context, f"记录显示{say_period(context.period)}没有登记{parameters.section}")
    evidence = cite_rows(parameters.section, [kept])
    spent = tuple(_spent(context, kept)) if parameters.approved else ()
    faulty = [row for row in spent if not row.in_order]
    if faulty:
        return Outcome(Verdict.UNMET, _faults(context, faulty), cite_rows("支出审批", faulty))
    days = sorted(filter(context.counts, kept.notices))
    shows = f"记录显示{say_period(context.period)}{parameters.section}公示 {len(days)} 次{say_days(days)}"
    shows += f"，要求至少 {parameters.at_least} 次" + (f"；支出 {len(spent)} 笔都先审批" if spent else "")
    if len(days) >= parameters.at_least:
        return Outcome(Verdict.MET, shows, evidence)
    return insufficient(context, shows, evidence)


def _spent(context: UnitContext, kept: Any) -> Iterator[Expense]:
    first, last = context.period.start, context.day
    return (row for row in kept.expenses if row.spent_on and first <= row.spent_on <= last)


def _faults(context: UnitContext, faulty: Sequence[Expense]) -> str:
    told = "、".join(
        f"{row.matter}（{say_day(row.spent_on)}支出，"
        + (f"{say_day(row.approved_on)}才审批）" if row.approved_on else "没有审批日期）")
        for row in faulty
        if row.spent_on
    )
    return f"记录显示{say_period(context.period)}支出有 {len(faulty)} 笔没有先审批：{told}"
