"""对照: which standards, tasks and criteria rest on each clause of the plan, which clauses each standard, and the gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.page import Page
from generator.model.plan_system import SYSTEMS
from generator.model.records.plan import Plan, Task
from generator.model.standard import Standard
from generator.present.kit.page_kind import EVERY_EDITION, YEAR, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import plan_path, plan_trace_path, root, task_path, url
from generator.present.plan.citing import cited, named_standard
from generator.present.plan.plan_year import PlanYear
from generator.present.plan.registered import registered

_STOP = re.compile(r"[。；，\n]")
_OPENING = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseTrace:
    """What rests on one clause; `checks` are the criteria of the standards that cite it, each with its check.

    `registers` are the files and keys under which the clause's systems are written down; `gap` says why no standard rests
    on it, where none does.
    """

    link: Markup
    label: str
    level: int
    task: tuple[str, str] | None
    standards: tuple[tuple[str, str], ...]
    checks: tuple[str, ...]
    registers: tuple[str, ...]
    gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTrace:
    """One system of the plan: where its rows are written down, the clause that it comes from, the criteria that judge it."""

    name: str
    clause: Markup
    registers: tuple[str, ...]
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
        registers=tuple(_registers(site)),
        bare_clauses=[row for row in clauses if not row.standards],
        bare_standards=[row for row in standards if not row.clauses],
    )
    yield Page(path=plan_trace_path(site.year_folder), kind="plan-trace", title=title, body=body)


PAGES = (
    PageKind(
        name="plan-trace",
        about="方案的每一条落到手册的哪几项标准",
        subject=PlanYear,
        paths=(plan_trace_path(), plan_trace_path(YEAR)),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(
            Heading(2, "clauses", "从条款看"),
            Heading(2, "standards", "从标准看"),
            Heading(2, "registers", "从登记看"),
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
            registers=tuple(_written(row.id for row in SYSTEMS.values() if row.clause == id)),
            gap="" if resting else _gap(id, task, by_standard.values()),
        )


def _gap(id: str, task: Task | None, cited_clauses: Iterable[Sequence[str]]) -> str:
    """Why no standard rests on a clause: a task says so itself, a heading leaves it to the clauses below it."""
    if task is not None:
        return task.no_standard or "没有写为什么"
    below = any(clause != id and clause.startswith(id) for clauses in cited_clauses for clause in clauses)
    return "总述，标准落在它下面的条款" if below else "不是任务，只作总的要求，不单独判"


def _written(systems: Iterable[str]) -> Iterator[str]:
    """Files and keys, each once, in the words of who fills them in."""
    places = (place for id in systems for place in registered().get(id, ()))
    yield from dict.fromkeys(" › ".join((place.file.title, *place.keys)) for place in places)


def _registers(site: Site) -> Iterator[RegisterTrace]:
    path = plan_trace_path(site.year_folder)
    rows = [row for row in site.standards if not row.view.inapplicable]
    for system in SYSTEMS.values():
        judging = [(row, _of_system(row.standard, system.id)) for row in rows]
        yield RegisterTrace(
            name=f"{system.id} {system.name}",
            clause=site.cites.clause(system.clause, root(path)),
            registers=tuple(_written([system.id])),
            standards=tuple(named_standard(row.view, path) for row, criteria in judging if criteria),
            checks=tuple(check for _, criteria in judging for check in criteria)
            or ((system.unjudged,) if system.unjudged else ()),
        )


def _of_system(standard: Standard, system: str) -> tuple[str, ...]:
    return tuple(f"{row.id} {row.check}" for row in standard.criteria if system in (row.systems or standard.systems))


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
