"""A plan of another year than the edition's: its front page and its calendar, which stay where they are (A38).

Those of the edition's own year are prose pages; here the same slots are filled without them.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.page import Page
from generator.model.placeholders import Slot
from generator.present.kit.fragments import joined
from generator.present.kit.page_kind import EVERY_EDITION, YEAR, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.templates import render
from generator.present.kit.urls import plan_calendar_path, plan_path, url
from generator.present.plan.plan_year import PlanYear


def _front(year: PlanYear) -> Iterator[Page]:
    site, path = year.site, plan_path(year.site.year_folder)
    if not site.further:  # docs/plan/index.md is this page of the edition's own year
        return
    title = f"{site.year}年工作方案"
    body = render(
        "plan/year",
        title=title,
        head=_filled(site, path, Slot.PLAN_HEAD),
        timeline=_filled(site, path, Slot.PLAN_TIMELINE),
        phases=_filled(site, path, Slot.PLAN_PHASES),
        goals=_filled(site, path, Slot.PLAN_GOALS),
        documents=_filled(site, path, Slot.PLAN_DOCUMENTS),
        calendar_target=url(path, plan_calendar_path(site.year_folder)),
    )
    yield Page(path=path, kind="plan-year", title=title, body=body)


def _calendar(year: PlanYear) -> Iterator[Page]:
    site, path = year.site, plan_calendar_path(year.site.year_folder)
    if not site.further:  # docs/plan/calendar.md
        return
    title = f"{site.year}年年历"
    body = render(
        "calendar/plan_year",
        title=title,
        site=site,
        plan_target=url(path, site.plan_path),
        body=_filled(site, path, Slot.PLAN_CALENDAR),
    )
    yield Page(path=path, kind="plan-calendar", title=title, body=body)


PAGES = (
    PageKind(
        name="plan-year",
        about="这一年度工作方案的各阶段、任务和进度",
        subject=PlanYear,
        paths=(plan_path(YEAR),),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(
            Heading(2, "year", "全年"),
            Heading(2, "phases", "阶段与任务"),
            Heading(2, "goals", "“更加”目标"),
            Heading(2, "documents", "文件清单"),
        ),
        make=_front,
    ),
    PageKind(
        name="plan-calendar",
        about="这一年度的年历：每月要办什么、到哪一天",
        subject=PlanYear,
        paths=(plan_calendar_path(YEAR),),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(Heading(2, "months", "十二个月"), Heading(2, "duties", "定期事项")),
        make=_calendar,
    ),
)


def _filled(site: Site, path: str, slot: Slot) -> Markup:
    return joined([fill(SlotContext(site=site, path=path), slot)])
