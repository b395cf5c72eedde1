"""The institution's plans of all years, with the outlines of their own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from generator.model.clause import ClauseTree
from generator.model.records.organisation import ResponsibleUnit
from generator.model.records.plan import Plan
from generator.model.year_plan import YearPlan

OutlineTexts: TypeAlias = Callable[[Mapping[int, str], Sequence[ResponsibleUnit]], Mapping[int, ClauseTree]]
"""Gives the outline of every year's text; the units are those that a plan may name."""


def outlined(
    written: Mapping[int, tuple[Plan, str | None]], units: Sequence[ResponsibleUnit], outline_texts: OutlineTexts
) -> Mapping[int, YearPlan]:
    """Plans and their texts by year, with the outline of each text."""
    outlines = outline_texts({year: text for year, (_, text) in written.items() if text is not None}, units)
    return {year: YearPlan(plan, outlines.get(year)) for year, (plan, _) in written.items()}


def parsed(texts: Mapping[int, str], units: Sequence[ResponsibleUnit]) -> Mapping[int, ClauseTree]:
    """The outlines of texts, of which nothing is known."""
    return {year: _outline(text, units) for year, text in texts.items()}


def _outline(text: str, units: Sequence[ResponsibleUnit]) -> ClauseTree:
    from generator.documents.outline.parser import parse_outline  # noqa: PLC0415 - its patterns take long to compile

    return parse_outline(text, units)
