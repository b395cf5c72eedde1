"""The part of a 年度台账 that 学校 and 基层党委 have in common as hosts of training classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from generator.model.record import Record, entry
from generator.model.records.training_class import Trainees, TrainingClass

Attended = tuple[TrainingClass, tuple[Trainees, ...]]
"""A class, and its host's rows of one branch."""


class ClassesHeld(Record):
    """The classes of a year: what their host says of a branch, the branch need not enter again."""

    classes: tuple[TrainingClass, ...] = entry(
        "培训",
        example=[{"编号": "2019-sj1", "日期": "2019-04-11"}],
        default=(),
        hint="上级和学校办的班次写在校级台账，基层党委办的写在本级台账",
    )

    @cached_property
    def attended(self) -> Mapping[str, Sequence[Attended]]:
        """By branch, the classes that its people went to, each with the branch's rows; thousands of branches ask."""
        found: dict[str, list[Attended]] = {}
        for held in self.classes:
            by_branch: dict[str, list[Trainees]] = {}
            for row in held.trainees:
                by_branch.setdefault(row.branch, []).append(row)
            for branch, rows in by_branch.items():
                found.setdefault(branch, []).append((held, tuple(rows)))
        return found


def attended_by(branch: str, registers: Iterable[Record | None]) -> list[Attended]:
    """The classes that people of a branch went to, as these registers of their hosts have them."""
    hosts = (register for register in registers if isinstance(register, ClassesHeld))
    return [pair for host in hosts for pair in host.attended.get(branch, ())]
