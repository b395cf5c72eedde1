"""The rows of a roster's table that tell of a branch, each cell as people meant it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.load.roster_columns import Headings
from generator.load.roster_values import CellError
from generator.load.workbook.cell_reading import read_cell
from generator.load.workbook.written_days import Misread
from generator.model.grid import CellValue, Grid, UnreadCell, cell_in_plain
from generator.model.record import Source
from generator.model.shape import FieldKind

_SUMS = ("合计", "总计", "小计", "注", "说明", "填表", "制表")
_KINDS = {
    "founded": FieldKind.DAY,
    "counted": FieldKind.DAY,
    "since": FieldKind.DAY,
    "full": FieldKind.COUNT,
    "probationary": FieldKind.COUNT,
    "id": FieldKind.IDENTIFIER,
    "committee_id": FieldKind.IDENTIFIER,
}


class RosterRow(NamedTuple):
    """A row of a table: its texts by column name, their places, and the cells as they are."""

    source: Source
    texts: Mapping[str, str]
    places: Mapping[str, Source]
    cells: Mapping[str, CellValue]
    table: Grid

    def read(self, name: str) -> str:
        """The text of a cell by what its column is for; raises CellError where it cannot be read."""
        value = self.cells[name]
        value = self.texts[name] if isinstance(value, str) else value
        kind = _KINDS.get(name, FieldKind.TEXT)
        read = read_cell(kind, value, from_1904=self.table.from_1904, untyped=self.table.untyped)
        if isinstance(read, Misread):
            raise CellError(read.message, read.hint, read.code)
        return read


def roster_rows(table: Grid, headings: Headings) -> Iterator[RosterRow]:
    """The rows that tell of a branch; a committee that stands once above its branches holds for those below it."""
    above: CellValue = ""
    for at in range(headings.row + 1, len(table.rows)):
        row = table.rows[at]
        cells = {name: row[column] if column < len(row) else "" for name, column in headings.columns.items()}
        told = [text for text in map(_cleaned, row) if text]
        if not told or (told[0].startswith(_SUMS) and not _cleaned(cells.get("name", ""))):
            continue
        above = cells["committee"] = cells["committee"] if _cleaned(cells["committee"]) else above
        places = {name: table.at(at, column) for name, column in headings.columns.items()}
        texts = {name: _cleaned(value) for name, value in cells.items()}
        yield RosterRow(places["name"], texts, places, cells, table)


def _cleaned(value: CellValue) -> str:
    if isinstance(value, UnreadCell):
        return value.shown or value.fault.value
    return "".join(cell_in_plain(value).split("\n")).strip().strip("\u3000\xa0\u200b\ufeff").strip()
