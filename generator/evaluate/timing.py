"""What an insufficient record means on `as_of`: the one place that knows deadlines, reminders and reconciliation.

A gap is judged from the day after the deadline.  Until then it is 未到期, and 临期 in the last days (A12).  After it,
only a register reconciled to the deadline turns no record into 缺项; otherwise it stays 无记录 (A30).  The first and
last periods of a branch's life are not asked in full (A13).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.evaluate.case import Case, Outcome
from generator.evaluate.words import say_day
from generator.model.finding import Evidence, Verdict
from generator.model.kinds import ActivityKind
from generator.model.records.profile import Profile


def gap(case: Case, shows: str, evidence: tuple[Evidence, ...] = (), due: date | None = None) -> Outcome:
    """The records do not suffice for the period; `due` is the day to act on where it is not the deadline itself."""
    if not case.ledger.whole(case.period):
        return _partial(case, shows, evidence)
    if case.as_of <= case.period.deadline:
        return pending(case, case.period.deadline, shows, evidence, due)
    return lapsed(case, case.period.deadline, shows, evidence)


def pending(
    case: Case, deadline: date, shows: str, evidence: tuple[Evidence, ...] = (), due: date | None = None
) -> Outcome:
    """There is still time: 临期 in the last days before the deadline, itself included, else 未到期."""
    near = case.period.start <= case.as_of
    due = due or deadline
    verdict, reason = open_until(case.as_of, deadline, shows, due, case.criterion.remind_days if near else 0)
    return Outcome(verdict, reason, evidence, due)


def open_until(as_of: date, deadline: date, shows: str, due: date, remind_days: int) -> tuple[Verdict, str]:
    """What `pending` says of any deadline, whoever set it."""
    near = (deadline - as_of).days < remind_days
    told = f"已在最后 {remind_days} 天内" if near else "还没有过"
    return Verdict.DUE_SOON if near else Verdict.NOT_DUE, f"{shows}；期限{say_day(due)}，{told}（A12）"


def lapsed(case: Case, deadline: date, shows: str, evidence: tuple[Evidence, ...] = ()) -> Outcome:
    """The deadline has passed: 缺项 if the register was reconciled to it, else 无记录."""
    return Outcome(*missing_since(case.profile, case.as_of, case.period.start, deadline, shows), evidence)


def missing_since(profile: Profile, as_of: date, start: date, deadline: date, shows: str) -> tuple[Verdict, str]:
    """What `lapsed` says of any deadline, whoever set it, of what is asked from `start` on."""
    since, through = profile.reconciled_since, profile.reconciled_through
    reconciled = through and min(through, as_of)
    if since is not None and start < since:
        return Verdict.NO_RECORD, f"{shows}；台账自{say_day(since)}起核对，没有记录不等于没有做（A30）"
    if reconciled is not None and reconciled >= deadline:
        return Verdict.UNMET, f"{shows}；期限{say_day(deadline)}已过，台账核对至{say_day(reconciled)}"
    far = f"台账只核对至{say_day(reconciled)}" if reconciled else "台账没有写明核对到哪一天"
    return Verdict.NO_RECORD, f"{shows}；{far}，没有记录不等于没有做（A30）"


def unknown(case: Case, shows: str, verdict: Verdict = Verdict.NO_RECORD) -> Outcome:
    """The profile or register lacks what the question turns on, so it cannot be judged."""
    return Outcome(verdict, shows) if case.ledger.whole(case.period) else _partial(case, shows, ())


def idle(case: Case, kinds: Sequence[ActivityKind], shows: str, *, approved: bool = True) -> Outcome | None:
    """A period that lies wholly in school holidays, adjoining ones taken as one, without the activity (A36).

    Once it has passed it is 提示.  Where it is to be `approved`, the reason gives the approval recorded under 免开, or says
    that none is.  Until it has passed, what needs no approval, or has it, is 未到期 and nobody is reminded of it; for
    the rest the rules of `gap` hold.
    """
    period = case.period
    names = case.ledger.terms.free(period)
    if not names or not case.ledger.whole(period):
        return None
    exemption = next(filter(None, (case.ledger.exemptions.get((kind, period.name)) for kind in kinds)), None)
    approval = exemption and exemption.approval
    told = f"{shows}；全期在{names}内"
    if case.as_of <= period.deadline:
        return Outcome(Verdict.NOT_DUE, f"{told}，没有开不催办（A36）") if approval or not approved else None
    ground = f"，免开已登记批准依据：{approval}" if approval else "，未登记批准依据"
    evidence = (Evidence(exemption.source, "", "免开登记"),) if exemption else ()
    return Outcome(Verdict.ADVISORY, f"{told}{ground if approved or approval else ''}（A36）", evidence)


def _partial(case: Case, shows: str, evidence: tuple[Evidence, ...]) -> Outcome:
    profile = case.profile
    founded = profile.founded > case.period.start
    event = (
        f"{say_day(profile.founded)}成立"
        if founded or profile.dissolved is None
        else f"{say_day(profile.dissolved)}撤销"
    )
    return Outcome(Verdict.NOT_APPLICABLE, f"{shows}；支部{event}，本期不足整期，不计缺（A13）", evidence)
