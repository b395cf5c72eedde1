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
        """The clauses that its own words have, and its attachments; None where they are not kept."""
        if self.outline is None:
            return None
        return [*self.outline.citations, *(document.name for document in self.outline.documents if document.name)]
