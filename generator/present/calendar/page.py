"""年历: one owner's entries for the calendar file, and the page with twelve months.

The page names no branch.  Its months list the plan's dates one by one and the duties of a day together.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.model import words
from generator.model.calendar import BRANCHES, CalendarDay, CalendarOf, Entry, EntryKind
from generator.model.period import Cycle, last_of_month
from generator.model.records.organisation import Holiday
from generator.present.calendar.entries import entries
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import plan_calendar_path, root, url
from generator.present.plan.slots import other_years

_PLAN = (EntryKind.PHASE_START, EntryKind.PHASE_END, EntryKind.TASK)
_ENDS = {Cycle.MONTH: "月末", Cycle.QUARTER: "季末"}
_CYCLES = {Cycle.MONTH: "每月", Cycle.QUARTER: "每季"}
_MARKS = {EntryKind.PLANNED_DAY: "zb-on-planned", EntryKind.DUE: "zb-on-due"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A day in the small grid of a month; `number` is 0 for a place outside the month."""

    number: int
    css: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line below a month: which day, what kind of date, what it is, what to note, and the page that tells more."""

    day: str
    weekday: str
    css: str
    label: str
    text: str
    note: str
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month; `free` names the school holidays that touch it."""

    number: int
    now: bool
    weeks: tuple[tuple[Square, ...], ...]
    lines: tuple[Line, ...]
    free: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One row of the recurring duties."""

    when: str
    text: str
    note: str
    owners: str
    basis: str
    path: str


def owned(site: Site, owner: CalendarOf) -> tuple[Entry, ...]:
    """The entries of one owner's calendar; branches are asked by the standards that hold for their kind."""
    chosen = site.catalogue_for(owner.branch_kind) if owner.branch_kind else site.default
    return tuple(row for row in _entries(site, chosen.id, site.year) if owner in row.owners)


def calendar_name(site: Site, owner: CalendarOf) -> str:
    """What phones call the calendar."""
    return f"{site.institution.name}党建年历{site.year}·{owner.label}"


def year(site: Site, path: str) -> str:
    """The page: the files to subscribe to, the recurring duties, the twelve months and what falls in the next year."""
    rows = _entries(site, site.default.id, site.year)
    by_day = _by_day(rows)
    return render(
        "calendar/year",
        year=site.year,
        as_of=words.day(site.as_of),
        planned=site.plan is not None,
        files=[] if site.further else [(owner.label, url(path, owner.file)) for owner in CalendarOf],
        years=other_years(site, path, plan_calendar_path),
        duties=[_duty(row, site.year) for row in sorted(rows, key=_frequency) if row.kind not in _PLAN],
        months=[_month(site, number, by_day) for number in range(1, 13)],
        later=[line for day in sorted(by_day) if day.year > site.year for line in _lines(day, by_day[day], full=True)],
        weekdays=words.WEEKDAYS,
        link=partial(url, path),
        cite=partial(site.cites.linked, root=root(path)),
    )


def month_ahead(site: Site) -> Iterator[tuple[date, str]]:
    """The dates of the month of `as_of`, in words, in order."""
    by_day = _by_day(_entries(site, site.default.id, site.as_of.year))
    for day in sorted(by_day):
        if (day.year, day.month) == (site.as_of.year, site.as_of.month):
            for row in _lines(day, by_day[day]):
                yield day, f"{row.label}：{row.text}" + (f"（{row.note}）" if row.note else "")


def _entries(site: Site, id: str, year: int) -> tuple[Entry, ...]:
    standards = next(row for row in site.sets if row.id == id)
    return entries(site.plan, standards, site.institution, year, site.cites, below=site.below)


_Day = list[tuple[Entry, CalendarDay]]


def _by_day(rows: Iterable[Entry]) -> Mapping[date, _Day]:
    found: dict[date, _Day] = {}
    for entry in rows:
        for occasion in entry.occasions:
            found.setdefault(occasion.day, []).append((entry, occasion))
    return found


def _month(site: Site, number: int, by_day: Mapping[date, _Day]) -> Month:
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
        lines=tuple(line for day in days if first <= day <= last for line in _of_day(site, day, by_day.get(day, []))),
        free="，".join(map(_holiday, touching)),
    )


def _square(site: Site, day: date, month: int, by_day: Mapping[date, _Day]) -> Square:
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


def _of_day(site: Site, day: date, rows: _Day) -> Iterator[Line]:
    if day == site.as_of:
        yield _line(day, "zb-is-today", "今天", "截至日", "")
    yield from _lines(day, rows)


def _lines(day: date, rows: _Day, *, full: bool = False) -> Iterator[Line]:
    """The plan's dates and the planned days one by one, then the duties that end on this day, cycle by cycle."""
    due: dict[tuple[str, str], dict[str, None]] = {}
    for entry, occasion in rows:
        if entry.kind is EntryKind.DUE:
            due.setdefault((_end(entry, day), occasion.note), {})[_named(entry)] = None
        elif entry.kind is EntryKind.PLANNED_DAY:
            yield _line(day, "zb-is-planned", entry.kind.value, entry.short, occasion.note, path=entry.path)
        else:
            yield _line(day, "zb-is-plan", entry.kind.value, entry.short, _noted(occasion, entry), path=entry.path)
    for (label, note), names in due.items():
        yield _line(day, "zb-is-due", label, "、".join(names), note, full=full)


def _line(day: date, css: str, label: str, text: str, note: str, *, path: str = "", full: bool = False) -> Line:
    told = words.day(day) if full else f"{day.day}日"
    return Line(day=told, weekday=words.weekday(day)[-1], css=css, label=label, text=text, note=note, path=path)


def _noted(occasion: CalendarDay, entry: Entry) -> str:
    return "，".join(filter(None, (occasion.note, entry.basis)))


def _end(entry: Entry, day: date) -> str:
    if entry.cycle is Cycle.YEAR:
        return "年末" if (day.month, day.day) == (12, 31) else "到期"
    return _ENDS[entry.cycle] if entry.cycle else "到期"


def _named(entry: Entry) -> str:
    """What a branch has to do by its name alone; what others have to do with whose it is."""
    return entry.short if entry.owners & BRANCHES else f"{entry.short}（{_owners(entry).partition('（')[0]}）"


def _owners(entry: Entry) -> str:
    """党支部 for all branches at once, else each owner by name."""
    if entry.owners >= BRANCHES:
        return "党支部"
    return "、".join(owner.label for owner in CalendarOf if owner in entry.owners)


def _duty(entry: Entry, year: int) -> Duty:
    return Duty(
        when=_when(entry, year),
        text=entry.title,
        note="；".join(filter(None, (*entry.details[1:], *_shared_note(entry)))),
        owners=_owners(entry),
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
