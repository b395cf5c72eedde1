"""一览表, set by `duties.typ`."""

from __future__ import annotations

from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.sheets import sheet_source
from generator.model.duty_sheet import DutySheet


def duty_source(sheet: DutySheet) -> TypstSource:
    """The sheet as its template gets it; equal sources make equal files."""
    rounds = [(often, [list(row) for row in rows]) for often, rows in sheet.rounds]
    return sheet_source("duties", sheet.imprint, {"heading": sheet.title, "rounds": rounds})
