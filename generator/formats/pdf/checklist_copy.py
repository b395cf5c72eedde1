"""The working copy of a checklist, set by `checklist.typ`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.sheets import marks_cell, sheet_source, verdict_cell
from generator.model.checklist_copy import ChecklistCopy, CopyLine, CopyStandard


def checklist_source(copy: ChecklistCopy) -> TypstSource:
    """The copy as its template gets it; equal sources make equal files."""
    bands = [{"name": band.name, "standards": [_standard(row) for row in band.standards]} for band in copy.bands]
    contents = {
        "heading": copy.title,
        "facts": copy.facts,
        "notes": copy.notes,
        "legend": [verdict_cell(verdict) for verdict in copy.legend],
        "bands": bands,
        "signatures": copy.signatures,
    }
    return sheet_source("checklist", copy.imprint, contents)


def _standard(row: CopyStandard) -> Mapping[str, Any]:
    parts = [(name, verdict_cell(verdict)) for name, verdict in row.parts]
    return {**row._asdict(), "parts": parts, "lines": [_line(line) for line in row.lines]}


def _line(row: CopyLine) -> Mapping[str, Any]:
    return {
        **row._asdict(),
        "verdict": verdict_cell(row.verdict) if row.verdict else None,
        "periods": marks_cell(tuple(verdict for _, verdict in row.periods)),
    }
