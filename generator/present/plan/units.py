"""任务单: the tasks of one 责任单位 on a sheet to print, with a column for the hand."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.model.records.plan import Plan
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import url
from generator.present.plan.rows import Unit, task_rows, units_of


def unit_pages(site: Site, plan: Plan) -> Iterator[Page]:
    """`/plan/units/1/` and so on, one for each unit that has tasks."""
    for unit in busy_units(site, plan):
        yield _page(site, plan, unit)


def busy_units(site: Site, plan: Plan) -> tuple[Unit, ...]:
    """The units that have tasks, in the institution's order."""
    known = units_of(site.institution, plan, site.below)
    return tuple(sorted({known[name] for row in plan.tasks for name in row.task.units}))


def tasks_of(site: Site, plan: Plan, unit: Unit) -> tuple[str, ...]:
    """The clauses of a unit's tasks, those of a part of it among them."""
    known = units_of(site.institution, plan, site.below)
    return tuple(row.task.clause for row in plan.tasks if unit in (known[name] for name in row.task.units))


def _page(site: Site, plan: Plan, unit: Unit) -> Page:
    own = set(tasks_of(site, plan, unit))
    known = units_of(site.institution, plan, site.below)
    title = f"{unit.name}{plan.year}年任务单"
    body = render(
        "plan/unit",
        site=site,
        title=title,
        plan_name=plan.name,
        plan_target=url(unit.path, site.plan_path),
        unit=unit,
        rows=[
            (row, [each for each in row.units if known[each.written] != unit], _narrowed(row.units, unit))
            for row in task_rows(site, plan, unit.path)
            if row.clause in own
        ],
    )
    return Page(path=unit.path, kind="plan-unit", title=title, body=body)


def _narrowed(units: tuple[tuple[str, str, str], ...], unit: Unit) -> str:
    """The words for the part of this unit that a task is for; empty where it is for the whole."""
    return "、".join(written for written, _, narrowed in units if narrowed == unit.name)
