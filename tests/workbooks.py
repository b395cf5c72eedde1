"""Workbooks for tests: sheets of values written by XlsxWriter, parts of them changed as no library would write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import xlsxwriter

from generator.model.sheet import MARK, marked_lines
from generator.model.sheet_layout import SheetLayout
from generator.model.workbook_stamp import STAMP_SHEET, WorkbookStamp

SHEET = "xl/worksheets/sheet1.xml"
_SHAPES = {date: "yyyy-mm-dd", time: "hh:mm", timedelta: "[h]:mm"}


def workbook(
    sheets: Mapping[str, Sequence[Any]],
    *,
    stamp: WorkbookStamp | None = None,
    formats: Mapping[tuple[str, int, int], Mapping[str, Any]] | None = None,
    change: Callable[[xlsxwriter.Workbook], None] = lambda _: None,
    **options: Any,
) -> bytes:
    """An .xlsx file with these sheets; `formats` are of single cells, `change` may add what it likes."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, **options})
    shapes = {kind: book.add_format({"num_format": shape}) for kind, shape in _SHAPES.items()}
    for title, lines in sheets.items():
        sheet = book.add_worksheet(title)
        for row, line in enumerate(lines):
            for column, value in enumerate(line):
                given = (formats or {}).get((title, row, column))
                _write(sheet, row, column, value, book.add_format(dict(given)) if given else shapes.get(type(value)))
    if stamp is not None:
        sheet = book.add_worksheet(STAMP_SHEET)
        sheet.hide()
        for row, (label, value) in enumerate(stamp.lines):
            sheet.write_string(row, 0, label)
            sheet.write_string(row, 1, value)
    change(book)
    book.close()
    return data.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any, shape: Any) -> None:
    if isinstance(value, str):
        if value or shape is not None:
            sheet.write_string(row, column, value, shape)
    elif isinstance(value, date | datetime | time | timedelta):
        sheet.write_datetime(row, column, value, shape)
    elif value is not None:
        sheet.write(row, column, value, shape)


def sheet_lines(layout: SheetLayout, rows: Iterable[Mapping[str, Any]]) -> list[list[str]]:
    """A sheet as it is written out: marks and heads, then the rows."""
    return [
        [MARK, *(column.header for column in layout.columns)],
        *(list(line) for row in rows for line in marked_lines(layout, row)),
    ]


def patched(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as changed:
        for each in package.namelist():
            part = package.read(each)
            changed.writestr(each, change(part) if each == name else part)
    return made.getvalue()


def with_cells(xml: bytes) -> Callable[[bytes], bytes]:
    """A change that puts rows at the end of a sheet."""
    return lambda part: part.replace(b"</sheetData>", xml + b"</sheetData>")
