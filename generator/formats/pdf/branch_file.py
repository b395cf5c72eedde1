"""A branch's file on paper: the value as JSON for the template `branch`, and how wide the columns of registers are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.formats.pdf.column_widths import column_widths, text_width
from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.sheets import marks_cell, sheet_source, verdict_cell
from generator.model.branch_file import (
    BranchFile,
    CalendarLine,
    ClosingPart,
    FileAspect,
    FileCriterion,
    FileFinding,
    FileStandard,
    FileTable,
    FileTask,
    PlanPart,
    VisitPart,
)
from generator.model.finding import Verdict

_WHEN = 17.5
"""The widest column that says until when: 到2019年12月31日，还有 127 天."""


def branch_file_source(file: BranchFile) -> TypstSource:
    """The file as its template gets it; equal sources make equal files."""
    contents = {
        "heading": file.title,
        "lead": file.lead,
        "state": file.state,
        "counts": [[row.verdict.code, row.verdict.value, row.number, row.advice] for row in file.counts],
        "tasks": [{"name": row.name, "note": row.note, **_tasks(row.tasks)} for row in file.tasks],
        "closing": _closing(file.closing) if file.closing else None,
        "facts": file.facts,
        "introduction": file.introduction,
        "calendar": [_calendar(row) for row in file.calendar],
        "plan": _plan(file.plan) if file.plan else None,
        "visits": [_visit(row) for row in file.visits],
        "judged_note": file.judged_note,
        "aspects": [_aspect(row) for row in file.aspects],
        "activities": _table(file.activities),
        "earlier": _table(file.earlier),
        "registers": [_table(row) for row in file.registers],
    }
    return sheet_source("branch", file.imprint, contents)


def _cell(verdict: Verdict | None) -> Mapping[str, str] | str:
    return verdict_cell(verdict) if verdict else ""


def _tasks(rows: Sequence[FileTask]) -> Mapping[str, Any]:
    """The rows, and the width of the column that says until when, in em."""
    longest = max((text_width(row.when) for row in rows), default=0.0)
    return {"rows": list(map(_task, rows)), "first": round(min(_WHEN, max(longest + 1.2, 6.0)), 1)}


def _task(row: FileTask) -> list[Any]:
    told = "\n".join(filter(None, (row.text, row.reason)))
    return [row.when, _cell(row.verdict), told, row.standard, row.basis]


def _closing(part: ClosingPart) -> Mapping[str, Any]:
    return {"told": part.told, "note": part.note, **_tasks(part.tasks)}


def _calendar(row: CalendarLine) -> Mapping[str, Any]:
    periods = [[span, verdict.code if verdict else "", days] for span, verdict, days in row.periods]
    return {"name": row.name, "cycle": row.cycle, "periods": periods}


def _plan(part: PlanPart) -> Mapping[str, Any]:
    return {
        "verdict": _cell(part.verdict),
        "told": part.told,
        "steps": part.steps,
        "works": _table(part.works),
        "remedies": _table(part.remedies),
        "tally": part.tally,
    }


def _visit(part: VisitPart) -> Mapping[str, Any]:
    return {
        "told": part.told,
        "before": part.before,
        "compared": _table(part.compared),
        "facts": part.facts,
        "proposed": _table(part.proposed),
    }


def _table(table: FileTable) -> Mapping[str, Any]:
    widths = column_widths(table)
    return {"caption": table.caption, "columns": table.columns, "rows": table.rows, **widths._asdict()}


def _aspect(aspect: FileAspect) -> Mapping[str, Any]:
    return {"name": aspect.name, "standards": [_standard(row) for row in aspect.standards]}


def _standard(row: FileStandard) -> Mapping[str, Any]:
    parts = (("定量", row.quantitative), ("定性", row.qualitative), ("基层党委、学校事项", row.others))
    return {
        "id": row.id,
        "name": row.name,
        "basis": row.basis,
        "parts": [[label, _cell(verdict)] for label, verdict in parts],
        "short": row.short,
        "told": row.told,
        "criteria": [_criterion(each) for each in row.criteria],
    }


def _criterion(row: FileCriterion) -> Mapping[str, Any]:
    return {
        "id": row.id,
        "text": row.text,
        "verdict": _cell(row.verdict),
        "periods": marks_cell(row.periods)["marks"],
        "note": row.note,
        "told": row.told,
        "findings": [_finding(each) for each in row.findings],
    }


def _finding(row: FileFinding) -> list[Any]:
    return [row.period, _cell(row.verdict), row.reason, row.evidence]
