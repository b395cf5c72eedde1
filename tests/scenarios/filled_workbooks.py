"""Workbooks filled in as people do it: days, times and numbers in every spelling, merged cells, spaces, wide digits."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.numerals import han
from generator.model.record import Audience
from generator.model.shape import FieldKind
from generator.model.sheet import row_digest, to_cells
from generator.model.sheet_layout import SheetColumn, SheetLayout

Row = Mapping[str, Any]
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class Filling:
    """A person who fills in a workbook."""

    def __init__(self, path: Path, chance: random.Random) -> None:
        self._path = path
        self._chance = chance
        self._book = openpyxl.load_workbook(path)

    def add(self, layout: SheetLayout, rows: Iterable[Row]) -> None:
        """Write rows below those that are there."""
        sheet = self._book[layout.title]
        for row in rows:
            lines = _lines(layout, row)
            first = (
                max((cell.row for column in sheet.columns for cell in column if cell.value is not None), default=1) + 1
            )
            self._write(sheet, layout, first, lines)
            self._merge(sheet, layout, first, len(lines))

    def change(self, layout: SheetLayout, old: Row, new: Row) -> None:
        """Write over the cells of a row that differ; it is found by its hidden mark."""
        sheet = self._book[layout.title]
        mark = row_digest(layout, old)
        first = next(cell.row for cell in sheet["A"] if cell.value == mark)
        lines = _lines(layout, new)
        assert len(lines) == len(_lines(layout, old))
        self._write(sheet, layout, first, lines)

    def save(self) -> None:
        self._book.save(self._path)

    def _write(self, sheet: Worksheet, layout: SheetLayout, first: int, lines: Sequence[Sequence[str]]) -> None:
        for number, line in enumerate(lines):
            for at, (column, text) in enumerate(zip(layout.columns, line, strict=True), 2):
                cell = sheet.cell(first + number, at)
                cell.value = None
                if text:
                    cell.value, cell.number_format = self._written(column, text)

    def _merge(self, sheet: Worksheet, layout: SheetLayout, first: int, count: int) -> None:
        """Merge a cell of the row's own over its lines, as people do who draw tables."""
        own = [at for at, column in enumerate(layout.columns, 2) if not column.listed]
        if count > 1 and own and self._chance.random() < 0.5:
            for at in own:
                sheet.merge_cells(start_row=first, end_row=first + count - 1, start_column=at, end_column=at)

    def _written(self, column: SheetColumn, text: str) -> tuple[Any, str]:
        """A value as somebody would write it, and the format of its cell."""
        ways = list(_ways(column, text))
        return self._chance.choice(ways) if ways else (self._spaced(text), "@")

    def _spaced(self, text: str) -> str:
        return f"{text} " if self._chance.random() < 0.2 else text


def _lines(layout: SheetLayout, row: Row) -> list[list[str]]:
    """The cells of a row, those too that an edition of few people's numbers would leave blank: who fills in knows them."""
    everything = SheetLayout(
        layout.title, layout.key, layout.kind, Audience.RESTRICTED, layout.columns, single=layout.single
    )
    return [list(line) for line in to_cells(everything, row)]


def _ways(column: SheetColumn, text: str) -> Iterator[tuple[Any, str]]:
    if column.many:
        return
    if column.kind is FieldKind.DAY:
        day = date.fromisoformat(text)
        yield day, "yyyy\\-mm\\-dd"
        yield day, 'yyyy"年"m"月"d"日"'
        yield (day - date(1899, 12, 30)) // timedelta(days=1), "General"
        yield f"{day.year}.{day.month}.{day.day}", "@"
        yield f"{day.year}年{day.month}月{day.day}日", "@"
        yield f"{day.year}/{day.month}/{day.day}".translate(_WIDE), "@"
        yield f"{day:%Y%m%d}", "@"
        yield f"{day.year} 年 {day.month} 月 {day.day} 日（星期{'一二三四五六日'[day.weekday()]}）", "@"
    elif column.kind is FieldKind.MONTH:
        yield text, "@"
        yield f"{text[:4]}年{int(text[5:])}月", "@"
        yield date(int(text[:4]), int(text[5:]), 1), "yyyy\\-mm"
    elif column.kind is FieldKind.COUNT and text.isdigit():
        yield int(text), "General"
        yield text.translate(_WIDE), "@"
        yield f" {text} ", "@"
        if 0 < int(text) < 100:
            yield han(int(text)), "@"
    elif column.kind is FieldKind.NUMBER:
        yield float(text), "General"
        yield text, "@"
    elif column.kind is FieldKind.TIMES and "-" in text:
        begin, end = text.split("-")
        yield f"{begin}—{end}".replace(":", "："), "@"
        yield f"{begin}至{end}", "@"
        yield "至".join(f"{int(each[:2])}时{each[3:]}分" for each in (begin, end)), "@"
