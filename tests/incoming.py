"""Rows as readers of workbooks and notes hand them on, for tests: every value has a cell of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model.files import REGISTER
from generator.model.incoming import IncomingRow, IncomingTable, ValuePath
from generator.model.record import Audience, Source
from generator.model.record_file import RecordFile
from generator.model.sheet import row_digest
from generator.model.sheet_layout import SheetLayout


def layout_of(key: str, file: RecordFile = REGISTER, audience: Audience = Audience.INTERNAL) -> SheetLayout:
    return next(each for each in file.sheets(audience) if each.key == key)


def incoming_row(
    values: Mapping[str, Any],
    exported: Mapping[str, Any] | None = None,
    key: str = "活动",
    at: str = "甲.xlsx!3",
    file: RecordFile = REGISTER,
) -> IncomingRow:
    """A row that was `exported` so, or is new; the cell of 日期 is `甲.xlsx!3.日期`."""
    layout = layout_of(key, file)
    return IncomingRow(
        values=values,
        digest=row_digest(layout, values),
        base=row_digest(layout, exported) if exported is not None else "",
        source=Source(at),
        places={path: Source(".".join([at, *map(str, path)])) for path in _paths(values, ())},
    )


def incoming_table(
    *rows: IncomingRow,
    key: str = "活动",
    without: Sequence[str] = (),
    file: RecordFile = REGISTER,
    parts: Mapping[str, str] | None = None,
    **more: Any,
) -> IncomingTable:
    """A table with all columns of its sheet but those under some keys."""
    layout = layout_of(key, file)
    return IncomingTable(
        file=file,
        parts=parts or {},
        key=key,
        many=not layout.single,
        columns=frozenset(column.path for column in layout.columns if column.path[0] not in without),
        rows=rows,
        audience=Audience.INTERNAL,
        **more,
    )


def _paths(value: Any, path: ValuePath) -> Iterator[ValuePath]:
    if path:
        yield path
    steps = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for step, each in steps:
        yield from _paths(each, (*path, step))
