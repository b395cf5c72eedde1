"""What an organizer keeps books of for a branch: up to when its register was checked, what came since, its term of office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.model import words


class Entered(NamedTuple):
    """One activity that was held after the register had been checked for the last time."""

    on: date
    kinds: str


class TermOfOffice(NamedTuple):
    """The term that runs on `as_of` or ran out last: its election with the four dates of its papers, and its last day."""

    elected: date
    ends: date
    requested: date | None = None
    approved: date | None = None
    reported: date | None = None


class Bookkeeping(NamedTuple):
    """`reconciled` is 台账核对至; `entered` are the activities since, up to `as_of`; `term` is None where none is recorded."""

    reconciled: date | None = None
    entered: tuple[Entered, ...] = ()
    term: TermOfOffice | None = None


NO_BOOKS = Bookkeeping()
"""Where nobody keeps any: in sums of other years."""


def said_entries(rows: Iterable[Entered]) -> str:
    """Activities in words: 11月6日支部委员会会议、11月14日党课."""
    return "；".join(f"{words.short_day(row.on)}{row.kinds}" for row in rows)
