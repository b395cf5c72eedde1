"""Honours of a showcase against what 学校 has on record: 选树 and 表彰 of the branch, with level, state and document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.model.index import Index, ShowcaseEntry
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.school_register import SchoolRegister
from generator.model.records.showcase import ShowcaseHonour


class GivenHonour(NamedTuple):
    """An honour of a branch as the register of 学校 has it."""

    branch: str
    name: str
    level: str
    state: str
    number: str | None
    on: date

    def told(self) -> str:
        """Level, state and document as one text."""
        return "、".join(filter(None, (self.level, self.state, self.number)))


def check_honours(entry: ShowcaseEntry, given: Mapping[int, tuple[GivenHonour, ...]]) -> Iterator[Problem]:
    """The honours that the register of their year does not have so; years without a register are not judged."""
    for row in entry.showcase.honours:
        rows = given.get(row.year)
        if rows is not None:
            yield from _compared(
                row, [each for each in rows if (each.branch, each.name) == (entry.branch.id, row.name)]
            )


def honours_given(index: Index) -> Mapping[int, tuple[GivenHonour, ...]]:
    """What 学校 has on record, by year of record, for each year that has a register."""
    found: dict[int, list[GivenHonour]] = {}
    for register in index.further.values():
        for given in _of(register) if isinstance(register, SchoolRegister) else ():
            found.setdefault(given.on.year, []).append(given)
    return {year: tuple(rows) for year, rows in found.items()}


def _of(register: SchoolRegister) -> Iterator[GivenHonour]:
    for chosen in register.selections:
        yield GivenHonour(chosen.branch, chosen.selected_as, chosen.level, chosen.state, chosen.number, chosen.on)
    for award in register.awards:
        for branch in award.branches:
            yield GivenHonour(branch, award.kind, award.level, award.state, award.number, award.on)


def _compared(row: ShowcaseHonour, rows: list[GivenHonour]) -> Iterator[Problem]:
    written = (row.level.value, row.state.value, row.number)
    if any(written == (each.level, each.state, each.number) for each in rows):
        return
    there = "；".join(each.told() for each in rows)
    message = f"荣誉“{row.name}”写{'、'.join(filter(None, written))}，学校 {row.year} 年台账{f'是{there}' if rows else '没有'}"
    yield report("W113", row.where("name"), message, "请核对级别、状态和文号；校级的不写成别的级别。")
