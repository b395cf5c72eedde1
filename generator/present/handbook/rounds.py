"""一览表: every duty that recurs, on one page: how often, how binding, whose it is, by when, and where the handbook tells how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.calendar import Entry, EntryKind
from generator.model.duty_sheet import DutyRow, DutySheet
from generator.model.period import Cycle
from generator.model.placeholders import Slot
from generator.model.standard import Criterion
from generator.present.calendar.entries import calendar_entries
from generator.present.handbook.asked import criterion_force, when_asked
from generator.present.kit.pdf_urls import DUTIES_PDF
from generator.present.kit.print_links import print_links
from generator.present.kit.sheet_heads import sheet_imprint
from generator.present.kit.site import HandbookStandard, Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import criterion_anchor, url

_OFTEN = {Cycle.MONTH: "每月", Cycle.QUARTER: "每季", Cycle.YEAR: "每年"}
_AT_ITS_TIME = "按时"


class _Duty(NamedTuple):
    """An entry of the calendar with the criterion that asks for it."""

    entry: Entry
    standard: HandbookStandard
    criterion: Criterion


def _rounds(at: SlotContext) -> str:
    """The duties of the year by how often they recur; those of one name and standard are one."""
    groups = [(often, list(_linked(at, rows))) for often, rows in duties_by_rhythm(at.site)]
    prints = list(print_links(at.site.prints, at.path, at.site.as_of, [(DUTIES_PDF, "一览表，一页")]))
    return render("handbook/rounds", groups=groups, prints=prints)


SLOTS = {Slot.ROUNDS: _rounds}


def duty_sheet(site: Site) -> DutySheet:
    """The same on paper."""
    return DutySheet(
        imprint=sheet_imprint(site, f"{site.year}年一览表"),
        title="一年要办的事",
        rounds=tuple((often, tuple(_row(site, duty) for duty in rows)) for often, rows in duties_by_rhythm(site)),
    )


def duties_by_rhythm(site: Site) -> Iterator[tuple[str, list[_Duty]]]:
    """The recurring duties of the year, monthly ones first; a planned day is the duty of the branches that keep it, not another one."""
    found: dict[str, dict[tuple[str, str], _Duty]] = {often: {} for often in (*_OFTEN.values(), _AT_ITS_TIME)}
    for duty in _duties(site):
        often = _OFTEN[duty.entry.cycle] if duty.entry.cycle else _AT_ITS_TIME
        same = duty.entry.short, duty.entry.path
        if same not in found[often] or duty.entry.kind is EntryKind.PLANNED_DAY:
            found[often][same] = duty
    yield from ((often, list(rows.values())) for often, rows in found.items() if rows)


def _duties(site: Site) -> Iterator[_Duty]:
    rows = {(row.view.path, each.id): (row, each) for row in site.standards for each in row.standard.criteria}
    for entry in calendar_entries(None, site.sets_in_force, site.institution, site.year, site.cites):
        if (found := rows.get((entry.path, entry.criterion))) is not None:
            yield _Duty(entry, *found)


def _row(site: Site, duty: _Duty) -> DutyRow:
    entry, standard, criterion = duty
    asked = when_asked(standard, criterion)
    force = criterion_force(site, standard, criterion)
    return DutyRow(entry.short, force.value, criterion.duty.value, asked.until, criterion.id)


def _linked(at: SlotContext, duties: list[_Duty]) -> Iterator[tuple[DutyRow, str]]:
    for duty in duties:
        row = _row(at.site, duty)
        yield row, url(at.path, duty.entry.path, criterion_anchor(row.criterion))
