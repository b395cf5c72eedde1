"""推进计划 against the deadline that the year's plan sets for it (方案三（一）3, 定量).

Only the first submission is compared with the deadline: a plan that was submitted on time, returned and submitted again
later is still on time.  A late submission is 缺项, because its own record shows it; a missing one is 缺项 only where
the register was reconciled up to the deadline (A30).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.evaluate.phrases import say_day
from generator.model.finding import Verdict
from generator.model.judged_year import PlanJudgement, PlanState
from generator.model.reconciliation import Reconciliation, open_until
from generator.model.records.branch_plan import BranchPlan, PlanEvent, PlanStep, Remedy
from generator.model.records.profile import Profile
from generator.model.records.register import Register

_REMIND_DAYS = 10


def judge_plan(profile: Profile, register: Register | None, due: date, as_of: date) -> PlanJudgement:
    """The state of the branch's plan of the year on `as_of`; steps after that day do not count."""
    until = min(as_of, profile.dissolved or as_of)  # records dated after the branch was dissolved do not count
    events = _steps(register.plan, until) if register is not None and register.plan is not None else ()
    submitted = next((event.on for event in events if event.step is PlanStep.SUBMITTED), None)
    verdict, reason = _verdict(profile, submitted, due, as_of)
    last = events[-1] if events else None
    state = PlanState(
        verdict=verdict,
        submitted=submitted,
        step=last.step if last else None,
        on=last.on if last else None,
        overdue=overdue(register.remedies, until) if register is not None else 0,
    )
    return PlanJudgement(state, reason, due)


def overdue(remedies: Iterable[Remedy], as_of: date) -> int:
    """How many remedies are past their date and not done."""
    return sum(row.due < as_of and (row.done is None or row.done > as_of) for row in remedies)


def _steps(plan: BranchPlan, as_of: date) -> tuple[PlanEvent, ...]:
    return tuple(event for event in plan.course if event.on <= as_of)


def _verdict(profile: Profile, submitted: date | None, due: date, as_of: date) -> tuple[Verdict, str]:
    """A13 first: no plan is required of a branch that did not exist on the deadline."""
    if absent := _absent(profile, due):
        return Verdict.NOT_APPLICABLE, f"支部{absent}，期限{say_day(due)}，不要求报送推进计划（A13）"
    if submitted is not None:
        verdict = Verdict.MET if submitted <= due else Verdict.UNMET
        return verdict, f"记录显示{say_day(submitted)}首次报送，期限{say_day(due)}"
    shows = "记录显示还没有首次报送"
    if as_of <= due:
        return open_until(as_of, due, shows, due, _REMIND_DAYS)
    return Reconciliation(profile.reconciled_since, profile.reconciled_through).missing(as_of, due, due, shows)


def _absent(profile: Profile, due: date) -> str:
    """Why the branch did not exist on the deadline; empty where it did."""
    if profile.founded > due:
        return f"{say_day(profile.founded)}成立"
    if profile.dissolved is not None and profile.dissolved < due:
        return f"{say_day(profile.dissolved)}撤销"
    return ""
