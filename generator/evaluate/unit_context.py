"""`UnitContext`: what a check gets to see of the records of a unit above the branches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from generator.evaluate.year_context import YearContext
from generator.model.finding import Evidence
from generator.model.index import BranchEntry
from generator.model.period import Period
from generator.model.record import Record
from generator.model.records.review import Review
from generator.model.records.unit_register import UnitRegister
from generator.model.standard import Criterion
from generator.model.unit_records import UnitRecords


class UnitContext(NamedTuple):
    """One criterion of one unit above the branches in one period."""

    records: UnitRecords
    year_context: YearContext
    criterion: Criterion
    readings: tuple[str, ...]
    period: Period

    @property
    def as_of(self) -> date:
        """截至."""
        return self.year_context.as_of

    @property
    def day(self) -> date:
        """The day on which the state of things is looked up: the period's last, or `as_of` where that is earlier."""
        return min(self.period.end, self.as_of)

    @property
    def last(self) -> date:
        """The last day whose rows count for the period: its deadline, or `as_of` where that is earlier (A32)."""
        return min(self.period.deadline, self.as_of)

    def counts(self, day: date) -> bool:
        """Whether a row of that day counts for the period."""
        return self.period.start <= day <= self.last

    @property
    def reviews(self) -> Sequence[Review]:
        """评定 of the criterion for the period's year."""
        return self.records.reviews.get((self.period.start.year, self.criterion.id), ())

    @property
    def branches(self) -> tuple[BranchEntry, ...]:
        """The branches under it that are not dissolved on `day`."""
        return tuple(row for row in self.records.branches if not row.ended(self.day))

    @property
    def register(self) -> UnitRegister | None:
        """The register of the period's year."""
        return self.records.register(self.period.start.year)

    def registered(self, label: str, rows: Iterable[Record]) -> tuple[Evidence, ...]:
        """Rows of its register as evidence, under one label."""
        return cite_rows(label, rows)


def cite_rows(label: str, rows: Iterable[Record]) -> tuple[Evidence, ...]:
    """Rows of a register as evidence, under one label."""
    return tuple(Evidence(row.source, "", label) for row in rows)
