"""A plan of another year than the edition's: its front page and its calendar, which stay where they are (A38)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.present.calendar import page as calendar
from generator.present.kit.fragments import made
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import plan_calendar_path, url
from generator.present.plan import slots


def year_pages(site: Site) -> Iterator[Page]:
    """`/plan/2018/` and `/plan/2018/calendar/`."""
    path = site.plan_path
    title = f"{site.year}年工作方案"
    body = render(
        "plan/year",
        title=title,
        head=made([slots.head(site, path)]),
        timeline=made([slots.timeline(site, path)]),
        phases=made([slots.phases(site, path)]),
        goals=made([slots.goals(site, path)]),
        documents=made([slots.documents(site, path)]),
        calendar_target=url(path, plan_calendar_path(site.below)),
    )
    yield Page(path=path, kind="plan-year", title=title, body=body)
    yield _calendar(site, plan_calendar_path(site.below))


def _calendar(site: Site, path: str) -> Page:
    title = f"{site.year}年年历"
    body = render(
        "calendar/plan_year",
        title=title,
        site=site,
        plan_target=url(path, site.plan_path),
        body=made([calendar.year(site, path)]),
    )
    return Page(path=path, kind="plan-calendar", title=title, body=body)
