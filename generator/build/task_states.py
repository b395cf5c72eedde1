"""The year's plan with the state of each of its tasks, summed up from all committees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.evaluate.task_rows import SchoolRows
from generator.evaluate.task_standings import standings
from generator.model.summary import CommitteeSummary
from generator.present.kit.site import Site


def with_standings(site: Site, totals: Sequence[CommitteeSummary]) -> Site:
    """The edition with what its committees' sums say of the tasks of the year's plan."""
    if site.plan is None:
        return site
    found = standings(
        site.plan,
        totals,
        site.as_of,
        site.audience,
        sets=site.numbered_alike,
        whole=site.whole,
        rows=SchoolRows.of(site.index, site.plan, site.as_of),
    )
    return replace(site, standings=found)
