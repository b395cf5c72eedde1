"""销号: was every problem that was found closed by its day?

The sections (来源) are those whose rows hold 问题: of the committee's own register, and of 学校's where a problem names one of
its branches; one that names none of them, and is not the committee's own, is not its to close.  A problem counts for the
year in whose register it stands.  Its day is its 期限, else the last of the year.  Not closed by then it is a gap, which
the register that it stands in turns into 缺项 once it has been checked up to that day; closed later it is 提示.  Without
any problem there is nothing to close: 不适用.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, NamedTuple

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.timing import lapsed, pending
from generator.evaluate.unit_context import UnitContext, cite_rows
from generator.model.fields import OneOrMany
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.reconciliation import Reconciliation
from generator.model.record import Audience, entry
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.oversight import Issue
from generator.model.records.school_register import SchoolRegister

NAME = "销号"
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
_SHOWN = 3


class FoundBy(StrEnum):
    """Where problems are found: by 学校, or by the committee itself."""

    INSPECTION = "督查"
    REVIEW = "研判"


class Parameters(PeriodicParameters):
    """Where the problems were found that are looked at."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.COMMITTEE})
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    found_by: Annotated[tuple[FoundBy, ...], OneOrMany] = entry("来源", _PUBLIC, example=["督查", "研判"])


class _Found(NamedTuple):
    """A problem, the last day to close it, and up to when the register that it stands in was checked."""

    issue: Issue
    due: date
    reconciled: Reconciliation


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether every problem was closed by its day; the gravest gap decides."""
    found = [row for each in parameters.found_by for row in _found(context, each)]
    named = "、".join(parameters.found_by)
    if not found:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{say_period(context.period)}{named}没有登记要本级销号的问题")
    open_rows = [row for row in found if not _closed(row, context.as_of)]
    late = [row for row in found if row.issue.closed_on and row.due < row.issue.closed_on <= context.as_of]
    shows = (
        f"记录显示{say_period(context.period)}{named}的问题 {len(found)} 条，已销号 {len(found) - len(open_rows)} 条"
    )
    if open_rows:
        return _gap(context, open_rows, shows)
    evidence = cite_rows("问题", [row.issue for row in late or found])
    if late:
        return Outcome(Verdict.ADVISORY, f"{shows}，其中 {len(late)} 条晚于期限：{_told(late)}", evidence)
    return Outcome(Verdict.MET, f"{shows}，都在期限以内", evidence)


def _found(context: UnitContext, source: FoundBy) -> Iterator[_Found]:
    year, last = context.period.start.year, context.period.deadline
    own, school = context.register, context.records.school.get(year)
    if source is FoundBy.REVIEW and isinstance(own, CommitteeRegister):
        reconciled = context.records.reconciled(year)
        for review in own.reviews:
            if review.on <= context.as_of:
                yield from (_Found(issue, issue.due or last, reconciled) for issue in review.issues)
    if source is FoundBy.INSPECTION and isinstance(school, SchoolRegister):
        reconciled = Reconciliation(None, school.reconciled_through)
        for inspection in school.inspections:
            ours = (row for row in inspection.issues if row.branch in context.records.by_id)
            if inspection.on <= context.as_of:
                yield from (_Found(issue, issue.due or last, reconciled) for issue in ours)


def _closed(row: _Found, as_of: date) -> bool:
    return row.issue.closed_on is not None and row.issue.closed_on <= as_of


def _gap(context: UnitContext, rows: Sequence[_Found], shows: str) -> Outcome:
    """Those whose day has passed first: what is checked before what is not; else the next day that comes."""
    evidence = cite_rows("问题", [row.issue for row in rows])
    passed = [row for row in rows if row.due < context.as_of]
    if not passed:
        return pending(context, min(row.due for row in rows), f"{shows}，未销号：{_told(rows)}", evidence)
    outcomes = [
        lapsed(context, row.due, f"{shows}，过期未销号：{_told(passed)}", evidence, row.reconciled) for row in passed
    ]
    return next((row for row in outcomes if row.verdict is Verdict.UNMET), outcomes[0])


def _told(rows: Sequence[_Found]) -> str:
    told = "、".join(f"{row.issue.text}（期限{say_day(row.due)}）" for row in rows[:_SHOWN])
    return f"{told}等" if len(rows) > _SHOWN else told
