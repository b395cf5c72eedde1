"""What 学校 or a 基层党委 has on record of what it has to do itself, and what a check gets to see of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.evaluate.reconciliation import Reconciliation
from generator.evaluate.year_context import Reviews, YearContext, by_criterion
from generator.model.finding import Evidence
from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.kinds import Duty
from generator.model.period import Period
from generator.model.record import Record
from generator.model.records.organisation import Committee, Institution
from generator.model.records.review import Review
from generator.model.records.unit_register import UnitRegister
from generator.model.standard import Criterion


@dataclass(frozen=True, eq=False)
class UnitRecords:
    """The files of one unit above the branches; `id` is a committee's folder, empty for 学校.

    `registers` are its 年度台账 by year, `further` its other records by file name, `branches` all that are under it.
    """

    duty: Duty
    id: str
    name: str
    registers: Mapping[int, UnitRegister]
    further: Mapping[str, Record]
    reviews: Reviews
    branches: tuple[BranchEntry, ...]

    @classmethod
    def of_committee(cls, entry: CommitteeEntry) -> UnitRecords:
        """Those of a committee."""
        return cls.of(Duty.COMMITTEE, entry.id, entry.committee, entry.further, entry.roster)

    @classmethod
    def of_institution(cls, index: Index) -> UnitRecords:
        """Those of 学校; the index has to be the whole one."""
        return cls.of(Duty.INSTITUTION, "", index.institution, index.further, tuple(index.branches()))

    @classmethod
    def of(
        cls,
        duty: Duty,
        id: str,
        head: Committee | Institution,
        files: Mapping[str, Record],
        branches: tuple[BranchEntry, ...],
    ) -> UnitRecords:
        """Those of a unit whose own file is `head`, and whose other files have these names."""
        registers = {_year(name): row for name, row in files.items() if isinstance(row, UnitRegister)}
        further = {name: row for name, row in files.items() if not isinstance(row, UnitRegister)}
        reviews = by_criterion((row.year, row) for row in head.all_reviews)
        return cls(duty, id, head.name, registers, further, reviews, branches)

    def register(self, year: int) -> UnitRegister | None:
        """The register of a year of record (归属年度)."""
        return self.registers.get(year)

    def reconciled(self, year: int) -> Reconciliation:
        """Up to when its register of a year has been checked."""
        register = self.registers.get(year)
        return Reconciliation(None, register.reconciled_through if register else None)

    def incomplete(self, period: Period) -> str:  # noqa: ARG002 - branches have periods in which they did not exist
        """Units above the branches do not come and go with the year."""
        return ""

    @cached_property
    def by_id(self) -> Mapping[str, BranchEntry]:
        """Its branches by id."""
        return {row.id: row for row in self.branches}


def _year(name: str) -> int:
    return int(name.rpartition("/")[2][:4])


class UnitContext(NamedTuple):
    """One criterion of one unit above the branches in one period."""

    records: UnitRecords
    year_context: YearContext
    criterion: Criterion
    readings: tuple[str, ...]
    period: Period

    @property
    def institution(self) -> Institution:
        """学校, with its holidays and its own readings."""
        return self.year_context.institution

    @property
    def as_of(self) -> date:
        """截至."""
        return self.year_context.as_of

    @property
    def day(self) -> date:
        """The day on which the state of things is looked up: the period's last, or `as_of` where that is earlier."""
        return min(self.period.end, self.as_of)

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


def cite_rows(label: str, rows: Iterable[Record]) -> tuple[Evidence, ...]:
    """Rows of a register as evidence, under one label."""
    return tuple(Evidence(row.source, "", label) for row in rows)
