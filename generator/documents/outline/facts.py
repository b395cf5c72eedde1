"""The facts that a clause states: units, times, quantities, at offsets of the folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from generator.documents.outline.deadlines import FoundTimes, times_in
from generator.documents.outline.quantities import quantities_in
from generator.documents.outline.table_columns import ColumnKind, TableTask
from generator.documents.outline.unit_mentions import Aliases, units_in, units_of_cell
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

    def with_more(self, other: ClauseFacts) -> ClauseFacts:
        """These facts and those of text behind."""
        return ClauseFacts(
            self.units + other.units,
            self.deadlines + other.deadlines,
            self.quantities + other.quantities,
            other.year or self.year,
            self.told + other.told,
        )


def facts_in(text: str, begin: int, end: int, frame: YearFrame, aliases: Aliases) -> ClauseFacts:
    """The facts from `begin` to `end` of the folded text.  Dates and numbers of titles in 《》 are not its own."""
    words = text[begin:end]
    timed = _timed(words, begin, frame, due=False)
    return timed._replace(units=tuple(_shifted(each, begin) for each in units_in(words, aliases)))


def facts_of_row(row: TableTask, frame: YearFrame, aliases: Aliases) -> ClauseFacts:
    """The facts of a row of a task table: each column has its own."""
    facts = ClauseFacts()
    for column, cell in zip(row.columns, row.cells, strict=False):
        if column.kind is ColumnKind.UNITS and column.role is not None:
            found = units_of_cell(cell.words, column.role, aliases)
            facts = facts._replace(units=(*facts.units, *(_shifted(each, cell.start) for each in found)))
        elif column.kind not in {ColumnKind.NUMBER, ColumnKind.GROUP}:
            facts = facts.with_more(_timed(cell.words, cell.start, frame, due=column.kind is ColumnKind.DUE))
    return facts


def _timed(words: str, begin: int, frame: YearFrame, *, due: bool) -> ClauseFacts:
    """Times and quantities of a text that begins at `begin`."""
    unquoted = _QUOTED.sub(lambda found: "□" * len(found[0]), words)
    times = times_in(unquoted, frame, due=due)
    quantities = _outside(quantities_in(unquoted), times.deadlines)
    return ClauseFacts(
        (),
        tuple(_shifted(each, begin) for each in times.deadlines),
        tuple(_shifted(each, begin) for each in quantities),
        times.year,
        tuple((kind, words, at + begin) for kind, words, at in _told(times)),
    )


def _shifted(fact: PlacedFact, by: int) -> PlacedFact:
    return fact._replace(start=fact.start + by, end=fact.end + by)


def _told(times: FoundTimes) -> Iterator[tuple[NoteKind, str, int]]:
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
    """The first window that begins before an offset, that of a heading; None where its years are not known."""
    for each in deadlines:
        if (
            each.kind is DeadlineKind.WINDOW
            and each.start < before
            and each.since is not None
            and each.until is not None
        ):
            return (each.since, each.until) if each.since.year is not None and each.until.year is not None else None
    return None
