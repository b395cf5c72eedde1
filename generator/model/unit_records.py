"""What 学校 or a 基层党委 has on record of what it has to do itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.kinds import Duty
from generator.model.period import Period
from generator.model.reconciliation import Reconciliation
from generator.model.record import Record
from generator.model.records.batch_review import BatchReview
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.organisation import Committee, Institution
from generator.model.records.rectification import Rectifications
from generator.model.records.review import Review, Reviews, by_criterion
from generator.model.records.unit_register import UnitRegister, register_year, unit_registers


@dataclass(frozen=True, eq=False)
class UnitRecords:
    """The files of one unit above the branches; `id` is a committee's folder, empty for 学校.

    `registers` are its 年度台账 by year, `further` its other records by file name, `branches` all that are under it;
    `school` are the 年度台账 of 学校 by year, in which a committee finds what was found out about its branches;
    `approving` is whether it may approve admissions, which a 党总支 may not.
    """

    duty: Duty
    id: str
    name: str
    registers: Mapping[int, UnitRegister]
    further: Mapping[str, Record]
    reviews: Reviews
    branches: tuple[BranchEntry, ...]
    school: Mapping[int, UnitRegister] = field(default_factory=dict)
    approving: bool = True

    @classmethod
    def of_committee(cls, entry: CommitteeEntry, school: Mapping[int, UnitRegister]) -> UnitRecords:
        """Those of a committee; `school` are the registers of 学校."""
        made = cls.of(Duty.COMMITTEE, entry.id, entry.committee, entry.further, entry.roster)
        return replace(made, school=school)

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
        registers = unit_registers(files)
        further = {name: row for name, row in files.items() if not isinstance(row, UnitRegister)}
        reviews = by_criterion((row.year, row) for row in head.all_reviews)
        approving = head.approves if isinstance(head, Committee) else True
        return cls(duty, id, head.name, registers, further, reviews, branches, approving=approving)

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

    def rectifications(self, year: int) -> Rectifications | None:
        """整顿登记 of a year; None where it was not brought along."""
        rows = ((register_year(name), row) for name, row in self.further.items() if isinstance(row, Rectifications))
        return next((row for of, row in rows if of == year), None)

    def concluded(self, year: int, criterion: str, branch: str) -> tuple[Review, ...]:
        """What its register says of a branch in its tables of 支部评定."""
        tables = self._batches.get((year, criterion), ())
        entry = self.by_id.get(branch)
        found = (table.of(branch, entry.dissolved if entry else None) for table in tables)
        return tuple(row for row in found if row is not None)

    @cached_property
    def _batches(self) -> Mapping[tuple[int, str], tuple[BatchReview, ...]]:
        found: dict[tuple[int, str], tuple[BatchReview, ...]] = {}
        for year, register in self.registers.items():
            for table in register.all_batches if isinstance(register, CommitteeRegister) else ():
                found[year, table.criterion] = (*found.get((year, table.criterion), ()), table)
        return found

    @cached_property
    def by_id(self) -> Mapping[str, BranchEntry]:
        """Its branches by id."""
        return {row.id: row for row in self.branches}
