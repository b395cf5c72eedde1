"""年度方案 on paper: what the pages of the plan show, as one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model import words
from generator.model.plan_print import PlanPrint, PrintedPhase, PrintedTask, PrintedYear, RibbonPiece, StateCounts
from generator.model.records.plan import Phase, Plan, PlannedTask
from generator.model.standing import TaskStanding
from generator.present.kit.sheet_heads import sheet_imprint
from generator.present.kit.site import Site
from generator.present.kit.verdicts import WITHHELD
from generator.present.plan.progress import goal_tasks, phase_state, state_counts
from generator.present.plan.ribbon import Ribbon, ribbon
from generator.present.plan.rows import busy_units, hides_state, phase_name, tasks_of


def plan_print(site: Site, plan: Plan) -> PlanPrint:
    """The plan of the edition's year, with the standings that `site` has."""
    tasks = {row.task.clause: _task(site, row) for row in plan.tasks}
    return PlanPrint(
        imprint=sheet_imprint(site, f"{site.year}年工作方案"),
        title=plan.name,
        judged=site.judged,
        facts=tuple(_facts(site, plan)),
        ribbon=_year(ribbon(plan, site.as_of)),
        phases=tuple(_phase(site, plan, phase, tasks) for phase in plan.phases),
        overdue=_by_day(site, plan, tasks, lambda standing: standing.is_overdue(site.as_of)),
        upcoming=_by_day(site, plan, tasks, lambda standing: standing.is_upcoming(site.as_of)),
        withheld=_withheld(site),
        units=tuple(_units(site, plan, tasks)),
        goals=tuple(_goals(site, plan)),
        documents=tuple(_documents(plan)),
        handouts=tuple(_handouts(plan)) if site.judged else (),
    )


def _facts(site: Site, plan: Plan) -> Iterator[tuple[str, str]]:
    yield "方案编号", plan.id
    yield "阶段、任务", f"{len(plan.phases)} 个阶段，{sum(1 for _ in plan.tasks)} 项任务"
    if counts := state_counts(site, site.standings.keys()):
        yield "截至日的状态", "，".join(f"{verdict} {number} 项" for verdict, number in counts)


def _year(given: Ribbon) -> PrintedYear:
    lanes = tuple(tuple(RibbonPiece(row.days, row.text, row.window, row.now) for row in lane) for lane in given.lanes)
    return PrintedYear(months=given.months, lanes=lanes, before=given.before, today=given.today)


def _phase(site: Site, plan: Plan, phase: Phase, tasks: Mapping[str, PrintedTask]) -> PrintedPhase:
    own = {task.clause for task in phase.tasks}
    return PrintedPhase(
        title=phase_name(plan, phase),
        name=phase.name,
        clause=f"方案 {phase.clause}",
        window=f"{words.day(phase.since)}—{words.day(phase.until)}",
        state=phase_state(site, phase),
        counts=state_counts(site, own),
        tasks=tuple(row for clause, row in tasks.items() if clause in own),
    )


def _task(site: Site, row: PlannedTask) -> PrintedTask:
    task, standing = row.task, site.standings.get(row.task.clause)
    hidden = hides_state(site, task)
    return PrintedTask(
        clause=task.clause,
        name=task.name,
        units="、".join(task.units),
        deadline=words.short_day(row.deadline),
        note=task.due_note or "",
        crosses=row.crosses_phases,
        left=words.countdown(site.as_of, row.deadline) if site.judged else "",
        verdict=standing.verdict if standing and not hidden else None,
        reason=standing.reason if standing and not hidden else "",
        withheld=WITHHELD if hidden else "",
    )


def _by_day(
    site: Site, plan: Plan, tasks: Mapping[str, PrintedTask], wanted: Callable[[TaskStanding], bool]
) -> tuple[PrintedTask, ...]:
    chosen = {clause for clause, standing in site.standings.items() if wanted(standing)}
    rows = sorted((row for row in plan.tasks if row.task.clause in chosen), key=lambda row: row.deadline)
    return tuple(tasks[row.task.clause] for row in rows)


def _withheld(site: Site) -> str:
    clauses = "、".join(clause for clause, standing in site.standings.items() if standing.withheld)
    return f"不列入这两张表：{clauses}，{WITHHELD}。" if clauses else ""


def _units(site: Site, plan: Plan, tasks: Mapping[str, PrintedTask]) -> Iterator[tuple[str, str, str]]:
    """The units in the institution's order; each task with its deadline."""
    for unit in busy_units(site, plan):
        own = tasks_of(site, plan, unit)
        told = "；".join(f"{clause}（{tasks[clause].deadline}）" for clause in own)
        yield unit.name, f"{len(own)} 项", told


def _goals(site: Site, plan: Plan) -> Iterator[tuple[str, str, str, StateCounts]]:
    for goal, view, tasks in goal_tasks(site, plan):
        aspect = f"{view.numeral} {view.name}" if view else "手册没有单独的方面，列没有落到标准的任务"
        told = "；".join(f"{task.clause} {task.name}" for task in tasks) or "没有任务落到这里"
        yield goal.name, aspect, told, state_counts(site, {task.clause for task in tasks})


def _documents(plan: Plan) -> Iterator[tuple[str, str, str, str]]:
    for row in plan.documents:
        day, known = words.day(row.on) if row.on else "", row.credibility.told
        yield row.name, row.issued_by or "", day, known


def _handouts(plan: Plan) -> Iterator[tuple[str, str, str, str]]:
    for row in plan.handouts:
        yield row.recipients, str(row.people), str(row.signed), words.day(row.on) if row.on else ""
    if plan.handouts:
        people, signed = sum(row.people for row in plan.handouts), sum(row.signed for row in plan.handouts)
        yield "合计", str(people), str(signed), ""
