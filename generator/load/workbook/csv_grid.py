"""A .csv file as a sheet: UTF-8 or GBK, separated by commas, semicolons or tabs; it is called what the file is called."""

from __future__ import annotations

import csv
import io
from pathlib import PurePath

from generator.load.workbook.markup import COLUMNS_LIMIT, ROWS_LIMIT
from generator.load.workbook.package import FILE_LIMIT
from generator.model.grid import CellValue, Grid
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = ",\t;"
_FIRST = 20
"""Lines among which that of the heads is looked for; others may stand above it."""


def read_csv(data: bytes, name: str) -> tuple[tuple[Grid, ...], list[Problem]]:
    """The one sheet in these bytes, or none and why it is refused."""
    if len(data) > FILE_LIMIT:
        return (), [report("T106", Source(name), f"文件超过 {FILE_LIMIT >> 20} MB", "请分成几个文件。")]
    text = _decoded(data)
    if text is None:
        hint = "请用 Excel 或 WPS 另存为 .xlsx 再导入。"
        return (), [report("T101", Source(name), "打不开，不是 UTF-8 或 GBK 编码的文字", hint)]
    separator = max(_SEPARATORS, key=lambda each: max(line.count(each) for line in text.split("\n", _FIRST)[:_FIRST]))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return (), [report("T101", Source(name), "读不下去，引号没有成对", "请用 Excel 或 WPS 另存为 .xlsx 再导入。")]
    title = PurePath(name).stem
    place = Source(f"{name}!{title}")
    if len(rows) > ROWS_LIMIT or max(map(len, rows), default=0) > COLUMNS_LIMIT:
        return (), [report("T110", place, f"有 {len(rows)} 行，表太大", f"请分成几个文件，一个至多 {ROWS_LIMIT} 行。")]
    cells: list[list[CellValue]] = [list(row) for row in rows]
    return (Grid(title=title, place=place, rows=cells, untyped=True),), []


def _decoded(data: bytes) -> str | None:
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None
