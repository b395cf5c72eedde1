"""Results of `zhibu check`, streamed: first those of the whole tree, then branch by branch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.finding import UnitAssessment
from generator.model.judged_year import JudgedYear
from generator.model.problem import Problem


class Checked(NamedTuple):
    """One part of the results: its problems, sorted; for a readable branch also every judged year.

    `units` is what 学校 and its committees show about their own duties.
    """

    problems: tuple[Problem, ...]
    years: tuple[JudgedYear, ...] = ()
    units: tuple[UnitAssessment, ...] = ()


@dataclass(slots=True)
class CheckCounts:
    """Counts of branches judged, 错误 and 警告."""

    branches: int = 0
    errors: int = 0
    warnings: int = 0

    def counting(self, parts: Iterable[Checked]) -> Iterator[Checked]:
        """Pass the parts through and count them."""
        for part in parts:
            errors = sum(problem.is_error for problem in part.problems)
            self.errors += errors
            self.warnings += len(part.problems) - errors
            self.branches += bool(part.years)
            yield part
