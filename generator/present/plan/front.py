"""The live parts of the plan's front page: head, ribbon, phases, goals, documents and sign-offs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import words
from generator.model.placeholders import Slot
from generator.model.records.plan import Phase, Plan
from generator.present.kit.citations import in_force
from generator.present.kit.pdf_urls import plan_pdf
from generator.present.kit.print_links import print_links
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import READINGS, plan_overdue_path, plan_trace_path, root, task_path, url
from generator.present.kit.verdicts import CHIPS
from generator.present.plan.progress import goal_tasks, phase_state, state_counts
from generator.present.plan.ribbon import ribbon
from generator.present.plan.rows import TaskRow, busy_units, phase_name, task_rows, tasks_of

_NO_PLAN = "<p>本年没有登记方案。</p>\n"
"""What every slot says for a year without a plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseBlock:
    """One phase: its window, where it stands in time, its tasks, and how many of them show which conclusion."""

    anchor: str
    title: str
    name: str
    clause: Markup
    window: str
    state: str
    rows: tuple[TaskRow, ...]
    sums: tuple[tuple[Markup, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalBlock:
    """One of the plan's goals: the aspect that serves it, and the tasks that rest on the aspect's standards."""

    name: str
    aspect: str
    target: str
    tasks: tuple[tuple[str, str], ...]
    sums: tuple[tuple[Markup, int], ...]


def _head(at: SlotContext) -> str:
    """Which plan this is, where its parts are, and the task sheet of every unit."""
    site, path = at.site, at.path
    plan = site.plan
    years = [(each.year, url(path, each.plan_path)) for each in site.other_plans]
    if plan is None:
        return _NO_PLAN + (render("plan/years", years=years) if years else "")
    return render(
        "plan/head",
        site=site,
        plan=plan,
        number=sum(1 for _ in plan.tasks),
        text_target=url(path, site.text_path) if site.clauses else "",
        readings_target=url(path, READINGS, "a19"),
        trace_target=url(path, plan_trace_path(site.year_folder)),
        years=years,
        prints=list(print_links(site.prints, path, site.as_of, [(plan_pdf(site.year), "年度方案")])),
        overdue_target=url(path, plan_overdue_path(site.year_folder)) if site.judged else "",
        units=[(unit.name, url(path, unit.path), len(tasks_of(site, plan, unit))) for unit in busy_units(site, plan)],
    )


def _timeline(at: SlotContext) -> str:
    """The year as a ribbon of its phases, with today's mark."""
    site = at.site
    return render("plan/timeline", ribbon=ribbon(site.plan, site.as_of)) if site.plan else _NO_PLAN


def _phases(at: SlotContext) -> str:
    """Every phase with its tasks."""
    site, path = at.site, at.path
    plan = site.plan
    if plan is None:
        return _NO_PLAN
    rows = task_rows(site, plan, path)
    blocks = tuple(_phase(site, plan, phase, rows, path) for phase in plan.phases)
    return render("plan/phases", site=site, blocks=blocks)


def _goals(at: SlotContext) -> str:
    """The plan's goals as headings over the tasks that serve them."""
    site, path = at.site, at.path
    return render("plan/goals", site=site, blocks=tuple(_goal_blocks(site, site.plan, path))) if site.plan else _NO_PLAN


def _of_aspect(at: SlotContext) -> str:
    """The tasks that rest on the standards of one aspect, and the goals that it serves."""
    site, path = at.site, at.path
    view = site.default.aspect_at(path)
    if site.plan is None or view is None:
        return _NO_PLAN
    shown = {row.id: row for row in view.standards}
    tasks = [
        (row, [shown[id] for id in row.standards if id in shown]) for row in (each.task for each in site.plan.tasks)
    ]
    return render(
        "plan/aspect",
        name=view.name,
        rows=[
            (
                site.cites.clause(task.clause, root(path)),
                (task.name, url(path, task_path(task.slug, site.year_folder))),
                [(f"{row.id} {row.name}", url(path, row.path)) for row in standards],
            )
            for task, standards in tasks
            if standards
        ],
        goals=[goal.name for goal in site.plan.goals if goal.aspect == view.name],
    )


def _documents(at: SlotContext) -> str:
    """文件清单: what the plan rests on."""
    site = at.site
    if site.plan is None:
        return _NO_PLAN
    rows = [(row, in_force(row.on), row.credibility.meaning) for row in site.plan.documents]
    return render("plan/documents", rows=rows)


def _handouts(at: SlotContext) -> str:
    """手册配发: how many have signed; nothing at all in the public edition."""
    site = at.site
    if not site.judged:
        return ""
    if site.plan is None:
        return _NO_PLAN
    rows = [(row, words.day(row.on) if row.on else "") for row in site.plan.handouts]
    people, signed = sum(row.people for row, _ in rows), sum(row.signed for row, _ in rows)
    return render("plan/handouts", rows=rows, people=people, signed=signed)


SLOTS = {
    Slot.PLAN_HEAD: _head,
    Slot.PLAN_TIMELINE: _timeline,
    Slot.PLAN_PHASES: _phases,
    Slot.PLAN_GOALS: _goals,
    Slot.PLAN_DOCUMENTS: _documents,
    Slot.PLAN_HANDOUTS: _handouts,
    Slot.ASPECT_PLAN: _of_aspect,
}


def _phase(site: Site, plan: Plan, phase: Phase, rows: tuple[TaskRow, ...], path: str) -> PhaseBlock:
    own = {task.clause for task in phase.tasks}
    return PhaseBlock(
        anchor=f"phase-{plan.phases.index(phase) + 1}",
        title=phase_name(plan, phase),
        name=phase.name,
        clause=site.cites.clause(phase.clause, root(path)),
        window=f"{words.day(phase.since)}—{words.day(phase.until)}",
        state=phase_state(site, phase),
        rows=tuple(row for row in rows if row.clause in own),
        sums=_sums(site, own),
    )


def _goal_blocks(site: Site, plan: Plan, path: str) -> Iterator[GoalBlock]:
    for goal, view, tasks in goal_tasks(site, plan):
        yield GoalBlock(
            name=goal.name,
            aspect=f"{view.numeral} {view.name}" if view else "",
            target=url(path, view.path) if view else "",
            tasks=tuple(
                (f"{task.clause} {task.name}", url(path, task_path(task.slug, site.year_folder))) for task in tasks
            ),
            sums=_sums(site, {task.clause for task in tasks}),
        )


def _sums(site: Site, clauses: set[str]) -> tuple[tuple[Markup, int], ...]:
    return tuple((CHIPS[verdict], number) for verdict, number in state_counts(site, clauses))
