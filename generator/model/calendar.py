"""年历: the dates of one year, whose calendars they are in, and how they repeat.

A date is the same for everybody it concerns: nothing here is about a single branch.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from generator.model.kinds import BranchKind
from generator.model.period import Cycle


class CalendarOf(StrEnum):
    """Whose calendar: the institution's, a committee's, or that of the branches of one kind."""

    INSTITUTION = "institution"
    COMMITTEE = "committee"
    TEACHERS = "branch-teachers"
    OFFICES = "branch-offices"
    STUDENTS = "branch-students"
    RETIRED = "branch-retired"

    @property
    def label(self) -> str:
        """The owner's name on pages."""
        return _LABELS[self]

    @property
    def branch_kind(self) -> BranchKind | None:
        """The kind of branch it is for; None for the two that are not branches'."""
        return _KINDS.get(self)

    @property
    def file(self) -> str:
        """The calendar's file, relative to the site's root."""
        return f"downloads/calendar/{self.value}.ics"


_KINDS = {
    CalendarOf.TEACHERS: BranchKind.TEACHERS,
    CalendarOf.OFFICES: BranchKind.OFFICES,
    CalendarOf.STUDENTS: BranchKind.STUDENTS,
    CalendarOf.RETIRED: BranchKind.RETIRED,
}
_LABELS = {
    CalendarOf.INSTITUTION: "学校",
    CalendarOf.COMMITTEE: "基层党委（党总支）",
    **{owner: f"{kind.value}党支部" for owner, kind in _KINDS.items()},
}

EVERYBODY = frozenset(CalendarOf)
BRANCHES = frozenset(_KINDS)


def branches_of(kinds: tuple[BranchKind, ...]) -> frozenset[CalendarOf]:
    """The calendars of branches of these kinds."""
    return frozenset(owner for owner, kind in _KINDS.items() if kind in kinds)


class EntryKind(StrEnum):
    """What a date is."""

    PHASE_START = "阶段开始"
    PHASE_END = "阶段截止"
    TASK = "任务期限"
    PLANNED_DAY = "计划日"
    DUE = "到期"


class CalendarDay(NamedTuple):
    """One day of an entry, with a note for that day only."""

    day: date
    note: str = ""


class Repeat(NamedTuple):
    """How the days of an entry repeat without a gap, as a recurrence rule (RRULE) can express it.

    The last day of every month or quarter, the same day of every year, or the nth weekday of every month (Monday is 0).
    """

    cycle: Cycle
    nth: int = 0
    weekday: int = 0


@dataclass(frozen=True, kw_only=True)
class Entry:
    """年历事项: what is due, on which days, for whom and by which clause.

    `short` is its name in a list of many; `details` are lines that explain it; `path` is the URL path of the page that
    tells how, empty where there is none; `criterion` is the one that asks for a duty; `cycle` is how often a duty is asked for, None for what is asked for once;
    `remind_days` is how long before a day people are reminded, 0 for never.
    """

    id: str
    kind: EntryKind
    title: str
    short: str
    basis: str
    owners: frozenset[CalendarOf]
    occasions: tuple[CalendarDay, ...]
    cycle: Cycle | None = None
    repeat: Repeat | None = None
    remind_days: int = 0
    details: tuple[str, ...] = ()
    path: str = ""
    criterion: str = ""

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Its days, in order."""
        return tuple(row.day for row in self.occasions)


class TimedEvent(NamedTuple):
    """Something at an hour of a day (`HH:MM`, 北京时间) at a place: an open slot of a 观摩点, a planned visit.

    `id` is stable from build to build; `path` is the URL path of the page that tells more.
    """

    id: str
    day: date
    since: str
    until: str
    title: str
    place: str
    details: tuple[str, ...]
    path: str
