"""逾期与将到期: what the records do not show as finished, in the order of the deadlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter

from generator.model.page import Page
from generator.model.records.plan import Plan
from generator.model.standing import TaskStanding
from generator.present.kit.page_kind import JUDGED_EDITIONS, YEAR, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import plan_overdue_path, plan_path, url
from generator.present.kit.verdicts import WITHHELD
from generator.present.plan.plan_year import PlanYear
from generator.present.plan.rows import TaskRow, task_rows


def _pages(year: PlanYear) -> Iterator[Page]:
    site, plan = year.site, year.plan
    path, title = plan_overdue_path(site.year_folder), "逾期与将到期的任务"
    body = render(
        "plan/overdue",
        site=site,
        title=title,
        plan_target=url(path, site.plan_path),
        overdue=_rows(site, plan, lambda standing: standing.is_overdue(site.as_of)),
        upcoming=_rows(site, plan, lambda standing: standing.is_upcoming(site.as_of)),
        withheld=[clause for clause, standing in site.standings.items() if standing.withheld],
        sentence=WITHHELD,
    )
    yield Page(path=path, kind="plan-overdue", title=title, body=body)


PAGES = (
    PageKind(
        name="plan-overdue",
        about="方案里已经过期和快到期的任务，归谁办、差几天",
        subject=PlanYear,
        paths=(plan_overdue_path(), plan_overdue_path(YEAR)),
        editions=JUDGED_EDITIONS,
        tab=plan_path(),
        headings=(
            Heading(2, "overdue", "期限已过，记录没有显示办结"),
            Heading(2, "upcoming", "还没有到期限"),
        ),
        make=_pages,
    ),
)


def _rows(site: Site, plan: Plan, wanted: Callable[[TaskStanding], bool]) -> list[TaskRow]:
    chosen = {clause for clause, standing in site.standings.items() if wanted(standing)}
    return sorted(
        (row for row in task_rows(site, plan, plan_overdue_path(site.year_folder)) if row.clause in chosen),
        key=attrgetter("due"),
    )
