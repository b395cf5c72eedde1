"""A role's year: what falls to a 支部书记, an 组织员 or the 组织部, month by month, and the standards in that order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.model import words
from generator.model.calendar import BRANCHES, CalendarDay, CalendarOf, Entry, EntryKind
from generator.model.kinds import Duty
from generator.model.period import last_of_month
from generator.model.placeholders import Slot
from generator.model.role import ROLE_KEY, Role
from generator.present.calendar.days import entries_by_day, year_entries
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import url

_OWNERS = {
    Duty.BRANCH: BRANCHES,
    Duty.COMMITTEE: frozenset({CalendarOf.COMMITTEE}),
    Duty.INSTITUTION: frozenset({CalendarOf.INSTITUTION}),
}
_ON_THE_DAY = frozenset({EntryKind.PHASE_START, EntryKind.PLANNED_DAY})
"""What happens on its day, and not by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDay:
    """What a role has to see to by one day, or on it: each with the URL path of the page that tells how."""

    when: str
    note: str
    matters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMonth:
    """One month, or what is left for the year after; `free` names the holidays that touch it."""

    name: str
    now: bool
    free: str
    days: tuple[RoleDay, ...]


def _year(at: SlotContext) -> str:
    """The months of the role whose page it is; nothing on a page that is no role's."""
    role = next((row for row in Role if row.label == at.meta.get(ROLE_KEY)), None)
    if role is None or role.duty is None:
        return ""
    site = at.site
    return render(
        "calendar/role_year",
        year=site.year,
        months=[row for row in _months(site, _entries(site, role)) if row.days or row.free],
        link=partial(url, at.path),
    )


def _ways(at: SlotContext) -> str:
    """The standards before and after this one in the year of each role that it falls to."""
    rows = [(role.label, *_around(at, role)) for role in Role if role.duty is not None]
    return render("calendar/role_ways", rows=[row for row in rows if row[1] or row[2]], link=partial(url, at.path))


SLOTS = {Slot.ROLE_YEAR: _year, Slot.ROLE_WAYS: _ways}


def _entries(site: Site, role: Role) -> tuple[Entry, ...]:
    """The dates of the year that are the role's; the planned days of branches are the secretary's alone."""
    if role.duty is None:
        return ()
    owners = _OWNERS[role.duty]
    rows = (row for row in year_entries(site, site.year) if row.owners & owners)
    return tuple(row for row in rows if row.kind is not EntryKind.PLANNED_DAY or role.duty is Duty.BRANCH)


def _around(at: SlotContext, role: Role) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """Name and URL path of the standards before and after the page's in the role's year."""
    names = {row.view.path: f"{row.view.id} {row.view.name}" for row in at.site.standards}
    order = sorted(_entries(at.site, role), key=lambda row: row.days[0])
    walk = list(dict.fromkeys(row.path for row in order if row.path in names))
    if at.path not in walk:
        return None, None
    place = walk.index(at.path)
    before, after = walk[:place][-1:], walk[place + 1 :][:1]
    return next(((names[path], path) for path in before), None), next(((names[path], path) for path in after), None)


def _months(site: Site, entries: Iterable[Entry]) -> Iterator[RoleMonth]:
    by_day = entries_by_day(entries)
    for number in range(1, 13):
        first, last = date(site.year, number, 1), last_of_month(site.year, number)
        touching = (row for row in site.institution.holidays if row.since <= last and first <= row.until)
        yield RoleMonth(
            name=f"{number}月",
            now=first <= site.as_of <= last,
            free="、".join(row.name for row in touching),
            days=tuple(line for day in sorted(by_day) if first <= day <= last for line in _lines(day, by_day[day])),
        )
    later = tuple(line for day in sorted(by_day) if day.year > site.year for line in _lines(day, by_day[day]))
    yield RoleMonth(name="次年", now=False, free="", days=later)


def _lines(day: date, rows: Iterable[tuple[Entry, CalendarDay]]) -> Iterator[RoleDay]:
    """The matters of one day, those of a kind and with the same note in one line."""
    found: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for entry, occasion in rows:
        when = words.short_day(day) if entry.kind in _ON_THE_DAY else f"到 {words.short_day(day)}"
        said = entry.short if entry.kind in (EntryKind.DUE, EntryKind.PLANNED_DAY) else f"{entry.kind}：{entry.short}"
        found.setdefault((when, occasion.note), {})[said, entry.path] = None
    for (when, note), matters in found.items():
        yield RoleDay(when=when, note=note, matters=tuple(matters))
