"""What of one year of a branch can still be done or made good."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.finding import Assessment
from generator.model.judged_year import PlanJudgement
from generator.model.records.branch_plan import Remedy
from generator.model.standard_set import StandardSet
from generator.present.kit.catalogue import Catalogue


class OpenYear(NamedTuple):
    """One year of a branch: its findings and the set they are by, its remedies, and what is asked of its 推进计划.

    Of a year that is over `findings` hold only what had to be done in a period.  `clause` is the one that asks for the plan;
    `current` says that this is the year of `as_of`.
    """

    year: int
    current: bool
    findings: Assessment
    catalogue: Catalogue
    standards: StandardSet
    remedies: tuple[Remedy, ...]
    plan: PlanJudgement | None
    clause: str
