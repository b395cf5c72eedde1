"""台账: what the year's register holds beside activities, a table a kind, each row linkable, with what it proves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.model.dossier import Dossier
from generator.model.record import Record, Source
from generator.model.records.register import Register
from generator.model.shape import shape_of
from generator.present.kit.fragments import file_of, joined, record_row
from generator.present.kit.record_table import cells


class RowTable(NamedTuple):
    """The rows of one kind, under the words of the register."""

    caption: str
    columns: tuple[str, ...]
    rows: Markup


def row_tables(dossier: Dossier, year: int, proves: Mapping[str, Markup]) -> Iterator[RowTable]:
    """The year's rows as their readers may see them, in the order of the register."""
    captions = {shape.name: shape.label for shape in shape_of(Register)}
    for name, rows in dossier.registers.get(year, Register()).listed():
        told = [dict(cells(row)) for row in rows]
        columns = tuple(dict.fromkeys(column for row in told for column in row))
        drawn = (
            _row(number, row, [each.get(column, "") for column in columns], dossier.anchors, proves)
            for number, (row, each) in enumerate(zip(rows, told, strict=True), 1)
        )
        yield RowTable(captions[name], columns, joined(drawn))


def _row(
    number: int, row: Record, told: Sequence[str], anchors: Mapping[Source, str], proves: Mapping[str, Markup]
) -> str:
    anchor = anchors.get(row.source, "")
    return record_row(
        anchor=anchor, number=number, cells=told, place=file_of(row.source), proves=proves.get(anchor, "")
    )
