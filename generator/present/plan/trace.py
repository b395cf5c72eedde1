"""对照: which standards, tasks and criteria rest on each clause of the plan, which clauses each standard, and the gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.page import Page
from generator.model.records.plan import Plan
from generator.model.standard import Standard
from generator.present.kit.page_kind import EVERY_EDITION, YEAR, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import plan_path, plan_trace_path, root, task_path, url
from generator.present.plan.citing import cited, named_standard
from generator.present.plan.plan_year import PlanYear

_STOP = re.compile(r"[。；，\n]")
_OPENING = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseTrace:
    """What rests on one clause; `checks` are the criteria of the standards that cite it, each with its check."""

    link: Markup
    label: str
    level: int
    task: tuple[str, str] | None
    standards: tuple[tuple[str, str], ...]
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardTrace:
    """The clauses that one standard rests on: cited by its 依据, or by a task that names it."""

    name: str
    target: str
    clauses: tuple[Markup, ...]


def _pages(year: PlanYear) -> Iterator[Page]:
    site, plan = year.site, year.plan
    clauses = tuple(_clauses(site, plan))
    standards = tuple(_standards(site, plan))
    title = "方案与标准对照"
    body = render(
        "plan/trace",
        site=site,
        title=title,
        plan_target=url(plan_trace_path(site.year_folder), site.plan_path),
        clauses=clauses,
        standards=standards,
        bare_clauses=[row for row in clauses if not row.standards],
        bare_standards=[row for row in standards if not row.clauses],
    )
    yield Page(path=plan_trace_path(site.year_folder), kind="plan-trace", title=title, body=body)


PAGES = (
    PageKind(
        name="plan-trace",
        subject=PlanYear,
        paths=(plan_trace_path(), plan_trace_path(YEAR)),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(
            Heading(2, "clauses", "从条款看"),
            Heading(2, "standards", "从标准看"),
            Heading(2, "gaps", "没有对上的"),
        ),
        make=_pages,
    ),
)


def _clauses(site: Site, plan: Plan) -> Iterator[ClauseTrace]:
    tasks = {row.task.clause: row.task for row in plan.tasks}
    by_standard = cited(site, plan)
    checks = {row.view: _checks(row.standard) for row in site.standards if not row.view.inapplicable}
    for id, label, level in _outline(site, plan):
        resting = [view for view, clauses in by_standard.items() if id in clauses]
        task = tasks.get(id)
        yield ClauseTrace(
            link=site.cites.clause(id, root(plan_trace_path(site.year_folder))),
            label=label,
            level=level,
            task=(task.name, url(plan_trace_path(site.year_folder), task_path(task.slug, site.year_folder)))
            if task
            else None,
            standards=tuple(named_standard(view, plan_trace_path(site.year_folder)) for view in resting),
            checks=tuple(check for view in resting for check in checks.get(view, ())),
        )


def _outline(site: Site, plan: Plan) -> Iterator[tuple[str, str, int]]:
    """Every clause of the plan's own words, with a name where it is no task; where they are not kept, phases and tasks."""
    names = {phase.clause: phase.name for phase in plan.phases} | {row.task.clause: "" for row in plan.tasks}
    if site.clauses:
        for clause in site.clauses.values():
            yield clause.id, names.get(clause.id, _opening(clause.text)), clause.level
        return
    for phase in plan.phases:
        yield phase.clause, phase.name, 2
        yield from ((task.clause, "", 3) for task in phase.tasks)


def _opening(text: str) -> str:
    """The first words of a clause, up to its first stop."""
    words = _STOP.split(text.strip(), maxsplit=1)[0]
    return words if len(words) <= _OPENING else f"{words[:_OPENING]}……"


def _standards(site: Site, plan: Plan) -> Iterator[StandardTrace]:
    for view, clauses in cited(site, plan).items():
        name, target = named_standard(view, plan_trace_path(site.year_folder))
        links = tuple(site.cites.clause(clause, root(plan_trace_path(site.year_folder))) for clause in clauses)
        yield StandardTrace(name=name, target=target, clauses=links)


def _checks(standard: Standard) -> tuple[str, ...]:
    return tuple(f"{row.id} {row.check}" for row in standard.criteria)
