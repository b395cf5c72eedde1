"""The workbook that goes back: as it came, with red cells and the reasons beside them.  It can be mended and imported itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from types import MappingProxyType
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.model.grid import CellValue, Grid, UnreadCell
from generator.model.problem import Problem
from generator.model.sheet import MARK
from generator.model.workbook_stamp import OWN_SHEETS, REASON_HEAD, REASONS_SHEET

_RED = "#F4B6B6"
_SHAPES: Mapping[type, str] = MappingProxyType(
    {date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm", time: "hh:mm", timedelta: "[h]:mm", str: "@"}
)
_CREATED = datetime.combine(date(2000, 1, 1), time())
"""When it says that it was made: always then, so that the same workbook has the same bytes."""

_WIDTH, _REASON_WIDTH = 14, 60
_HEADS = ("位置", "轻重", "编号", "是什么", "怎么改")


def returned_workbook(grids: Sequence[Grid], problems: Iterable[Problem], heads: Mapping[str, int]) -> bytes:
    """The file: all problems on the first sheet, then the sheets that came, each problem at its cell.

    `heads` are the rows of the heads of those sheets where they are known, by the place of the sheet.
    """
    made = BytesIO()
    told = sorted(problems)
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "date_1904": any(grid.from_1904 for grid in grids),
    }
    with Workbook(made, options) as book:
        book.set_properties({"created": _CREATED})
        styles = _Styles(book)
        _write_reasons(book, told, styles)
        for grid in grids:
            if grid.title != REASONS_SHEET:
                own = [each for each in told if each.source.path == grid.place.path]
                _write_sheet(book, grid, own, styles, heads.get(grid.place.path, 0))
    return made.getvalue()


class _Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[type, bool], Format] = {}
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.reason = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#9C0006"})

    def of(self, value: CellValue, *, red: bool) -> Format:
        kind = type(value)
        if (kind, red) not in self._made:
            shape: dict[str, Any] = {"num_format": _SHAPES.get(kind, "General"), "valign": "top", "text_wrap": True}
            self._made[kind, red] = self._book.add_format(shape | ({"bg_color": _RED} if red else {}))
        return self._made[kind, red]


def _write_reasons(book: Workbook, problems: Sequence[Problem], styles: _Styles) -> None:
    made = book.add_worksheet(REASONS_SHEET)
    made.set_column(0, 0, 28)
    made.set_column(3, 4, 50)
    rows = ((str(each.source), each.severity.value, each.code, each.message, each.hint) for each in problems)
    for at, row in enumerate((_HEADS, *rows)):
        for column, text in enumerate(row):
            made.write_string(at, column, text, styles.reason if at else styles.head)


def _write_sheet(book: Workbook, grid: Grid, problems: Sequence[Problem], styles: _Styles, head: int) -> None:
    made = book.add_worksheet(grid.title)
    if grid.hidden or grid.title in OWN_SHEETS:
        made.hide()
    at_cell: dict[tuple[int, int], list[Problem]] = {}
    for each in problems:
        at_cell.setdefault((each.source.line - 1, each.source.column - 1), []).append(each)
    width = max(map(len, grid.rows), default=0)
    made.set_column(0, max(width - 1, 0), _WIDTH)
    _merge(made, grid, styles)
    for row, values in enumerate(grid.rows):
        for column, value in enumerate(values):
            red = (row, column) in at_cell
            if value != "" or red:
                _write(made, row, column, value, styles.of(value, red=red))
    for (row, column), told in at_cell.items():
        if row >= 0 and column >= 0:
            made.write_comment(row, column, "\n".join(map(_sentence, told)), {"author": "", "x_scale": 2})
    _write_beside(made, grid, problems, styles, head)
    _hide_marks(made, grid)


def _merge(made: Worksheet, grid: Grid, styles: _Styles) -> None:
    """Merge what was merged: a value of several lines is read as that of each only there."""
    taken: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in grid.merged:
        cells = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if len(cells) > 1 and not cells & taken:
            made.merge_range(top, left, bottom, right, "", styles.of("", red=False))
            taken |= cells


def _write(made: Worksheet, row: int, column: int, value: CellValue, style: Format) -> None:
    """A value as it came.  One that could not be read stays an error: an empty cell would be taken for nothing."""
    if isinstance(value, UnreadCell):
        made.write_formula(row, column, "=NA()", style, "#N/A")
    elif isinstance(value, str):
        made.write_string(row, column, value, style) if value else made.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        made.write_boolean(row, column, value, style)
    elif isinstance(value, date | time | timedelta):
        made.write_datetime(row, column, value, style)
    else:
        made.write_number(row, column, value, style)


def _write_beside(made: Worksheet, grid: Grid, problems: Sequence[Problem], styles: _Styles, head: int) -> None:
    """The column 原因: after the last one, or where it stood when the workbook went back before."""
    lines: dict[int, list[Problem]] = {}
    for each in problems:
        if each.source.line:
            lines.setdefault(each.source.line - 1, []).append(each)
    if not lines:
        return
    heads = grid.rows[head] if grid.rows else []
    old = REASON_HEAD in heads
    widths = [*map(len, grid.rows), *(right + 1 for _, (_, right) in grid.merged)]
    column = heads.index(REASON_HEAD) if old else max(widths, default=0)
    made.set_column(column, column, _REASON_WIDTH)
    made.write_string(head, column, REASON_HEAD, styles.reason)
    for row in range(head + 1, len(grid.rows)) if old else lines:
        if row != head:
            made.write_string(row, column, "\n".join(map(_sentence, lines.get(row, ()))), styles.reason)


def _hide_marks(made: Worksheet, grid: Grid) -> None:
    for values in grid.rows:
        if MARK in values:
            made.set_column(values.index(MARK), values.index(MARK), 3, None, {"hidden": True})
            return


def _sentence(problem: Problem) -> str:
    return f"{problem.message}。{problem.hint}"
