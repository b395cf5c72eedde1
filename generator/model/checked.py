"""What `zhibu check` finds, a part at a time: first of the whole tree, then of one branch after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.judged_year import JudgedYear
from generator.model.problem import Problem, Severity


class Checked(NamedTuple):
    """One part: its problems, sorted; of a branch whose files can be read also every year that was judged."""

    problems: tuple[Problem, ...]
    years: tuple[JudgedYear, ...] = ()


@dataclass(slots=True)
class CheckCounts:
    """What went by: branches judged, 错误 and 警告."""

    branches: int = 0
    errors: int = 0
    warnings: int = 0

    def watching(self, parts: Iterable[Checked]) -> Iterator[Checked]:
        """The same parts, counted as they pass."""
        for part in parts:
            errors = sum(problem.severity is Severity.ERROR for problem in part.problems)
            self.errors += errors
            self.warnings += len(part.problems) - errors
            self.branches += bool(part.years)
            yield part
