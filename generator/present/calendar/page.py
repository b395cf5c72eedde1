"""年历: the page with twelve months.

The page names no branch.  Its months list the plan's dates one by one and the duties of a day together.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.model import words
from generator.model.calendar import CalendarOf, Entry, EntryKind
from generator.model.period import Cycle, last_of_month
from generator.model.placeholders import Slot
from generator.model.records.organisation import Holiday
from generator.model.records.school_activity import ThemeGuide
from generator.present.calendar.days import (
    DayEntries,
    DayLine,
    entries_by_day,
    lines_of_day,
    lines_of_entries,
    owner_names,
    year_entries,
)
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.units import school_register
from generator.present.kit.urls import plan_calendar_path, root, url

_PLAN = (EntryKind.PHASE_START, EntryKind.PHASE_END, EntryKind.TASK)
_CYCLES = {Cycle.MONTH: "每月", Cycle.QUARTER: "每季"}
_MARKS = {EntryKind.PLANNED_DAY: "zb-on-planned", EntryKind.DUE: "zb-on-due"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A day in the small grid of a month; `number` is 0 for a place outside the month."""

    number: int
    css: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month; `free` names the school holidays that touch it."""

    number: int
    now: bool
    weeks: tuple[tuple[Square, ...], ...]
    lines: tuple[DayLine, ...]
    free: str
    guide: ThemeGuide | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringDuty:
    """One row of the recurring duties."""

    when: str
    text: str
    note: str
    owners: str
    basis: str
    path: str


def _year(at: SlotContext) -> str:
    """The page: the files to subscribe to, the recurring duties, the twelve months and what falls in the next year."""
    site, path = at.site, at.path
    rows = year_entries(site, site.year)
    by_day, guides = entries_by_day(rows), school_register(site).guides
    return render(
        "calendar/year",
        year=site.year,
        as_of=words.day(site.as_of),
        planned=site.plan is not None,
        files=[] if site.further else [(owner.label, url(path, owner.file)) for owner in CalendarOf],
        years=[(each.year, url(path, plan_calendar_path(each.year_folder))) for each in site.other_plans],
        duties=[_duty(row, site.year) for row in sorted(rows, key=_frequency) if row.kind not in _PLAN],
        months=[_month(site, number, by_day, guides) for number in range(1, 13)],
        later=[
            line
            for day in sorted(by_day)
            if day.year > site.year
            for line in lines_of_entries(day, by_day[day], full=True)
        ],
        weekdays=words.WEEKDAYS,
        link=partial(url, path),
        cite=partial(site.cites.linked, root=root(path)),
    )


SLOTS = {Slot.PLAN_CALENDAR: _year}


def _month(site: Site, number: int, by_day: Mapping[date, DayEntries], guides: Sequence[ThemeGuide]) -> Month:
    first, last = date(site.year, number, 1), last_of_month(site.year, number)
    touching = [row for row in site.institution.holidays if row.since <= last and first <= row.until]
    days = sorted({*by_day, site.as_of})
    return Month(
        number=number,
        now=first <= site.as_of <= last,
        weeks=tuple(
            tuple(_square(site, day, number, by_day) for day in week)
            for week in calendar.Calendar().monthdatescalendar(site.year, number)
        ),
        lines=tuple(
            line for day in days if first <= day <= last for line in lines_of_day(site, day, by_day.get(day, []))
        ),
        free="，".join(map(_holiday, touching)),
        guide=next((row for row in guides if row.month == f"{site.year}-{number:02}"), None),
    )


def _square(site: Site, day: date, month: int, by_day: Mapping[date, DayEntries]) -> Square:
    if day.month != month:
        return Square(number=0, css="")
    marks = {_MARKS.get(entry.kind, "zb-on-plan") for entry, _ in by_day.get(day, [])}
    if any(row.covers(day, day) for row in site.institution.holidays):
        marks.add("zb-free")
    if day == site.as_of:
        marks.add("zb-today")
    return Square(number=day.day, css=" ".join(sorted(marks)))


def _holiday(row: Holiday) -> str:
    span = words.short_day(row.since) + (f"—{words.short_day(row.until)}" if row.until > row.since else "")
    return f"{row.name} {span}"


def _duty(entry: Entry, year: int) -> RecurringDuty:
    return RecurringDuty(
        when=_when(entry, year),
        text=entry.title,
        note="；".join(filter(None, (*entry.details[1:], *_shared_note(entry)))),
        owners=owner_names(entry),
        basis=entry.basis.partition("；")[0],
        path=entry.path,
    )


def _when(entry: Entry, year: int) -> str:
    """每月末, 12月31日, 次年3月31日; of a rule in force for some months only, which."""
    last = entry.days[-1]
    if entry.cycle in (None, Cycle.YEAR):
        return ("次年" if last.year > year else "") + words.short_day(last)
    some = entry.cycle is Cycle.MONTH and len(entry.days) < 12
    months = f"{entry.days[0].month}—{last.month}月" if some else ""
    return months + (_planned_day(entry) if entry.kind is EntryKind.PLANNED_DAY else f"{_CYCLES[entry.cycle]}末")


def _planned_day(entry: Entry) -> str:
    """第四个星期四."""
    return f"第{words.numeral(entry.repeat.nth)}个{words.weekday(entry.days[0])}" if entry.repeat else "计划日"


def _frequency(entry: Entry) -> int:
    """What comes often stands first, what comes once last."""
    return tuple(Cycle).index(entry.cycle) if entry.cycle else len(Cycle)


def _shared_note(entry: Entry) -> tuple[str, ...]:
    notes = {row.note for row in entry.occasions}
    return tuple(notes) if len(notes) == 1 else ()
