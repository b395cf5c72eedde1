"""年历事项 of one year, from the plan's phases and tasks, the standards' recurring duties and the school holidays."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.calendar import Entry
from generator.model.records.organisation import Institution
from generator.model.records.plan import Plan
from generator.model.standard_set import StandardSet
from generator.present.calendar.duties import duty_entries
from generator.present.calendar.plan_entries import plan_entries
from generator.present.kit.citations import Citations


def calendar_entries(
    plan: Plan | None,
    sets: Iterable[StandardSet],
    institution: Institution,
    year: int,
    cites: Citations,
    *,
    year_folder: str = "",
) -> tuple[Entry, ...]:
    """Every entry of a year, the plan's first, then the duties in the order of the sets; `year_folder` as in URLs."""
    duties = duty_entries(sets, institution.holidays, year, cites, plan.demands if plan else None)
    return (*(plan_entries(plan, institution, year_folder) if plan else ()), *duties)
