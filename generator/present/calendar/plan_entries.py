"""年历事项 from the plan: when its phases begin and end, and the deadlines of its tasks.

A deadline in the plan's own public text stands as the plan's; it is in no branch's calendar where the plan gives the task
to some branches only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator.model.calendar import EVERYBODY, CalendarDay, CalendarOf, Entry, EntryKind, branches_of
from generator.model.kinds import BranchKind
from generator.model.records.organisation import Institution
from generator.model.records.plan import Phase, Plan, PlannedTask, clause_slug
from generator.model.words import short_day
from generator.present.kit.urls import plan_path, task_path

_REMIND_PLAN = 10
_BRANCHES = re.compile(r"各?(教职工|教师|机关|学生|离退休)?党支部")
_KINDS = {"教职工": (BranchKind.TEACHERS, BranchKind.OFFICES), "": tuple(BranchKind)}


def plan_entries(plan: Plan, institution: Institution, year_folder: str) -> Iterator[Entry]:
    """The plan's entries in its own order; `year_folder` as in URLs."""
    own_names = {alias: unit.name for unit in institution.units for alias in unit.aliases}
    for phase in plan.phases:
        yield _phase(phase, EntryKind.PHASE_START, phase.since, plan_path(year_folder))
        yield _phase(phase, EntryKind.PHASE_END, phase.until, plan_path(year_folder))
    for row in plan.tasks:
        if row.task.due:
            yield _task(row, own_names, year_folder)


def _phase(phase: Phase, kind: EntryKind, on: date, path: str) -> Entry:
    ends = kind is EntryKind.PHASE_END
    tasks = tuple(f"{task.clause} {task.name}" for task in phase.tasks if task.due is None) if ends else ()
    name = phase.short_name or phase.name
    return Entry(
        id=f"phase-{clause_slug(phase.clause)}-{'end' if ends else 'start'}",
        kind=kind,
        title=f"“{name}”阶段{'截止' if ends else '开始'}",
        short=name,
        basis=f"方案 {phase.clause}",
        owners=EVERYBODY,
        occasions=(CalendarDay(on, f"{len(tasks)} 项任务到期" if tasks else ""),),
        remind_days=_REMIND_PLAN if ends else 0,
        details=tasks,
        path=path,
    )


def _task(row: PlannedTask, own_names: Mapping[str, str], year_folder: str) -> Entry:
    task = row.task
    crossing = f"跨阶段：列在{row.phase.clause}，期限在{_window(row.phase)}以外（A19）" if row.crosses_phases else ""
    return Entry(
        id=f"task-{task.slug}",
        kind=EntryKind.TASK,
        title=f"任务期限：{task.name}",
        short=task.name,
        basis=f"方案 {task.clause}",
        owners=frozenset({CalendarOf.INSTITUTION}).union(*(_owners(own_names.get(unit, unit)) for unit in task.units)),
        occasions=(CalendarDay(row.deadline, "跨阶段" if crossing else ""),),
        remind_days=_REMIND_PLAN,
        details=tuple(filter(None, (task.due_note, f"责任单位：{'、'.join(task.units)}", crossing))),
        path=task_path(task.slug, year_folder),
    )


def _window(phase: Phase) -> str:
    return f"{short_day(phase.since)}—{short_day(phase.until)}"


def _owners(unit: str) -> frozenset[CalendarOf]:
    """Whose calendars a 责任单位 has; a part of the branches that only the plan knows has none."""
    if branch := _BRANCHES.fullmatch(unit):
        part = branch[1] or ""
        return branches_of(_KINDS[part] if part in _KINDS else (BranchKind(part),))
    return frozenset({CalendarOf.COMMITTEE}) if "基层党委" in unit or "党总支" in unit else frozenset()
