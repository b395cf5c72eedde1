"""The institution's plans of all years, with the outlines of their own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.load.plan import load_plan, load_plan_text, plan_years
from generator.model.clause import ClauseTree
from generator.model.problem import Problem
from generator.model.records.organisation import ResponsibleUnit
from generator.model.year_plan import YearPlan
from generator.settings import Settings


def read_plans(settings: Settings, units: Sequence[ResponsibleUnit]) -> tuple[Mapping[int, YearPlan], list[Problem]]:
    """The plan of each year that has one, and what is wrong; `units` are the names of those that a plan may name."""
    plans: dict[int, YearPlan] = {}
    problems: list[Problem] = []
    for year in plan_years(settings.records):
        plan, told = load_plan(settings.records, settings.root, year)
        text, unread = load_plan_text(settings.records, settings.root, year)
        problems += [*told, *unread]
        if plan is not None:
            plans[year] = YearPlan(plan, _outline(text, units) if text is not None else None)
    return plans, problems


def _outline(text: str, units: Sequence[ResponsibleUnit]) -> ClauseTree:
    from generator.documents.outline.parser import parse_outline  # noqa: PLC0415 - its patterns take long to compile

    return parse_outline(text, units)
