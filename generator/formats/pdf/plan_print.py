"""年度方案, set by `plan.typ`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.sheets import sheet_source, verdict_cell
from generator.model.plan_print import PlanPrint, PrintedPhase, PrintedTask, StateCounts


def plan_source(plan: PlanPrint) -> TypstSource:
    """The plan as its template gets it; equal sources make equal files."""
    contents = {
        "heading": plan.title,
        "judged": plan.judged,
        "facts": plan.facts,
        "ribbon": {
            "months": plan.ribbon.months,
            "lanes": [[piece._asdict() for piece in lane] for lane in plan.ribbon.lanes],
            "before": plan.ribbon.before,
            "today": plan.ribbon.today,
        },
        "phases": [_phase(row) for row in plan.phases],
        "overdue": [_task(row) for row in plan.overdue],
        "upcoming": [_task(row) for row in plan.upcoming],
        "withheld": plan.withheld,
        "units": plan.units,
        "goals": [(name, aspect, told, _counts(counts)) for name, aspect, told, counts in plan.goals],
        "documents": plan.documents,
        "handouts": plan.handouts,
    }
    return sheet_source("plan", plan.imprint, contents)


def _phase(row: PrintedPhase) -> Mapping[str, Any]:
    return {**row._asdict(), "counts": _counts(row.counts), "tasks": [_task(task) for task in row.tasks]}


def _task(row: PrintedTask) -> Mapping[str, Any]:
    return {**row._asdict(), "verdict": verdict_cell(row.verdict) if row.verdict else None}


def _counts(counts: StateCounts) -> list[tuple[Mapping[str, str], int]]:
    return [(verdict_cell(verdict), number) for verdict, number in counts]
