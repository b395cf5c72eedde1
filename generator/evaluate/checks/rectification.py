"""整顿: was a listed branch put right by its day, accepted and reported, and looked after in the months that follow?

Judges one of three stages (环节).  整改: every problem has a measure and was done by the day (期限 of the row, else of the
standard); of the branch.  验收: every listed branch was accepted and the report handed in by then; of the committee.  巩固:
each of the months (月份) has a record; of the branch.  What was done after its day is 缺项.  A branch that is not listed
for the year is 不适用.  The file (整顿登记) is for the restricted edition alone and may not be there: then it is 无记录 for
every branch, listed or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import ClassVar, NamedTuple

from generator.evaluate.check_context import CheckContext
from generator.evaluate.month_day import MonthDay, say_month_day
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.timing import insufficient, lapsed, pending
from generator.evaluate.unit_context import UnitContext, cite_rows
from generator.evaluate.year_context import YearContext
from generator.model.check import Asked
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.period import Cycle, Period
from generator.model.reconciliation import Reconciliation
from generator.model.record import Audience, entry
from generator.model.records.rectification import Rectification, Rectifications
from generator.model.standard import Criterion

NAME = "整顿"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC


class Stage(StrEnum):
    """What of it is judged."""

    PUTTING_RIGHT = "整改"
    ACCEPTANCE = "验收"
    CONSOLIDATION = "巩固"


class Parameters(PeriodicParameters):
    """Which stage, by which day of the year, and in which months it is looked after."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.BRANCH, Duty.COMMITTEE})
    audience: ClassVar[Audience] = Audience.RESTRICTED
    stage: Stage = entry("环节", _PUBLIC, example="整改", hint="整改、验收、巩固")
    until: MonthDay = entry("期限", _PUBLIC, example="08-31", default="08-31", hint="方案写明的月日")
    months: tuple[Count, ...] = entry("月份", _PUBLIC, example=["9", "10"], default=(9, 10, 11, 12), hint="巩固的月份")

    def asked(self) -> Asked:
        """By the day of the plan, then in some months."""
        if self.stage is not Stage.CONSOLIDATION:
            return Asked("每年", f"{say_month_day(self.until)}前")
        return Asked(f"{'、'.join(map(str, self.months))} 月每月", "当月底前")

    def periods(self, criterion: Criterion, context: YearContext) -> tuple[Period, ...]:
        """The year; for 巩固 its months."""
        if self.stage is Stage.CONSOLIDATION:
            return tuple(row for row in context.periods[Cycle.MONTH] if row.start.month in self.months)
        return super().periods(criterion, context)


def judge(context: CheckContext | UnitContext, parameters: Parameters) -> Outcome:
    """The verdict on the stage."""
    unit = context.records.committee if isinstance(context, CheckContext) else context.records
    kept = unit.rectifications(context.period.start.year) if unit else None
    begins = f"记录显示{say_period(context.period)}"
    if kept is None:
        return Outcome(Verdict.NO_RECORD, f"{begins}没有整顿登记，由专人保管，没有带出不等于没有列入（A30）")
    rows = tuple(_listed(context, kept))
    if not rows:
        return Outcome(Verdict.NOT_APPLICABLE, f"{begins}没有列入整顿")
    if context.records.incomplete(context.period):
        return insufficient(context, f"{begins}列入整顿", cite_rows("整顿", rows))
    if parameters.stage is Stage.CONSOLIDATION:
        return _looked_after(context, kept, rows[0], begins)
    asked = _put_right if parameters.stage is Stage.PUTTING_RIGHT else _accepted
    return _by_their_days(
        context, kept, [asked(row, _due(context, row, parameters), context.as_of) for row in rows], begins
    )


def _listed(context: CheckContext | UnitContext, kept: Rectifications) -> Iterator[Rectification]:
    """Those that were listed by the end of the period, of the branch or of all."""
    last = min(context.period.end, context.as_of)
    for row in kept.rows:
        ours = not isinstance(context, CheckContext) or row.branch == context.dossier.id
        if ours and row.listed_on <= last:
            yield row


class _Standing(NamedTuple):
    """How far a listed branch is: in words, and whether all is done, and done by its day."""

    row: Rectification
    due: date
    told: str
    complete: bool
    late: bool


def _due(context: CheckContext | UnitContext, row: Rectification, parameters: Parameters) -> date:
    return row.due or date.fromisoformat(f"{context.period.start.year}-{parameters.until}")


def _put_right(row: Rectification, due: date, as_of: date) -> _Standing:
    days = [each.done_on for each in row.problems if each.done_on is not None and each.done_on <= as_of]
    bare = sum(each.measure is None for each in row.problems)
    told = f"问题 {len(row.problems)} 条，办成 {len(days)} 条" + (f"，没有措施的 {bare} 条" if bare else "")
    complete = bool(row.problems) and len(days) == len(row.problems) and not bare
    return _Standing(row, due, told, complete, late=any(day > due for day in days))


def _accepted(row: Rectification, due: date, as_of: date) -> _Standing:
    days = {"验收": row.accepted_on, "报送验收报告": row.reported_on}
    done = {step: day for step, day in days.items() if day is not None and day <= as_of}
    told = "，".join(f"{step}{say_day(done[step])}" if step in done else f"没有{step}" for step in days)
    return _Standing(row, due, told, len(done) == len(days), late=any(day > due for day in done.values()))


def _by_their_days(
    context: CheckContext | UnitContext, kept: Rectifications, found: Sequence[_Standing], begins: str
) -> Outcome:
    """What came too late decides, then the earliest day by which something is not done."""
    shows = begins + "；".join(f"{each.told}，期限{say_day(each.due)}" for each in found)
    evidence = cite_rows("整顿", [each.row for each in found])
    if any(each.late for each in found):
        return Outcome(Verdict.UNMET, f"{shows}，有晚于期限的", evidence)
    left = [each.due for each in found if not each.complete]
    if not left:
        return Outcome(Verdict.MET, shows, evidence)
    if context.as_of <= min(left):
        return pending(context, min(left), shows, evidence)
    return lapsed(context, min(left), shows, evidence, Reconciliation(None, kept.reconciled_through))


def _looked_after(
    context: CheckContext | UnitContext, kept: Rectifications, row: Rectification, begins: str
) -> Outcome:
    period = context.period
    found = [each for each in row.consolidations if period.start <= each.on <= min(period.end, context.as_of)]
    shows = f"{begins}巩固记录 {len(found)} 次"
    if found:
        return Outcome(Verdict.MET, shows, cite_rows("巩固", found))
    if context.as_of <= period.end:
        return pending(context, period.end, shows, cite_rows("整顿", [row]))
    checked = Reconciliation(None, kept.reconciled_through)
    return lapsed(context, period.end, shows, cite_rows("整顿", [row]), checked)
