"""One branch's 推进计划 compared with its deadline: the state that roll-ups keep, and the reason for its own page."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model.finding import Assessment, Verdict
from generator.model.records.branch_plan import PlanStep


class PlanState(NamedTuple):
    """The state of a plan on `as_of`.

    `verdict` compares the first submission with the deadline; 不适用 where no plan is asked of this branch (A13).
    `step` is the last step, `on` its day; `overdue` counts open remedies past their date.
    """

    verdict: Verdict
    submitted: date | None = None
    step: PlanStep | None = None
    on: date | None = None
    overdue: int = 0

    @property
    def asked(self) -> bool:
        """Whether the branch has to submit a plan."""
        return self.verdict is not Verdict.NOT_APPLICABLE

    @property
    def on_time(self) -> bool:
        """Whether the plan was required and submitted by the deadline."""
        return self.verdict is Verdict.MET

    @property
    def late(self) -> bool:
        """Whether the plan was required and submitted after the deadline."""
        return self.asked and not self.on_time and self.submitted is not None

    @property
    def approved(self) -> bool:
        """Whether the plan was required and is approved."""
        return self.asked and self.step is PlanStep.APPROVED


class PlanJudgement(NamedTuple):
    """A plan compared with its deadline: state, reason, and the deadline itself."""

    state: PlanState
    reason: str
    due: date


class JudgedYear(NamedTuple):
    """One year of a branch; `plan` is its 推进计划 compared with the deadline, where the year's plan requires one."""

    assessment: Assessment
    plan: PlanJudgement | None = None
