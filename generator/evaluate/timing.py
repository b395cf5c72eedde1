"""The verdict on insufficient records on `as_of`: the only module that knows deadlines, reminders and reconciliation.

A gap is judged from the day after the deadline.  Until then it is 未到期, and 临期 in the last days (A12).  After it,
only a register reconciled up to the deadline (台账核对至) turns missing records into 缺项; otherwise they are 无记录
(A30).  Periods in which the branch was founded or dissolved are incomplete and never 缺项 (A13).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.model.finding import Evidence, Verdict
from generator.model.kinds import ActivityKind
from generator.model.period import Period
from generator.model.reconciliation import Reconciliation, open_until
from generator.model.standard import Criterion


class TimedRecords(Protocol):
    """Whose records they are: how long it existed, and up to when its register of a year was checked."""

    def incomplete(self, period: Period) -> str:
        """What ended or began within the period; empty where it existed throughout."""

    def reconciled(self, year: int) -> Reconciliation:
        """台账核对 of the register of a year."""


class Timed(Protocol):
    """What deadlines are judged by: the context of a branch's check, or of a unit's above the branches."""

    @property
    def records(self) -> TimedRecords:
        """The records that are judged."""

    @property
    def criterion(self) -> Criterion:
        """The criterion that asks."""

    @property
    def period(self) -> Period:
        """The period that is asked about."""

    @property
    def as_of(self) -> date:
        """截至."""


def insufficient(context: Timed, shows: str, evidence: tuple[Evidence, ...] = (), due: date | None = None) -> Outcome:
    """The records do not suffice for the period; `due` is the day to act on where it is not the deadline itself."""
    if context.records.incomplete(context.period):
        return _partial(context, shows, evidence)
    if context.as_of <= context.period.deadline:
        return pending(context, context.period.deadline, shows, evidence, due)
    return lapsed(context, context.period.deadline, shows, evidence)


def pending(
    context: Timed, deadline: date, shows: str, evidence: tuple[Evidence, ...] = (), due: date | None = None
) -> Outcome:
    """The deadline is still ahead: 临期 in the last days before it, itself included, else 未到期."""
    # No reminder before the period has begun: with 提醒 40 a month would be 临期 in the month before.
    near = context.period.start <= context.as_of
    due = due or deadline
    verdict, reason = open_until(context.as_of, deadline, shows, due, context.criterion.remind_days if near else 0)
    return Outcome(verdict, reason, evidence, due)


def lapsed(
    context: Timed,
    deadline: date,
    shows: str,
    evidence: tuple[Evidence, ...] = (),
    reconciled: Reconciliation | None = None,
) -> Outcome:
    """The deadline has passed: 缺项 if the register was reconciled to it, else 无记录.

    `reconciled` is that of the register which should show it, where it is not the context's own.
    """
    start = context.period.start
    known = reconciled or context.records.reconciled(start.year)
    return Outcome(*known.missing(context.as_of, start, deadline, shows), evidence)


def unknown(context: Timed, shows: str, verdict: Verdict = Verdict.NO_RECORD) -> Outcome:
    """The profile or register lacks a value that the check needs, so nothing can be judged."""
    return _partial(context, shows, ()) if context.records.incomplete(context.period) else Outcome(verdict, shows)


def idle(context: CheckContext, kinds: Sequence[ActivityKind], shows: str, *, approved: bool = True) -> Outcome | None:
    """A period that lies wholly in school holidays, adjoining ones taken as one, without the activity (A36).

    After the period it is 提示.  Where an approval is required (`approved`), the reason gives the one recorded under 免开,
    or says that there is none.  Before the period has ended, what needs no approval, or has it, is 未到期 without a
    reminder.  None means that the rules of `insufficient` apply.
    """
    period = context.period
    names = context.year_context.holidays_covering(period)
    if not names or context.records.incomplete(period):
        return None
    exemption = next(filter(None, (context.records.exemptions.get((kind, period.name)) for kind in kinds)), None)
    approval = exemption and exemption.approval
    reason = f"{shows}；全期在{names}内"
    if context.as_of <= period.deadline:
        return Outcome(Verdict.NOT_DUE, f"{reason}，没有开不催办（A36）") if approval or not approved else None
    ground = f"，免开已登记批准依据：{approval}" if approval else "，未登记批准依据"
    evidence = (Evidence(exemption.source, "", "免开登记"),) if exemption else ()
    return Outcome(Verdict.ADVISORY, f"{reason}{ground if approved or approval else ''}（A36）", evidence)


def _partial(context: Timed, shows: str, evidence: tuple[Evidence, ...]) -> Outcome:
    event = context.records.incomplete(context.period)
    return Outcome(Verdict.NOT_APPLICABLE, f"{shows}；{event}，本期不足整期，不计缺（A13）", evidence)
