"""The verdict on insufficient records on `as_of`: the only module that knows deadlines, reminders and reconciliation.

A gap is judged from the day after the deadline.  Until then it is 未到期, and 临期 in the last days (A12).  After it,
only a register reconciled up to the deadline (台账核对至) turns missing records into 缺项; otherwise they are 无记录
(A30).  Periods in which the branch was founded or dissolved are incomplete and never 缺项 (A13).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.phrases import say_day
from generator.model.finding import Evidence, Verdict
from generator.model.kinds import ActivityKind
from generator.model.records.profile import Profile


def insufficient(
    context: CheckContext, shows: str, evidence: tuple[Evidence, ...] = (), due: date | None = None
) -> Outcome:
    """The records do not suffice for the period; `due` is the day to act on where it is not the deadline itself."""
    if not context.records.whole(context.period):
        return _partial(context, shows, evidence)
    if context.as_of <= context.period.deadline:
        return pending(context, context.period.deadline, shows, evidence, due)
    return lapsed(context, context.period.deadline, shows, evidence)


def pending(
    context: CheckContext, deadline: date, shows: str, evidence: tuple[Evidence, ...] = (), due: date | None = None
) -> Outcome:
    """The deadline is still ahead: 临期 in the last days before it, itself included, else 未到期."""
    # No reminder before the period has begun: with 提醒 40 a month would be 临期 in the month before.
    near = context.period.start <= context.as_of
    due = due or deadline
    verdict, reason = open_until(context.as_of, deadline, shows, due, context.criterion.remind_days if near else 0)
    return Outcome(verdict, reason, evidence, due)


def open_until(as_of: date, deadline: date, shows: str, due: date, remind_days: int) -> tuple[Verdict, str]:
    """`pending` for a deadline that does not come from a criterion."""
    near = (deadline - as_of).days < remind_days
    nearness = f"已在最后 {remind_days} 天内" if near else "还没有过"
    return Verdict.DUE_SOON if near else Verdict.NOT_DUE, f"{shows}；期限{say_day(due)}，{nearness}（A12）"


def lapsed(context: CheckContext, deadline: date, shows: str, evidence: tuple[Evidence, ...] = ()) -> Outcome:
    """The deadline has passed: 缺项 if the register was reconciled to it, else 无记录."""
    return Outcome(*missing_since(context.profile, context.as_of, context.period.start, deadline, shows), evidence)


def missing_since(profile: Profile, as_of: date, start: date, deadline: date, shows: str) -> tuple[Verdict, str]:
    """`lapsed` for a deadline that does not come from a criterion; `start` is the first day that is asked about."""
    since, through = profile.reconciled_since, profile.reconciled_through
    # A reconciliation dated after as_of counts as one on as_of.
    reconciled = through and min(through, as_of)
    if since is not None and start < since:
        return Verdict.NO_RECORD, f"{shows}；台账自{say_day(since)}起核对，没有记录不等于没有做（A30）"
    if reconciled is not None and reconciled >= deadline:
        return Verdict.UNMET, f"{shows}；期限{say_day(deadline)}已过，台账核对至{say_day(reconciled)}"
    far = f"台账只核对至{say_day(reconciled)}" if reconciled else "台账没有写明核对到哪一天"
    return Verdict.NO_RECORD, f"{shows}；{far}，没有记录不等于没有做（A30）"


def unknown(context: CheckContext, shows: str, verdict: Verdict = Verdict.NO_RECORD) -> Outcome:
    """The profile or register lacks a value that the check needs, so nothing can be judged."""
    return Outcome(verdict, shows) if context.records.whole(context.period) else _partial(context, shows, ())


def idle(context: CheckContext, kinds: Sequence[ActivityKind], shows: str, *, approved: bool = True) -> Outcome | None:
    """A period that lies wholly in school holidays, adjoining ones taken as one, without the activity (A36).

    After the period it is 提示.  Where an approval is required (`approved`), the reason gives the one recorded under 免开,
    or says that there is none.  Before the period has ended, what needs no approval, or has it, is 未到期 without a
    reminder.  None means that the rules of `insufficient` apply.
    """
    period = context.period
    names = context.year_context.holidays_covering(period)
    if not names or not context.records.whole(period):
        return None
    exemption = next(filter(None, (context.records.exemptions.get((kind, period.name)) for kind in kinds)), None)
    approval = exemption and exemption.approval
    reason = f"{shows}；全期在{names}内"
    if context.as_of <= period.deadline:
        return Outcome(Verdict.NOT_DUE, f"{reason}，没有开不催办（A36）") if approval or not approved else None
    ground = f"，免开已登记批准依据：{approval}" if approval else "，未登记批准依据"
    evidence = (Evidence(exemption.source, "", "免开登记"),) if exemption else ()
    return Outcome(Verdict.ADVISORY, f"{reason}{ground if approved or approval else ''}（A36）", evidence)


def _partial(context: CheckContext, shows: str, evidence: tuple[Evidence, ...]) -> Outcome:
    profile = context.profile
    founded = profile.founded > context.period.start
    event = (
        f"{say_day(profile.founded)}成立"
        if founded or profile.dissolved is None
        else f"{say_day(profile.dissolved)}撤销"
    )
    return Outcome(Verdict.NOT_APPLICABLE, f"{shows}；支部{event}，本期不足整期，不计缺（A13）", evidence)
