"""What a branch still has to do by its own records: 落实, 对策, 推进计划, and what falls due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model import words
from generator.model.judged_year import JudgedYear
from generator.model.kinds import ActivityKind
from generator.model.records.activity import Activity
from generator.model.records.register import Register
from generator.model.standard_set import set_of
from generator.present.calendar.remind import Reminder, Window, duties, plan_reminder
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.site import Site

_NO_DAY = date.max
"""The day of what has none."""


def said_day(day: date, as_of: date) -> str:
    """A day of a table, short within the year."""
    if day == _NO_DAY:
        return "没有写"
    return words.short_day(day) if day.year == as_of.year else words.day(day)


def resolved_since(activities: Iterable[Activity], kind: ActivityKind | None, as_of: date) -> Iterator[Reminder]:
    """落实 that the last meeting of that kind or a later one has resolved, and older ones whose day is still to come.

    Without a kind only those whose day is still to come.
    """
    held = [row for row in activities if row.on <= as_of]
    last = max((row.on for row in held if kind in row.kinds), default=None)
    for row in held:
        for task in row.follow_ups:
            if (last is not None and row.on >= last) or (task.due is not None and task.due >= as_of):
                ground = f"{words.day(row.on)}{'、'.join(row.kinds)}议定"
                yield Reminder(task.due or _NO_DAY, f"{task.matter}（责任 {task.responsible}）", ground)


def open_remedies(register: Register | None, catalogue: Catalogue, as_of: date) -> Iterator[Reminder]:
    """对策 of a year without a day on which they were done, by what is to be done."""
    for row in register.remedies if register else ():
        if row.done is None or row.done > as_of:
            names = (_named(id, catalogue) for id in row.standards)
            yield Reminder(row.due, f"{row.measure}（责任 {row.responsible}）", "、".join(names))


def told_remedies(register: Register | None, catalogue: Catalogue, as_of: date) -> tuple[str, ...]:
    """The same in a sentence each."""
    rows = open_remedies(register, catalogue, as_of)
    return tuple(f"{row.text}，期限{said_day(row.due, as_of)}（{row.ground}）" for row in rows)


def planned_work(register: Register | None) -> Iterator[Reminder]:
    """工作 of a year's 推进计划, in its order; the register does not say when it is done."""
    for row in register.plan.works if register and register.plan else ():
        yield Reminder(row.due, f"{row.matter}（责任 {row.responsible}）", row.measure or "推进计划")


def duties_due(site: Site, judged: JudgedYear, window: Window) -> tuple[Reminder, ...]:
    """The branch's own duties that fall due, the nearest first; the handing in of the plan among them."""
    chosen = set_of(site.sets, judged.assessment.standard_set)
    found = [*duties(judged.assessment, chosen, site.cites, window)] if chosen else []
    found += plan_reminder(judged.plan, site.plan.branch_plans_clause if site.plan else "", window)
    return tuple(sorted(found, key=lambda row: row.due))


def _named(id: str, catalogue: Catalogue) -> str:
    view = catalogue.standards.get(id)
    return f"{id} {view.name}" if view else id
