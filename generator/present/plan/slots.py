"""The live parts of the plan's front page: head, ribbon, phases, goals, documents and sign-offs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import words
from generator.model.finding import Verdict
from generator.model.records.plan import Phase, Plan
from generator.present.handbook.sources import CREDIBILITY
from generator.present.kit.citations import in_force
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import READINGS, plan_overdue_path, plan_path, plan_trace_path, root, task_path, url
from generator.present.kit.verdicts import CHIPS, LEGEND_ORDER
from generator.present.plan.ribbon import ribbon
from generator.present.plan.rows import TaskRow, phase_name, task_rows
from generator.present.plan.units import busy_units, tasks_of

NONE = "<p>本年没有登记方案。</p>\n"
"""What every place says for a year without a plan."""


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


def head(site: Site, path: str) -> str:
    """Which plan this is, where its parts are, and the task sheet of every unit."""
    plan = site.plan
    years = other_years(site, path, plan_path)
    if plan is None:
        return NONE + (render("plan/years", years=years) if years else "")
    return render(
        "plan/head",
        site=site,
        plan=plan,
        number=sum(1 for _ in plan.tasks),
        text_target=url(path, site.text_path) if site.clauses else "",
        readings_target=url(path, READINGS, "a19"),
        trace_target=url(path, plan_trace_path(site.below)),
        years=years,
        overdue_target=url(path, plan_overdue_path(site.below)) if site.judged else "",
        units=[(unit.name, url(path, unit.path), len(tasks_of(site, plan, unit))) for unit in busy_units(site, plan)],
    )


def other_years(site: Site, path: str, page: Callable[[str], str]) -> list[tuple[int, str]]:
    """The other years that there is a plan for, the latest first, each with the link to its own `page`."""
    sites = (site.of(year) for year in sorted(site.plans, reverse=True) if year != site.year)
    return [(each.year, url(path, page(each.below))) for each in sites]


def timeline(site: Site, _path: str) -> str:
    """The year as a ribbon of its phases, with today's mark."""
    return render("plan/timeline", ribbon=ribbon(site.plan, site.as_of)) if site.plan else NONE


def phases(site: Site, path: str) -> str:
    """Every phase with its tasks."""
    plan = site.plan
    if plan is None:
        return NONE
    rows = task_rows(site, plan, path)
    blocks = tuple(_phase(site, plan, phase, rows, path) for phase in plan.phases)
    return render("plan/phases", site=site, blocks=blocks)


def goals(site: Site, path: str) -> str:
    """The plan's goals as headings over the tasks that serve them."""
    return render("plan/goals", site=site, blocks=tuple(_goals(site, site.plan, path))) if site.plan else NONE


def of_aspect(site: Site, path: str) -> str:
    """The tasks that rest on the standards of one aspect, and the goals that it serves."""
    number = int(path.rstrip("/").rsplit("/", 1)[-1])
    view = next((row for row in site.default.aspects if row.number == number), None)
    if site.plan is None or view is None:
        return NONE
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
                (task.name, url(path, task_path(task.slug, site.below))),
                [(f"{row.id} {row.name}", url(path, row.path)) for row in standards],
            )
            for task, standards in tasks
            if standards
        ],
        goals=[goal.name for goal in site.plan.goals if goal.aspect == view.name],
    )


def documents(site: Site, _path: str) -> str:
    """文件清单: what the plan rests on."""
    if site.plan is None:
        return NONE
    rows = [(row, in_force(row.on), CREDIBILITY[row.credibility]) for row in site.plan.documents]
    return render("plan/documents", rows=rows)


def handouts(site: Site, _path: str) -> str:
    """手册配发: how many have signed; nothing at all in the public edition."""
    if not site.judged:
        return ""
    if site.plan is None:
        return NONE
    rows = [(row, words.day(row.on) if row.on else "") for row in site.plan.handouts]
    people, signed = sum(row.people for row, _ in rows), sum(row.signed for row, _ in rows)
    return render("plan/handouts", rows=rows, people=people, signed=signed)


def _phase(site: Site, plan: Plan, phase: Phase, rows: tuple[TaskRow, ...], path: str) -> PhaseBlock:
    own = {task.clause for task in phase.tasks}
    return PhaseBlock(
        anchor=f"phase-{plan.phases.index(phase) + 1}",
        title=phase_name(plan, phase),
        name=phase.name,
        clause=site.cites.clause(phase.clause, root(path)),
        window=f"{words.day(phase.since)}—{words.day(phase.until)}",
        state=_when(site, phase),
        rows=tuple(row for row in rows if row.clause in own),
        sums=_sums(site, own),
    )


def _when(site: Site, phase: Phase) -> str:
    if site.as_of < phase.since:
        return "还没有开始"
    return f"正在进行，{words.countdown(site.as_of, phase.until)}" if site.as_of <= phase.until else "已过"


def _goals(site: Site, plan: Plan, path: str) -> Iterator[GoalBlock]:
    aspects = {view.name: view for view in site.default.aspects}
    for goal in plan.goals:
        view = aspects.get(goal.aspect or "")
        ids = {standard.id for standard in view.standards} if view else set()
        tasks = [row.task for row in plan.tasks if (ids & set(row.task.standards) if view else not row.task.standards)]
        yield GoalBlock(
            name=goal.name,
            aspect=f"{view.numeral} {view.name}" if view else "",
            target=url(path, view.path) if view else "",
            tasks=tuple((f"{task.clause} {task.name}", url(path, task_path(task.slug, site.below))) for task in tasks),
            sums=_sums(site, {task.clause for task in tasks}),
        )


def _sums(site: Site, clauses: set[str]) -> tuple[tuple[Markup, int], ...]:
    """How many of some tasks show which conclusion; what is withheld is not counted."""
    found: Counter[Verdict] = Counter(
        row.verdict for row in site.standings.values() if row.clause in clauses and row.verdict is not None
    )
    return tuple((CHIPS[verdict], found[verdict]) for verdict in LEGEND_ORDER if found[verdict])
