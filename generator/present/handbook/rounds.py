"""一览表: every duty that recurs, on one page: how often, whose it is, and where the handbook tells how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.calendar import CalendarOf, Entry, branches_of
from generator.model.kinds import BranchKind
from generator.model.period import Cycle
from generator.model.placeholders import Slot
from generator.present.calendar.entries import calendar_entries
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import url

_OFTEN = {Cycle.MONTH: "每月", Cycle.QUARTER: "每季", Cycle.YEAR: "每年"}
_AT_ITS_TIME = "按时"


class RoundsRow(NamedTuple):
    """One duty: its name, the standard's number and page, and who has it."""

    name: str
    standard: str
    target: str
    owners: str


def _rounds(at: SlotContext) -> str:
    """The duties of the year by how often they recur; those of one name and standard are one."""
    site = at.site
    entries = calendar_entries(None, site.sets_in_force, site.institution, site.year, site.cites)
    found: dict[str, dict[RoundsRow, None]] = {often: {} for often in (*_OFTEN.values(), _AT_ITS_TIME)}
    for entry in entries:
        often = _OFTEN.get(entry.cycle, _AT_ITS_TIME) if entry.cycle else _AT_ITS_TIME
        found[often][_row(entry, at.path)] = None
    return render("handbook/rounds", groups=[(often, list(_merged(rows))) for often, rows in found.items() if rows])


SLOTS = {Slot.ROUNDS: _rounds}


def _row(entry: Entry, path: str) -> RoundsRow:
    number = entry.path.rstrip("/").rpartition("/")[2].replace("-", ".")
    return RoundsRow(entry.short, number, url(path, entry.path), _owners(entry))


def _merged(rows: Iterable[RoundsRow]) -> Iterator[RoundsRow]:
    """A planned day is the duty of the branches that keep it, not another one."""
    named: dict[tuple[str, str], RoundsRow] = {}
    for row in rows:
        named.setdefault((row.name, row.target), row)
    yield from named.values()


def _owners(entry: Entry) -> str:
    above = [owner.label for owner in (CalendarOf.INSTITUTION, CalendarOf.COMMITTEE) if owner in entry.owners]
    return "支部" if entry.owners & branches_of(tuple(BranchKind)) else "、".join(above)
