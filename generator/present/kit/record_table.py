"""The register table: any record as tables, a column for each of its fields, in the order and words of its kind.

A kind that has no page of its own is shown by it; so a record that was declared is never invisible.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from generator.model import words
from generator.model.record import Record
from generator.model.shape import FieldShape, shape_of


class RecordTable(NamedTuple):
    """One field of a record that holds rows, or all of its single values: a caption, columns, and the cells of each row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def record_tables(record: Record, title: str) -> Iterator[RecordTable]:
    """The tables of a record that is projected for its readers; none where nothing is left of it."""
    shapes = [shape for shape in shape_of(type(record)) if getattr(record, shape.name) not in (None, ())]
    single = [shape for shape in shapes if shape.record is None]
    if single:
        told = tuple(_said(getattr(record, shape.name)) for shape in single)
        yield RecordTable(title, tuple(shape.label for shape in single), (told,))
    for shape in shapes:
        if shape.record is not None:
            yield _table(shape, getattr(record, shape.name), title)


def _table(shape: FieldShape, value: Any, title: str) -> RecordTable:
    rows = tuple(dict(cells(row)) for row in (value if shape.many else (value,)))
    columns = tuple(dict.fromkeys(column for row in rows for column in row))
    told = tuple(tuple(row.get(column, "") for column in columns) for row in rows)
    return RecordTable(f"{shape.label}（{title}）", columns, told)


def cells(record: Record, above: str = "") -> Iterator[tuple[str, str]]:
    """The fields of a record that have a value, each in its reader's words; those of a record within it by their path."""
    for shape in shape_of(type(record)):
        value = getattr(record, shape.name)
        if value in (None, ()):
            continue
        label = f"{above}{shape.label}"
        if isinstance(value, Record):
            yield from cells(value, f"{label}：")
        else:
            yield label, _said(value)


def _said(value: Any) -> str:
    """A value in a reader's words."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, Record):
        return "，".join(f"{label} {text}" for label, text in cells(value))
    if isinstance(value, tuple):
        return "；".join(map(_said, value))
    if isinstance(value, dict):
        return "；".join(f"{key} {_said(item)}" for key, item in value.items())
    return str(value)
