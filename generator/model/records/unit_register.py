"""What the registers (年度台账) of 基层党委 and 学校 have in common: up to when they have been checked, contact branches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from generator.model.fields import Count, Day, Text
from generator.model.record import Record, entry
from generator.model.records.leader_contact import LeaderContact


class UnitRegister(Record):
    """年度台账 of a unit above the branches, by 归属年度."""

    LASTING: ClassVar[tuple[str, ...]] = ("班子成员",)

    reconciled_through: Day | None = entry(
        "台账核对至", example="2019-10-31", default=None, hint="这一天以前没有记录，就当没有做；以后的空当只算无记录"
    )
    reconciled_by: Text | None = entry("核对人", example="专职组织员", default=None, hint="写职务，不写姓名")
    leaders: Count | None = entry(
        "班子成员", example="5", default=None, hint="领导班子人数；没有排联系点的也在内，不写就按联系点的行数"
    )
    contacts: tuple[LeaderContact, ...] = entry(
        "联系点",
        example=[{"领导": "党委副书记", "联系支部": ["xx-js1", "xx-bk1"]}],
        default=(),
        hint="班子成员每人一行，写职务",
    )


def register_year(name: str) -> int:
    """The year of a register, told by its file name."""
    return int(name.rpartition("/")[2][:4])


def unit_registers(files: Mapping[str, Record]) -> Mapping[int, UnitRegister]:
    """The registers among the files of a unit, by year."""
    return {register_year(name): row for name, row in files.items() if isinstance(row, UnitRegister)}


def unit_years(kept: Iterable[int], current: int, as_of: date) -> tuple[int, ...]:
    """The years that a unit is judged for, and has a page for: the current one, and those kept up to `as_of`, latest first."""
    found = {year for year in kept if year <= as_of.year}
    return (current, *sorted(found - {current}, reverse=True))
