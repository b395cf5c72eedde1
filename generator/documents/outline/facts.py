"""The facts that a clause states: units, times, quantities, at offsets of the folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from generator.documents.outline.deadlines import FoundTimes, times_in
from generator.documents.outline.quantities import quantities_in
from generator.documents.outline.unit_mentions import Aliases, units_in
from generator.documents.outline.years import YearFrame
from generator.model.clause import NoteKind
from generator.model.clause_facts import DayOfYear, Deadline, DeadlineKind, Quantity, UnitMention

PlacedFact = TypeVar("PlacedFact", UnitMention, Deadline, Quantity)
"""A fact with a place."""

_QUOTED = re.compile(r"《[^》\n]*》")


class ClauseFacts(NamedTuple):
    """Units, times and quantities, the last year that is named, and what must be told of the times."""

    units: tuple[UnitMention, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    year: int | None = None
    told: tuple[tuple[NoteKind, str, int], ...] = ()


def facts_in(words: str, frame: YearFrame, aliases: Aliases) -> ClauseFacts:
    """The facts of a text, at offsets in it.  Dates and numbers of titles in 《》 are not its own."""
    unquoted = _QUOTED.sub(lambda found: "□" * len(found[0]), words)
    times = times_in(unquoted, frame)
    return ClauseFacts(
        units_in(words, aliases),
        times.deadlines,
        tuple(_outside(quantities_in(unquoted), times.deadlines)),
        times.year,
        tuple(told_of(times)),
    )


def told_of(times: FoundTimes) -> Iterator[tuple[NoteKind, str, int]]:
    """What a reader must know of the times: kind, words, place."""
    for words, at in times.impossible:
        yield NoteKind.NO_SUCH_DAY, f"{words}，没有这一天", at
    for words, at in times.lunar:
        yield NoteKind.LUNAR, f"“{words}”是农历，没有换算成公历", at


def _outside(quantities: Iterable[Quantity], deadlines: Iterable[Deadline]) -> Iterator[Quantity]:
    """Quantities that are not part of a time: of 14点30分前 30分 is none.  Both come in the order of the text."""
    waiting = iter(deadlines)
    deadline = next(waiting, None)
    for quantity in quantities:
        while deadline is not None and deadline.end <= quantity.start:
            deadline = next(waiting, None)
        if deadline is None or quantity.end <= deadline.start:
            yield quantity


def window_of(deadlines: Iterable[Deadline], before: int) -> tuple[DayOfYear, DayOfYear] | None:
    """The first window that begins before an offset: that of a heading."""
    for each in deadlines:
        if (
            each.kind is DeadlineKind.WINDOW
            and each.since is not None
            and each.until is not None
            and each.start < before
        ):
            return each.since, each.until
    return None
