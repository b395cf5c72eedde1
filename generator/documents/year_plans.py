"""The institution's plans of all years, with the outlines of their own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.clause import ClauseTree
from generator.model.records.organisation import ResponsibleUnit
from generator.model.records.plan import Plan
from generator.model.year_plan import YearPlan


def outlined(
    written: Mapping[int, tuple[Plan, str | None]], units: Sequence[ResponsibleUnit]
) -> Mapping[int, YearPlan]:
    """Plans and their texts by year, with the outline of each text; `units` are those that a plan may name."""
    return {
        year: YearPlan(plan, _outline(text, units) if text is not None else None)
        for year, (plan, text) in written.items()
    }


def _outline(text: str, units: Sequence[ResponsibleUnit]) -> ClauseTree:
    from generator.documents.outline.parser import parse_outline  # noqa: PLC0415 - its patterns take long to compile

    return parse_outline(text, units)
