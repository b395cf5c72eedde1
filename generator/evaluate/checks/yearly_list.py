"""年度清单: was the year's plan of study, or the secretary's list of duties, adopted, and is it complete?

The list in the year's register counts from the day on which it was adopted.  对账 asks that every item be settled by the
year's deadline, done or carried over.  Two lines are our own and give at most 提示 (A35): 逐季, a topic in each quarter of
which the branch existed as a whole, and 不晚于, the day of adoption.  After that day a missing list is 提示, until the
register has been reconciled to the end of the year: then it is a gap.  A branch founded after it is not held to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from generator.evaluate.check_context import CheckContext
from generator.evaluate.month_day import MonthDay, say_month_day
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.timing import insufficient, pending
from generator.model.check import Asked, RecordKind, Recurring
from generator.model.fields import Flag
from generator.model.finding import Evidence, Verdict
from generator.model.period import Cycle, Period
from generator.model.record import Audience, entry
from generator.model.records.yearly_list import DutyItem, DutyList, Quarter, StudyPlan, YearlyList

NAME = "年度清单"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.ADVISORY,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
)

_PUBLIC = Audience.PUBLIC


class ListName(StrEnum):
    """Which list of the register."""

    STUDY = "学习计划"
    DUTIES = "履职清单"


_RECORDS: dict[ListName, type[YearlyList]] = {ListName.STUDY: StudyPlan, ListName.DUTIES: DutyList}


class Parameters(PeriodicParameters):
    """Which list, by when, and what makes it complete."""

    name: ListName = entry("登记", _PUBLIC, example="学习计划", hint="学习计划或履职清单")
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    adopted_by: MonthDay | None = entry(
        "不晚于", _PUBLIC, example="04-30", default=None, hint="议定的日子，自拟的线，越过最多提示（A35）"
    )
    quarterly: Flag = entry("逐季", _PUBLIC, example="是", default=False, hint="每季度至少列一个专题")
    settled: Flag = entry("对账", _PUBLIC, example="是", default=False, hint="年底每条都要办结或结转")

    def asked(self) -> Asked:
        """By the day on which the list is to be there."""
        return Asked("每年", f"{say_month_day(self.adopted_by)}前") if self.adopted_by else super().asked()

    def schedule(self) -> Recurring:
        """Due at the end of the year."""
        return Recurring(self.cycle, self.name)

    def forms(self) -> tuple[RecordKind, ...]:
        """The list itself."""
        return (_RECORDS[self.name],)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the year has its list, in time and complete."""
    lists = sorted(_lists(context, parameters), key=lambda row: row.on)
    limit = _limit(context, parameters)
    if not lists:
        return _missing(context, parameters, limit)
    evidence = _evidence(context, parameters, lists)
    shows = f"记录显示{say_period(context.period)}{parameters.name}于{say_day(lists[0].on)}由{lists[0].meeting}议定"
    if left := _unsettled(context, parameters, lists):
        return insufficient(context, f"{shows}；{left}", evidence)
    shows += _content(lists)
    if short := "；".join(_short_of(context, parameters, lists, limit)):
        return Outcome(Verdict.ADVISORY, f"{shows}；{short}，这是自拟的线，最多提示（A35）", evidence)
    return Outcome(Verdict.MET, shows, evidence)


def _lists(context: CheckContext, parameters: Parameters) -> Iterator[YearlyList]:
    register = context.records.register(context.period.start.year)
    if register is not None:
        study = (register.study_plan,) if register.study_plan else ()
        rows: Sequence[YearlyList] = study if parameters.name is ListName.STUDY else register.duty_lists
        yield from (row for row in rows if row.on <= context.records.last)


def _limit(context: CheckContext, parameters: Parameters) -> date | None:
    """The day until which it is to be adopted; None for a branch that was founded after it."""
    if parameters.adopted_by is None:
        return None
    limit = date.fromisoformat(f"{context.period.start.year}-{parameters.adopted_by}")
    return limit if context.profile.founded <= limit else None


def _missing(context: CheckContext, parameters: Parameters, limit: date | None) -> Outcome:
    shows = f"记录显示{say_period(context.period)}没有{parameters.name}"
    outcome = insufficient(context, shows)
    if limit is None or outcome.verdict in (Verdict.NOT_APPLICABLE, Verdict.UNMET):
        return outcome
    if context.as_of <= limit:
        return pending(context, limit, shows)
    reconciled, deadline = context.records.reconciled(context.period.start.year), context.period.deadline
    verdict, reason = reconciled.missing(context.as_of, context.period.start, limit, shows)
    if verdict is Verdict.UNMET:
        told = f"{reason}；这一天是自拟的线，最多提示，当年补上仍算（A35）"
        return Outcome(Verdict.ADVISORY, told, (), deadline if context.as_of <= deadline else None)
    return Outcome(verdict, reason)


def _short_of(
    context: CheckContext, parameters: Parameters, lists: Sequence[YearlyList], limit: date | None
) -> Iterator[str]:
    """What our own lines ask for beyond there being a list."""
    planned = {topic.quarter for row in lists if isinstance(row, StudyPlan) for topic in row.topics}
    quarters = zip(Quarter, context.year_context.periods[Cycle.QUARTER], strict=True)
    lacking = [name for name, period in quarters if name not in planned and not context.records.incomplete(period)]
    if parameters.quarterly and lacking:
        yield f"第{'、'.join(lacking)}季度没有列专题"
    if limit is not None and lists[0].on > limit:
        yield f"议定晚于{say_day(limit)}"


def _unsettled(context: CheckContext, parameters: Parameters, lists: Sequence[YearlyList]) -> str:
    """What has not been settled; empty where that is not asked or nothing is left."""
    if not parameters.settled:
        return ""
    items = [item for row in lists if isinstance(row, DutyList) for item in row.items]
    left = [item for item in items if not _is_settled(item, context.records.last)]
    if not left:
        return "" if items else "清单没有列事项"
    overdue = sum(item.due < context.as_of for item in left)
    past = f"，其中 {overdue} 条已过期限" if overdue else ""
    return f"{len(items)} 条里还有 {len(left)} 条没有办结或结转{past}"


def _is_settled(item: DutyItem, last: date) -> bool:
    return item.settled_on is not None and item.settled_on <= last


def _content(lists: Sequence[YearlyList]) -> str:
    topics = sum(len(row.topics) for row in lists if isinstance(row, StudyPlan))
    items = [item for row in lists if isinstance(row, DutyList) for item in row.items]
    if items:
        over = sum(item.done is None for item in items)
        return f"；{len(items)} 条都已对账" + (f"，其中 {over} 条结转" if over else "")
    return f"；专题 {topics} 个" if topics else ""


def _evidence(context: CheckContext, parameters: Parameters, lists: Sequence[YearlyList]) -> tuple[Evidence, ...]:
    """The lists, and the meetings of their days that adopted them."""
    meetings = (row for each in lists for row in context.records.rows((each.meeting,), Period.day(each.on)))
    return context.registered(parameters.name, lists) + context.evidence(meetings)
