"""One sheet of a workbook: heads with notes, an example, the rows on record, and blank lines to write in."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.formats.workbook.cell_styles import CellStyles, head_height, width
from generator.formats.workbook.cells import write_text
from generator.formats.workbook.content import FilledSheet
from generator.formats.workbook.drop_downs import WordLists, how_to_write
from generator.model.shape import FieldKind
from generator.model.sheet import MARK, Cells
from generator.model.sheet_layout import SheetLayout

_BLANK_LINES = 300
"""So many lines below the rows refuse what is wrong; whoever needs more copies one."""

_FROZEN = 2
_NOTE_LINE = 16
"""Characters on a line of a note."""

_PAPER_A4, _SCALE = 9, 60


def write_table(book: Workbook, sheet: FilledSheet, styles: CellStyles, lists: WordLists, footer: str) -> None:
    """Add the sheet to the workbook."""
    layout = sheet.layout
    made = book.add_worksheet(layout.title)
    _set_up(made, layout, footer)
    _write_heads(made, layout, styles)
    cells = [styles.cell(column) for column in layout.columns]
    for at, line in enumerate(sheet.example, 1):
        for number, text in enumerate(line):
            made.write_string(at, number, text, styles.example)
    for at, line in enumerate(sheet.lines, len(sheet.example) + 1):
        _write_line(made, at, layout, line, cells)
    if sheet.example:
        _note(made, 1, 1, "灰色的是样例，导入时不读，不用删。")
    last = len(sheet.example) + len(sheet.lines) + _BLANK_LINES
    _restrict(made, layout, lists, last)
    starts = {"type": "formula", "criteria": '=$B2<>""', "format": styles.row}  # a line between rows, new ones too
    made.conditional_format(1, 1, last, len(layout.columns), starts)


def _set_up(made: Worksheet, layout: SheetLayout, footer: str) -> None:
    made.freeze_panes(1, min(_FROZEN, len(layout.columns)) + 1)
    made.set_landscape()
    made.set_paper(_PAPER_A4)
    made.set_print_scale(_SCALE)
    made.repeat_rows(0)
    made.repeat_columns(1, min(_FROZEN, len(layout.columns)))
    made.set_footer(footer)
    made.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _write_heads(made: Worksheet, layout: SheetLayout, styles: CellStyles) -> None:
    made.set_row(0, head_height(layout.columns))
    made.set_column(0, 0, 3, styles.plain, {"hidden": True})
    made.write_string(0, 0, MARK, styles.plain)
    for at, column in enumerate(layout.columns, 1):
        made.set_column_pixels(at, at, width(column), styles.cell(column))
        made.write_string(0, at, column.header, styles.required if column.marked else styles.head)
        if note := how_to_write(column):
            _note(made, 0, at, note)


def _note(made: Worksheet, row: int, at: int, text: str) -> None:
    lines = sum(-(-len(line) // _NOTE_LINE) for line in text.split("\n"))
    made.write_comment(row, at, text, {"author": "", "width": 230, "height": 18 * lines + 12, "font_size": 9})


def _write_line(made: Worksheet, row: int, layout: SheetLayout, line: Cells, formats: list[Format]) -> None:
    if line[0]:
        made.write_string(row, 0, line[0])
    for at, column in enumerate(layout.columns, 1):
        if line[at]:
            kind = FieldKind.TEXT if column.many else column.kind
            write_text(made, (row, at), kind, line[at], formats[at - 1])


def _restrict(made: Worksheet, layout: SheetLayout, lists: WordLists, last: int) -> None:
    for at, column in enumerate(layout.columns, 1):
        rule = lists.rule(column, none=layout.may_be_none and at == 1)
        if rule is not None:
            made.data_validation(1, at, last, at, rule)
