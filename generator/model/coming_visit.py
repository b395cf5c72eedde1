"""A visit (观摩) that was booked and has not taken place yet."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class BookedVisit(NamedTuple):
    """Who comes to a 观摩点, when, and how many; the hours are `HH:MM`."""

    visitor: str
    day: date
    since: str
    until: str
    people: int
