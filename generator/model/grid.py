"""A sheet of a table from outside, as it was read: rows of values, and why a cell has none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from generator.model.record import Source

SURE_DIGITS = 10**15
"""Numbers below it are stored to the last digit."""


class CellFault(Enum):
    """Why a cell has no value that can be read."""

    UNCALCULATED = "公式没有算出结果"
    ERROR = "错误值"
    PICTURE = "图片"


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell whose value is not known, and what stands there instead."""

    fault: CellFault
    shown: str = ""


CellValue = str | float | int | bool | date | datetime | time | timedelta | UnreadCell
"""What a cell holds; an empty one holds an empty text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet: `rows` from its first cell on, of any length; merged ranges (first and last cell, from 0); hidden lines.

    `place` is how its cells are told: file and sheet.  `from_1904` is set where its days are counted from 1904, `untyped`
    where all of its cells are text (.csv), `hidden` where nobody sees the sheet.
    """

    title: str
    place: Source
    rows: list[list[CellValue]]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    from_1904: bool = False
    untyped: bool = False
    hidden: bool = False

    def at(self, row: int, column: int) -> Source:
        """The position of a cell, counted from 0."""
        return Source(self.place.path, row + 1, column + 1)


def cell_in_plain(value: CellValue) -> str:
    """What a cell shows, whatever its column is for; days, times and numbers as a YAML file writes them."""
    if isinstance(value, str | UnreadCell):
        return value if isinstance(value, str) else value.shown
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, timedelta):
        hours, seconds = divmod(round(value.total_seconds()), 3600)
        return f"{hours}:{seconds // 60:02}"
    return value.strftime(_shape(value)) if isinstance(value, date | time) else digits(value)


def _shape(value: date | time) -> str:
    if isinstance(value, time):
        return "%H:%M"
    return "%Y-%m-%d %H:%M" if isinstance(value, datetime) and value.time() != time() else "%Y-%m-%d"


def digits(value: float) -> str:
    """A number without the noise of binary fractions: 2.1 for 2.1000000000000001."""
    return str(int(value)) if value == int(value) and abs(value) < SURE_DIGITS else f"{value:.12g}"
