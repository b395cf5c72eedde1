"""全校总览, set by `overview.typ`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.sheets import sheet_source, verdict_cell
from generator.model.finding import Verdict
from generator.model.overview_print import OverviewPrint, SetOverview, VerdictCounts


def overview_source(overview: OverviewPrint) -> TypstSource:
    """The overview as its template gets it; equal sources make equal files."""
    contents = {
        "heading": overview.title,
        "facts": overview.facts,
        "counted": [verdict.value for verdict in overview.counted],
        "standards": [row._asdict() for row in overview.standards],
        "sets": [_set(row) for row in overview.sets],
        "duty_columns": overview.duty_columns,
        "duties": [(name, [_cell(verdict) for verdict in cells]) for name, cells in overview.duties],
        "plans": overview.plans,
        "closing": [(name, _counts(counts)) for name, counts in overview.closing],
        "closing_year": overview.closing_year,
        "legend": [verdict_cell(verdict) for verdict in overview.legend],
    }
    return sheet_source("overview", overview.imprint, contents)


def _set(row: SetOverview) -> Mapping[str, Any]:
    return {
        "name": row.name,
        "aspects": row.aspects,
        "committees": [(line.name, line.branches, [_counts(each) for each in line.aspects]) for line in row.committees],
        "columns": row.columns,
        "matrix": [(name, [(_cell(cell.verdict), cell.branches) for cell in cells]) for name, cells in row.matrix],
        "withheld": row.withheld,
    }


def _cell(verdict: Verdict | None) -> Mapping[str, str] | None:
    return verdict_cell(verdict) if verdict else None


def _counts(counts: VerdictCounts) -> list[tuple[Mapping[str, str], int]]:
    return [(verdict_cell(verdict), number) for verdict, number in counts]
