"""How cells look: kinds of values, the first line of a row, examples, heads.  Widths are in pixels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from generator.model.shape import FieldKind
from generator.model.sheet_layout import SheetColumn

_HAN = 15
"""A Chinese character of the body text, as Excel draws it."""

_MOST = 16
_WIDTHS: Mapping[FieldKind, int] = {
    FieldKind.DAY: 92,
    FieldKind.MONTH: 76,
    FieldKind.TIMES: 100,
    FieldKind.COUNT: 64,
    FieldKind.NUMBER: 82,
    FieldKind.FLAG: 64,
    FieldKind.CHOICE: 82,
    FieldKind.IDENTIFIER: 100,
    FieldKind.BRANCH: 110,
    FieldKind.CRITERION: 76,
    FieldKind.STANDARD: 64,
    FieldKind.NAME: 200,
    FieldKind.PERSON: 80,
    FieldKind.TEXT: 230,
    FieldKind.MAPPING: 230,
}
_NUMBERS = {FieldKind.DAY: "yyyy-mm-dd", FieldKind.COUNT: "0", FieldKind.NUMBER: "General"}
_TEXT = "@"
_FONT: Mapping[str, Any] = {"font_name": "宋体", "font_size": 11, "valign": "top", "text_wrap": True}


class CellStyles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        """For one workbook."""
        self._book = book
        self._cells: dict[str, Format] = {}
        head = {**_FONT, "bold": True, "valign": "vcenter", "bottom": 1, "num_format": _TEXT}
        self.head = book.add_format({**head, "bg_color": "#E7ECF3"})
        self.required = book.add_format({**head, "bg_color": "#F6DCDC"})
        self.title = book.add_format({"font_name": "黑体", "font_size": 18, "valign": "vcenter"})
        self.strong = book.add_format({**_FONT, "bold": True})
        self.prose = book.add_format(dict(_FONT))
        self.link = book.add_format({**_FONT, "font_color": "#0B4F9C", "underline": 1})
        self.plain = book.add_format({"num_format": _TEXT})

        self.example = book.add_format(
            {**_FONT, "num_format": _TEXT, "italic": True, "font_color": "#7F7F7F", "bg_color": "#F2F2F2"}
        )
        self.row = book.add_format({"top": 1, "top_color": "#BFBFBF"})

    def cell(self, column: SheetColumn) -> Format:
        """The format of a column's cells; one of several values is text whatever their kind."""
        return self.of_kind(FieldKind.TEXT if column.many else column.kind)

    def of_kind(self, kind: FieldKind) -> Format:
        """The format of cells with values of a kind."""
        number = _NUMBERS.get(kind, _TEXT)
        made = self._cells.get(number)
        if made is None:
            made = self._cells[number] = self._book.add_format({**_FONT, "num_format": number, "align": "left"})
        return made


def width(column: SheetColumn) -> int:
    """How wide a column is: room for its values, and for the longest word of its head."""
    longest = max((len(word) for word in column.choices), default=0)
    value = min(longest, _MOST) * _HAN + 30 if column.choices else _WIDTHS[column.kind]
    return max(value, min(max(map(len, column.path)) + column.marked, 8) * _HAN + 12)


def value_width(kind: FieldKind, head: str) -> int:
    """How wide a column of a kind is under a head of one line."""
    return max(_WIDTHS.get(kind, _WIDTHS[FieldKind.NAME]), min(len(head), 8) * _HAN + 30)


def head_height(columns: tuple[SheetColumn, ...]) -> int:
    """How high the row of heads is, so that each is seen whole."""
    lines = max(-(-(len(column.header) * _HAN) // (width(column) - 10)) for column in columns)
    return 20 * max(lines, 2)
