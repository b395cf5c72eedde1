"""The plan's tasks as table rows: responsible units, deadline and, where the edition shows it, state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.records.organisation import Institution
from generator.model.records.plan import Phase, Plan, PlannedTask, Task, TaskEvidence
from generator.present.kit.site import Site
from generator.present.kit.urls import root, task_path, unit_path, url
from generator.present.kit.verdicts import CHIPS, WITHHELD


class UnitSheet(NamedTuple):
    """责任单位 with its task sheet; `number` is its place in the institution's list, `year_folder` as in URLs."""

    number: int
    name: str
    year_folder: str = ""

    @property
    def path(self) -> str:
        """The URL path of its task sheet."""
        return unit_path(self.number, self.year_folder)


class UnitLink(NamedTuple):
    """A unit as a task names it; `narrowed` says whose part it is, where the words mean a part of a unit only."""

    written: str
    target: str
    narrowed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One task.  `chip` is empty where the edition shows no states, and one sentence where it withholds this one."""

    clause: str
    name: str
    target: str
    phase: str
    units: tuple[UnitLink, ...]
    window: str
    deadline: str
    left: str
    due: date
    crosses_phases: bool
    note: str
    standards: tuple[tuple[str, str], ...]
    standard_ids: tuple[tuple[str, str], ...]
    chip: Markup
    reason: Markup
    evidence: str


def units_of(institution: Institution, plan: Plan, year_folder: str = "") -> Mapping[str, UnitSheet]:
    """Every way in which the plan may name a unit: its name, its aliases, and the words for a part of it.

    A name that the institution does not know is a unit of its own, after the others.
    """
    found: dict[str, UnitSheet] = {}
    for number, unit in enumerate(institution.units, 1):
        for name in (unit.name, *unit.aliases):
            found.setdefault(name, UnitSheet(number, unit.name, year_folder))
    for subset in plan.subsets:
        if subset.of in found:
            found.setdefault(subset.name, found[subset.of])
    strangers = dict.fromkeys(name for row in plan.tasks for name in row.task.units if name not in found)
    return found | {
        name: UnitSheet(number, name, year_folder) for number, name in enumerate(strangers, len(institution.units) + 1)
    }


def busy_units(site: Site, plan: Plan) -> tuple[UnitSheet, ...]:
    """The units that have tasks, in the institution's order."""
    known = units_of(site.institution, plan, site.year_folder)
    return tuple(sorted({known[name] for row in plan.tasks for name in row.task.units}))


def tasks_of(site: Site, plan: Plan, unit: UnitSheet) -> tuple[str, ...]:
    """The clauses of a unit's tasks, those of a part of it among them."""
    known = units_of(site.institution, plan, site.year_folder)
    return tuple(row.task.clause for row in plan.tasks if unit in (known[name] for name in row.task.units))


def phase_name(plan: Plan, phase: Phase) -> str:
    """阶段二 对标整改."""
    number = words.numeral(plan.phases.index(phase) + 1)
    return f"阶段{number} {phase.short_name or phase.name}"


def task_rows(site: Site, plan: Plan, path: str) -> tuple[TaskRow, ...]:
    """Every task in the order of the plan, as the page at `path` shows it."""
    units = units_of(site.institution, plan, site.year_folder)
    return tuple(_row(site, plan, units, row, path) for row in plan.tasks)


def _row(site: Site, plan: Plan, units: Mapping[str, UnitSheet], row: PlannedTask, path: str) -> TaskRow:
    task, standing = row.task, site.standings.get(row.task.clause)
    return TaskRow(
        clause=task.clause,
        name=task.name,
        target=url(path, task_path(task.slug, site.year_folder)),
        phase=phase_name(plan, row.phase),
        units=tuple(_unit(name, units[name], plan, path) for name in task.units),
        window=f"{words.day(row.phase.since)}—{words.short_day(row.phase.until)}",
        deadline=words.short_day(row.deadline),
        left=words.countdown(site.as_of, row.deadline) if site.judged else "",
        due=row.deadline,
        crosses_phases=row.crosses_phases,
        note=task.due_note or "",
        standards=site.default.links(task.standards, path),
        standard_ids=tuple((name.split(" ")[0], target) for name, target in site.default.links(task.standards, path)),
        chip=_chip(site, task),
        reason=site.cites.linked(standing.reason, root(path)) if standing else Markup(""),
        evidence=standing.evidence if standing else "",
    )


def _unit(name: str, unit: UnitSheet, plan: Plan, path: str) -> UnitLink:
    subset = any(subset.name == name for subset in plan.subsets)
    return UnitLink(name, url(path, unit.path), unit.name if subset else "")


def hides_state(site: Site, task: Task) -> bool:
    """Whether one sentence stands for how a task stands, whatever that is."""
    return task.shown_by is TaskEvidence.RECTIFICATION and not site.shows_restricted


def _chip(site: Site, task: Task) -> Markup:
    if hides_state(site, task):
        return Markup('<span class="zb-withheld">{}</span>').format(WITHHELD)
    standing = site.standings.get(task.clause)
    return CHIPS[standing.verdict] if standing and standing.verdict else Markup("")
