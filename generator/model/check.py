"""What a check (检查方式) tells about itself through its parameters, for whoever does not run it.

The calendar asks when something is due, a page asks which blank form to link and whether a person judges.  Both get the
answer with the standard set, so that neither knows any check by name.
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from generator.model.kinds import ActivityKind
from generator.model.period import Cycle
from generator.model.record import Record

RecordKind = ActivityKind | type[Record]
"""What a register holds: activities of one kind, or rows of one record class."""


class PlannedDay(NamedTuple):
    """The nth weekday (Monday is 0) of every month, planned for one kind of activity."""

    kind: ActivityKind
    nth: int
    weekday: int


class YearlyWindow(NamedTuple):
    """Some days of every year, both ends included and written `06-21`."""

    name: str
    since: str
    until: str


class Recurring(NamedTuple):
    """CheckParameters for in each natural month, quarter or year.

    `name` is a short name, empty where the standard's own says it; `kinds` are the activities that are asked for.
    """

    cycle: Cycle
    name: str = ""
    kinds: tuple[ActivityKind, ...] = ()


Schedule = PlannedDay | YearlyWindow | Recurring


class CheckDescription(Record):
    """参数 of a check, as far as others than the check may ask about them."""

    by_people: ClassVar[bool] = False
    """Whether a person judges it (人工评)."""

    def schedule(self) -> Schedule | None:
        """When the calendar lists it; None for a check that judges only what happened, or how things stand."""
        return None

    def forms(self) -> tuple[RecordKind, ...]:
        """What a branch writes down for it: the kinds of record of which there may be a blank form to print."""
        return ()
