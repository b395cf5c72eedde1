"""任务单: the tasks of one 责任单位 on a sheet to print, with a column for the hand."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.model.records.plan import Plan
from generator.present.kit.page_kind import EVERY_EDITION, NUMBER, YEAR, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import plan_path, unit_path, url
from generator.present.plan.plan_year import PlanYear
from generator.present.plan.rows import UnitSheet, busy_units, task_rows, tasks_of, units_of


def _pages(year: PlanYear) -> Iterator[Page]:
    """One for each unit that has tasks."""
    for unit in busy_units(year.site, year.plan):
        yield _page(year.site, year.plan, unit)


PAGES = (
    PageKind(
        name="plan-unit",
        about="一个责任单位的任务单：方案里归它办的事和期限",
        subject=PlanYear,
        paths=(unit_path(NUMBER), unit_path(NUMBER, YEAR)),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(Heading(2, "tasks", "任务单"),),
        make=_pages,
    ),
)


def _page(site: Site, plan: Plan, unit: UnitSheet) -> Page:
    own = set(tasks_of(site, plan, unit))
    known = units_of(site.institution, plan, site.year_folder)
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


def _narrowed(units: tuple[tuple[str, str, str], ...], unit: UnitSheet) -> str:
    """The words for the part of this unit that a task is for; empty where it is for the whole."""
    return "、".join(written for written, _, narrowed in units if narrowed == unit.name)
