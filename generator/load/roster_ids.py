"""Ids of the units of a roster: those that it gives, and numbers in the roster's order for all others.

Chinese names are not spelled out: which reading of 长 or 重 is meant cannot be told from the character, and an id is a
folder's name and an address for good.  Numbers keep the order of the roster, by which pages list units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

_LEAST_DIGITS = 2


class AskedId(NamedTuple):
    """The id that a unit has in the roster, if any, and where it stands."""

    id: str | None
    source: Source


class RosterIds:
    """Ids that are given out once."""

    def __init__(self) -> None:
        self.taken: dict[str, Source] = {}

    def take(self, asked: Iterable[AskedId]) -> Iterator[Problem]:
        """Take the ids that stand in the roster, each once."""
        for row in asked:
            if row.id and self.taken.setdefault(row.id, row.source) != row.source:
                told = f"编号 {row.id} 在 {self.taken[row.id]} 已经用了"
                yield report("C106", row.source, told, "编号就是文件夹名和网址，全校不重。")

    def of(self, asked: Iterable[AskedId], start: str) -> list[str]:
        """An id for each of some units: its own, or `start` and its number among them."""
        rows = list(asked)
        digits = max(_LEAST_DIGITS, len(str(len(rows))))
        return [row.id or self._next(start, at, digits) for at, row in enumerate(rows, 1)]

    def _next(self, start: str, number: int, digits: int) -> str:
        while (id := f"{start}{number:0{digits}}") in self.taken:
            number += 1
        self.taken[id] = Source()
        return id
