"""What stands in the calendar files that phones subscribe to."""

from __future__ import annotations

from generator.model.calendar import CalendarOf, Entry
from generator.present.calendar.days import year_entries
from generator.present.kit.site import Site


def owned(site: Site, owner: CalendarOf) -> tuple[Entry, ...]:
    """The entries of one owner's calendar; branches are asked by the standards that hold for their kind."""
    return tuple(row for row in year_entries(site, site.year) if owner in row.owners)


def calendar_name(site: Site, owner: CalendarOf) -> str:
    """What phones call the calendar."""
    return f"{site.institution.name}党建年历{site.year}·{owner.label}"
