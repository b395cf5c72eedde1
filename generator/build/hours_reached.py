"""How many members have the hours that their year asks, for sums: persons, never who."""

from __future__ import annotations

from collections.abc import Iterable

from generator.evaluate.checks.hours import Parameters as HoursAsked
from generator.evaluate.checks.hours import Who
from generator.model.records.register import MemberHours, Register
from generator.model.standard_set import StandardSet
from generator.model.year_course import HoursReached


def hours_reached(register: Register | None, chosen: StandardSet | None) -> HoursReached:
    """Those on the register's rows, by the set's line for members; by months on the roll where those are told (A17)."""
    line = _line(chosen) if chosen else None
    if register is None or register.hours is None or line is None:
        return HoursReached()
    rows = register.hours.members or ()
    return HoursReached(sum(row.people for row in rows), sum(row.people for row in _reaching(rows, line)))


def _reaching(rows: Iterable[MemberHours], line: HoursAsked) -> Iterable[MemberHours]:
    return (row for row in rows if row.hours * 12 >= line.at_least * (12 if row.months is None else row.months))


def _line(chosen: StandardSet) -> HoursAsked | None:
    found = (row for row in chosen.parameters.values() if isinstance(row, HoursAsked) and row.who is Who.MEMBERS)
    return next(found, None)
