"""What a reader of workbooks does not tell, seen in a sheet's XML: formulas without value, errors, pictures, hidden rows.

Sheets are looked through as bytes, not parsed: what the look does not find is what the reader gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.grid import CellFault
from generator.model.record import column_letters

ROWS_LIMIT = 20_000
"""Rows that a sheet may hold something in; a branch's year has some hundred."""

COLUMNS_LIMIT = 260
"""Columns that a sheet may hold something in (A to IZ); the widest of ours has under fifty."""


class Markup(NamedTuple):
    """What was seen: faults by row and column (from 0) with the text in the cell; hidden rows and columns; the last row.

    `formatted_rows` are how many rows the sheet lists, empty ones that only have a format included.
    """

    faults: dict[tuple[int, int], tuple[CellFault, str]]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    formatted_rows: int
    drawing: bool


_FORMULAS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
_ERRORS = (b'"e"', b"'e'")
_FAR = re.compile(rb"(?<![:\w])r=[\"'](?:[A-Za-z]{3}|[J-Zj-z][A-Za-z]\d|[A-Za-z]{1,2}\d{5}|\d{5})")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_EMPTY = re.compile(rb"<(?:\w+:)?c r=[\"']\w+[\"'][^<>]*(?:/>|></(?:\w+:)?c>)")
"""A cell that only has a format.  Those that do not say where they are stay, because others are counted from them."""

_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_PIECE = re.compile(_ROW.pattern + rb"|" + _CELL.pattern, re.DOTALL)
_ATTRIBUTE = re.compile(rb"([\w:]+)=[\"']([^\"']*)[\"']")
_PLACE = re.compile(rb"([A-Za-z]{1,3})(\d{1,7})")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*?(/>|>([^<]*)<)")
_ERROR = re.compile(rb"(<(?:\w+:)?c\b[^>]*?\bt=[\"']e[\"'][^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>)[^<]*", re.DOTALL)


def look(sheet: bytes, *, pictures: bool = False) -> Markup:
    """What stands in the XML of a sheet beside its values.

    `pictures` is set where the workbook has pictures in cells: Excel stores them as errors with more data elsewhere, and so
    it does with its newer errors (#SPILL!).
    """
    return Markup(
        faults=dict(_faults(sheet, pictures=pictures)) if _has(sheet, *_FORMULAS, *_ERRORS) else {},
        hidden_rows=frozenset(_hidden_rows(sheet)) if b"hidden=" in sheet else frozenset(),
        hidden_columns=frozenset(_hidden_columns(sheet)) if b"hidden=" in sheet else frozenset(),
        formatted_rows=sheet.count(b"<row ") + sheet.count(b":row "),
        drawing=_has(sheet, b"<drawing ", b":drawing "),
    )


def known_errors(sheet: bytes) -> bytes:
    """The sheet with every error value replaced by one that readers know: `#SPILL!` and its like stop python-calamine 0.9.1."""
    return _ERROR.sub(rb"\g<1>#N/A", sheet) if _has(sheet, *_ERRORS) else sheet


def reaches_too_far(sheet: bytes) -> str:
    """The cell that lies outside of the rows and columns that we read; empty where there is none.

    Readers make a table of all that lies between the first and the last cell: two cells at the corners of a sheet
    would be seventeen thousand million.
    """
    if not _FAR.search(sheet):
        return ""
    for row, column, _, inside in _cells(_EMPTY.sub(b"", sheet)):
        if inside and (row >= ROWS_LIMIT or column >= COLUMNS_LIMIT):
            return f"{column_letters(column + 1)}{row + 1}"
    return ""


def _has(sheet: bytes, *pieces: bytes) -> bool:
    """Whether one of these stands somewhere; much quicker than a pattern."""
    return any(piece in sheet for piece in pieces)


def _faults(sheet: bytes, *, pictures: bool) -> Iterator[tuple[tuple[int, int], tuple[CellFault, str]]]:
    for row, column, attributes, inside in _cells(sheet):
        value = _VALUE.search(inside)
        shown = (value[2] or b"").decode("utf-8", "replace") if value else ""
        if attributes.get(b"t") == b"e":
            yield (row, column), (CellFault.PICTURE if pictures and b"vm" in attributes else CellFault.ERROR, shown)
        elif _FORMULA.search(inside) and not shown and (value is None or attributes.get(b"t") != b"str"):
            yield (row, column), (CellFault.UNCALCULATED, "")


def _cells(sheet: bytes) -> Iterator[tuple[int, int, dict[bytes, bytes], bytes]]:
    """Row, column, attributes and content of every cell; a cell that does not say where it is follows the one before."""
    row, column = -1, -1
    for piece in _PIECE.finditer(sheet):
        if piece[1] is not None:
            given = dict(_ATTRIBUTE.findall(piece[1])).get(b"r", b"")
            row, column = int(given) - 1 if given.isdigit() else row + 1, -1
            continue
        attributes = dict(_ATTRIBUTE.findall(piece[2]))
        place = _PLACE.fullmatch(attributes.get(b"r", b""))
        row, column = (int(place[2]) - 1, _number(place[1])) if place else (row, column + 1)
        yield row, column, attributes, piece[3] or b""


def _number(letters: bytes) -> int:
    """The number of a column, from 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1


def _hidden_rows(sheet: bytes) -> Iterator[int]:
    row = -1
    for found in _ROW.finditer(sheet):
        attributes = dict(_ATTRIBUTE.findall(found[1]))
        given = attributes.get(b"r", b"")
        row = int(given) - 1 if given.isdigit() else row + 1
        if attributes.get(b"hidden") in (b"1", b"true"):
            yield row


def _hidden_columns(sheet: bytes) -> Iterator[int]:
    for found in _COLUMN.finditer(sheet):
        attributes = dict(_ATTRIBUTE.findall(found[1]))
        if attributes.get(b"hidden") in (b"1", b"true"):
            first, last = (attributes.get(key, b"") for key in (b"min", b"max"))
            if first.isdigit() and last.isdigit():
                yield from range(int(first) - 1, min(int(last), COLUMNS_LIMIT))
