"""Sums by literal numbers, for tests of what adds them up and of what shows them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.finding import Verdict
from generator.model.summary import NO_PLANS, CommitteeSummary, PlanCounts, SetSums

Counts = Mapping[str, Mapping[Verdict, int]]


def set_sums(branches: int, counts: Counts) -> SetSums:
    """So many branches, none dissolved, with these counts by standard."""
    return SetSums(branches=branches, dissolved=0, counts=counts, due={}, above={})


def committee_sums(
    id: str, name: str, branches: int, counts: Counts, plans: PlanCounts = NO_PLANS, *, standard_set: str = ""
) -> CommitteeSummary:
    """A committee all of whose branches are judged by one set."""
    sets = {standard_set: set_sums(branches, counts)}
    return CommitteeSummary(id=id, name=name, branches=branches, sets=sets, plans=plans)
