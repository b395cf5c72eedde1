"""The institution's plan of one year, with the outline of its own words."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.clause import ClauseTree
from generator.model.records.plan import Plan


class YearPlan(NamedTuple):
    """The plan of one year, and the outline of its own words where they are kept."""

    plan: Plan
    outline: ClauseTree | None

    @property
    def clauses(self) -> list[str] | None:
        """The clauses that its own words have; None where they are not kept."""
        return [clause.id for clause in self.outline.main.walk()] if self.outline else None
