"""本月一页, set by `month.typ`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.sheets import sheet_source, verdict_cell
from generator.model.month_sheet import MonthSheet, MonthTask


def month_source(sheet: MonthSheet) -> TypstSource:
    """The sheet as its template gets it; equal sources make equal files."""
    contents = {
        "heading": sheet.title,
        "facts": sheet.facts,
        "weeks": [[day and day._asdict() for day in week] for week in sheet.weeks],
        "tasks": [_task(row) for row in sheet.tasks],
        "later": [_task(row) for row in sheet.later],
        "quiet": sheet.quiet,
        "past": [row._asdict() for row in sheet.past],
        "remedies": [row._asdict() for row in sheet.remedies],
        "unrecorded": sheet.unrecorded,
        "checked": sheet.checked,
        "rest": sheet.rest,
    }
    return sheet_source("month", sheet.imprint, contents)


def _task(row: MonthTask) -> Mapping[str, Any]:
    return {**row._asdict(), "verdict": verdict_cell(row.verdict) if row.verdict else None}
