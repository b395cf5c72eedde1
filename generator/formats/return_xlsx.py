"""A paper with one table as a workbook: its title, the table, its notes.  Same paper, same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from math import ceil
from typing import Any

from generator.model.paper import Paper, PaperCell, PaperTable, TextLook
from generator.model.paper_fit import ems

_WIDTH = 4.0
"""Columns of a sheet, in characters, for one part of a table's width."""

_LINE = 15.0
"""Height of a line in points.  Excel makes rows as high as wrapped text needs by itself; LibreOffice makes them too low."""

_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 - XlsxWriter takes no time zone
_OPTIONS = {"in_memory": True}
_FACE = {"font_name": "宋体", "font_size": 11, "text_wrap": True, "valign": "vcenter", "border": 1}


def return_xlsx(paper: Paper) -> bytes:
    """The workbook; whatever looks like a formula stays text."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - few commands write workbooks

    table = next(block for block in paper.blocks if isinstance(block, PaperTable))
    notes = [
        block.text for block in paper.blocks if not isinstance(block, PaperTable) and block.look is not TextLook.TITLE
    ]
    made = BytesIO()
    book = Workbook(made, _OPTIONS)
    book.set_properties({"title": paper.title, "created": _DAY})
    _fill(book, paper.title, table, notes)
    book.close()
    return made.getvalue()


def _fill(book: Any, title: str, table: PaperTable, notes: list[str]) -> None:
    sheet = book.add_worksheet("报表")
    plain, head = book.add_format(_FACE), book.add_format(_FACE | {"bold": True, "align": "center"})
    sheet.write_string(0, 0, title, book.add_format({"font_name": "宋体", "font_size": 14, "bold": True}))
    for at, width in enumerate(table.widths):
        sheet.set_column(at, at, _WIDTH * width)
    for row, given in enumerate(table.rows):
        sheet.set_row(row + 1, _LINE * max(map(_lines, given, table.widths)))
        for column, cell in enumerate(given):
            sheet.write_string(row + 1, column, cell.text, head if row < table.heads else plain)
    for at, note in enumerate(notes):
        sheet.write_string(len(table.rows) + 2 + at, 0, note)
    sheet.freeze_panes(1 + table.heads, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _lines(cell: PaperCell, width: float) -> int:
    """How many lines a cell takes; a column is as wide as so many digits, and a Chinese character as two of them."""
    room = max(1.0, (_WIDTH * width - 1) / 2)
    return sum(max(1, ceil(ems(line) / room)) for line in cell.text.split("\n"))
