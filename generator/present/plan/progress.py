"""How the tasks of a plan stand, summed; where its phases are in time; which tasks serve which goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator.model import words
from generator.model.finding import Verdict
from generator.model.records.plan import Goal, Phase, Plan, Task
from generator.present.kit.catalogue import AspectView
from generator.present.kit.site import Site
from generator.present.kit.verdicts import LEGEND_ORDER


class GoalTasks(NamedTuple):
    """One goal of a plan: the aspect that serves it (None where the handbook has none), and the tasks that rest on it."""

    goal: Goal
    aspect: AspectView | None
    tasks: tuple[Task, ...]


def state_counts(site: Site, clauses: Collection[str]) -> tuple[tuple[Verdict, int], ...]:
    """How many of some tasks show which conclusion; what is withheld is not counted."""
    found = Counter(row.verdict for row in site.standings.values() if row.clause in clauses and row.verdict is not None)
    return tuple((verdict, found[verdict]) for verdict in LEGEND_ORDER if found[verdict])


def phase_state(site: Site, phase: Phase) -> str:
    """Where a phase is in time."""
    if site.as_of < phase.since:
        return "还没有开始"
    return f"正在进行，{words.countdown(site.as_of, phase.until)}" if site.as_of <= phase.until else "已过"


def goal_tasks(site: Site, plan: Plan) -> Iterator[GoalTasks]:
    """The goals in the order of the plan; one without an aspect stands over the tasks that no standard rests on."""
    aspects = {view.name: view for view in site.default.aspects}
    for goal in plan.goals:
        view = aspects.get(goal.aspect or "")
        ids = {standard.id for standard in view.standards} if view else set()
        tasks = (row.task for row in plan.tasks if (ids & set(row.task.standards) if view else not row.task.standards))
        yield GoalTasks(goal, view, tuple(tasks))
