"""One year of record of a branch, judged."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.finding import Assessment
from generator.model.plan_state import PlanJudgement


class JudgedYear(NamedTuple):
    """`plan` is the branch's 推进计划 held against its deadline, where the year's plan asks for one."""

    assessment: Assessment
    plan: PlanJudgement | None = None
