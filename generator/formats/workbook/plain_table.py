"""A table to look at and to compute with as a workbook: one sheet, heads that stay, a filter, nothing to fill in."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from generator.formats.flat_table import FlatTable
from generator.formats.workbook.cell_styles import CellStyles, value_width
from generator.formats.workbook.cells import write_text


def table_to_xlsx(table: FlatTable, as_of: date, note: str) -> bytes:
    """The file; `note` stands at the foot of every printed page.  Same table, same bytes."""
    made = BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"title": table.title, "comments": note, "created": datetime.combine(as_of, time())})
        styles = CellStyles(book)
        sheet = book.add_worksheet(table.title)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.set_footer(f"&L{note}&C&A&R&P/&N")
        for at, (name, kind) in enumerate(table.columns):
            sheet.set_column_pixels(at, at, value_width(kind, name))
            sheet.write_string(0, at, name, styles.head)
        formats = [styles.of_kind(kind) for _, kind in table.columns]
        for row, line in enumerate(table.rows, 1):
            for at, text in enumerate(line):
                if text:
                    write_text(sheet, (row, at), table.columns[at][1], text, formats[at])
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    return made.getvalue()
