"""How many cases of 发展党员 a branch or a committee has in each stage of the process."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class StageCount(NamedTuple):
    """`title` is what somebody in the stage is called; `overdue` how many of the cases have a step that is overdue."""

    title: str
    cases: int
    overdue: int


def stages_together(rows: Iterable[tuple[StageCount, ...]]) -> tuple[StageCount, ...]:
    """The counts of several branches, stage by stage in the order of the process."""
    found: dict[str, StageCount] = {}
    for row in (each for counts in rows for each in counts):
        so_far = found.get(row.title, StageCount(row.title, 0, 0))
        found[row.title] = StageCount(row.title, so_far.cases + row.cases, so_far.overdue + row.overdue)
    return tuple(found.values())
