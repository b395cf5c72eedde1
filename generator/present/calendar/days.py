"""What falls on each day of the year, in lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.model import words
from generator.model.calendar import BRANCHES, CalendarDay, CalendarOf, Entry, EntryKind
from generator.model.period import Cycle
from generator.present.calendar.entries import calendar_entries
from generator.present.kit.site import Site

_ENDS = {Cycle.MONTH: "月末", Cycle.QUARTER: "季末"}

DayEntries = list[tuple[Entry, CalendarDay]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One line below a month: which day, what kind of date, what it is, what to note, and the page that tells more."""

    day: str
    weekday: str
    css: str
    label: str
    text: str
    note: str
    path: str = ""


def month_ahead(site: Site) -> Iterator[tuple[date, str]]:
    """The dates of the month of `as_of`, in words, in order."""
    days = entries_by_day(year_entries(site, site.as_of.year))
    for day in sorted(days):
        if (day.year, day.month) == (site.as_of.year, site.as_of.month):
            for row in lines_of_entries(day, days[day]):
                yield day, f"{row.label}：{row.text}" + (f"（{row.note}）" if row.note else "")


def year_entries(site: Site, year: int) -> tuple[Entry, ...]:
    """The entries of a year by the standard sets in force; worked out once for all pages of a site."""
    return _entries_of(_SameSite(site), year)


class _SameSite:
    """A site as a key: equal to itself only, since to compare all that two of them hold costs more than is saved."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameSite) and self.site is other.site

    def __hash__(self) -> int:
        return id(self.site)


@lru_cache(maxsize=8)
def _entries_of(key: _SameSite, year: int) -> tuple[Entry, ...]:
    site = key.site
    return calendar_entries(
        site.plan, site.sets_in_force, site.institution, year, site.cites, year_folder=site.year_folder
    )


def entries_by_day(rows: Iterable[Entry]) -> Mapping[date, DayEntries]:
    """The entries of each day that has any."""
    found: dict[date, DayEntries] = {}
    for entry in rows:
        for occasion in entry.occasions:
            found.setdefault(occasion.day, []).append((entry, occasion))
    return found


def lines_of_day(site: Site, day: date, rows: DayEntries) -> Iterator[DayLine]:
    """The lines of a day of the year shown, among which `as_of` has its own."""
    if day == site.as_of:
        yield _line(day, "zb-is-today", "今天", "截至日", "")
    yield from lines_of_entries(day, rows)


def lines_of_entries(day: date, rows: DayEntries, *, full: bool = False) -> Iterator[DayLine]:
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


def _line(day: date, css: str, label: str, text: str, note: str, *, path: str = "", full: bool = False) -> DayLine:
    shown = words.day(day) if full else f"{day.day}日"
    return DayLine(day=shown, weekday=words.weekday(day)[-1], css=css, label=label, text=text, note=note, path=path)


def _noted(occasion: CalendarDay, entry: Entry) -> str:
    return "，".join(filter(None, (occasion.note, entry.basis)))


def _end(entry: Entry, day: date) -> str:
    if entry.cycle is Cycle.YEAR:
        return "年末" if (day.month, day.day) == (12, 31) else "到期"
    return _ENDS[entry.cycle] if entry.cycle else "到期"


def _named(entry: Entry) -> str:
    """What a branch has to do by its name alone; what others have to do with whose it is."""
    return entry.short if entry.owners & BRANCHES else f"{entry.short}（{owner_names(entry).partition('（')[0]}）"


def owner_names(entry: Entry) -> str:
    """党支部 for all branches at once, else each owner by name."""
    if entry.owners >= BRANCHES:
        return "党支部"
    return "、".join(owner.label for owner in CalendarOf if owner in entry.owners)
