"""方案: the year's plan as pages: its tasks, task sheets by unit, what is overdue, its own words, and what rests on them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.present.kit.site import Site
from generator.present.plan.overdue import overdue_page
from generator.present.plan.tasks import task_pages
from generator.present.plan.text import text_page
from generator.present.plan.trace import trace_page
from generator.present.plan.units import unit_pages
from generator.present.plan.year import year_pages

__all__ = ["further_plan_pages", "plan_pages"]


def plan_pages(site: Site) -> Iterator[Page]:
    """`/plan/tasks/…/`, `/plan/units/…/`, `/plan/overdue/`, `/plan/text/`, `/plan/trace/`; none without a plan."""
    if site.plan is None:
        return
    yield from task_pages(site, site.plan)
    yield from unit_pages(site, site.plan)
    if site.judged:
        yield overdue_page(site, site.plan)
    if site.plan_outline is not None:
        yield text_page(site, site.plan, site.plan_outline)
    yield trace_page(site, site.plan)


def further_plan_pages(site: Site) -> Iterator[Page]:
    """The plan of another year than the edition's: all its pages below `/plan/2018/`, and that year's calendar."""
    yield from year_pages(site)
    yield from plan_pages(site)
