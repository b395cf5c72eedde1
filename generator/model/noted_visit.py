"""That a branch noted a visit: what every edition with verdicts may know of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class NotedVisit(NamedTuple):
    """Which branch went to which on which day, and how many people; branches by their ids."""

    guest: str
    host: str
    on: date
    people: int
