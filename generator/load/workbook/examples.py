"""Examples in sheets whose marks are gone: who copies what is to be seen into another workbook copies the grey line too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.model.cell_text import same_form
from generator.model.example import AS_DECLARED, ExampleContext
from generator.model.sample import sample
from generator.model.sheet import EXAMPLE, Cells, row_digest, to_cells
from generator.model.sheet_layout import SheetLayout
from generator.model.sheet_reading import from_cells


def example_mark(layout: SheetLayout, line: Sequence[str], present: Sequence[bool], year: int) -> str:
    """The mark of a line that says what the example does, in every column that is `present`; empty for any other.

    The name of the institution in an example may be any.
    """
    columns = zip(layout.columns, line, _example(layout, year), _example(layout, year, "\0"), present, strict=True)
    for column, text, example, named, here in columns:
        if here and "\0" not in named and same_form(column.kind, text) != same_form(column.kind, example):
            return ""
    rows = from_cells(layout, [("", *line)])
    return EXAMPLE + row_digest(layout, rows[0].mapping) if rows else ""


@cache
def _example(layout: SheetLayout, year: int, institution: str = AS_DECLARED.institution) -> Cells:
    return to_cells(layout, sample(layout.kind, ExampleContext(year, institution)))[0]
