"""Texts of a register as cells: days and numbers as such where the cell gives the same text back, all else as text."""

from __future__ import annotations

from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.model.cell_text import is_number
from generator.model.shape import FieldKind

_ZERO, _EARLIEST = date(1899, 12, 30), date(1900, 3, 1)
"""From when Excel counts days; it counts those before March 1900 wrongly, which stay text."""


def write_text(made: Worksheet, place: tuple[int, int], kind: FieldKind, text: str, style: Format) -> None:
    """Write a text that is not empty in a row and column; no program takes it for a formula."""
    if kind is FieldKind.DAY and (day := _serial_day(text)):
        made.write_number(*place, day, style)
    elif is_number(kind, text):
        made.write_number(*place, float(text), style)
    else:
        made.write_string(*place, text, style)


def _serial_day(text: str) -> int | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return (day - _ZERO).days if day >= _EARLIEST and day.isoformat() == text else None
