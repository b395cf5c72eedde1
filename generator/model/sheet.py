"""Rows of a register as lines of cells of a sheet, and back, without loss; and digests that tell whether a row changed.

Works on raw mappings (texts, lists, mappings, as a YAML file holds them), not on records: a text survives as it was
written.  What no column shows is left alone.  Each line begins with a mark (column 标识, hidden): the digest of the row as it was
written out, on its further lines with pluses before it, as many as lines stand above: people sort sheets by any column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import Any

from pydantic import ValidationError

from generator.model.cell_text import NONE_STATED, NUMERIC, cell_text, clean, same_form
from generator.model.record import Audience, Record
from generator.model.shape import kinds_within, shape_of
from generator.model.sheet_layout import SheetLayout

MARK = "标识"
EXAMPLE = "例"
FURTHER = "+"

Cells = tuple[str, ...]
RawRow = Mapping[str, Any]


def rows_of(layout: SheetLayout, file: RawRow) -> tuple[RawRow, ...]:
    """The rows of a file's mapping that a sheet holds."""
    value = file.get(layout.key) if layout.key else file
    if isinstance(value, list | tuple):
        return tuple(row for row in value if isinstance(row, Mapping))
    return (value,) if isinstance(value, Mapping) and any(to_cells(layout, value)) else ()


def states_none(layout: SheetLayout, file: RawRow) -> bool:
    """Whether a file states that there are no rows (`支委: []`), which is not the same as saying nothing."""
    return bool(layout.key) and file.get(layout.key) in ([], ())


def none_line(layout: SheetLayout) -> Cells:
    """The line by which a sheet states it."""
    return ("", NONE_STATED, *("" for _ in layout.columns[1:]))


def to_cells(layout: SheetLayout, row: RawRow) -> tuple[Cells, ...]:
    """The lines of a row, a text for each column; none where the row holds nothing that has a column."""
    return _lines(layout, _filled(layout, row))


def marked_lines(layout: SheetLayout, row: RawRow) -> Iterator[Cells]:
    """The lines of a row with their marks before them."""
    filled = tuple(_filled(layout, row))
    mark = _digest(layout, filled)
    for number, cells in enumerate(_lines(layout, filled)):
        yield (FURTHER * number + mark, *cells)


def example_lines(layout: SheetLayout, row: RawRow) -> Iterator[Cells]:
    """The lines of an example: passed over when they are read, unless somebody wrote over them."""
    for mark, *cells in marked_lines(layout, row):
        yield (EXAMPLE + mark, *cells)


def row_digest(layout: SheetLayout, row: RawRow) -> str:
    """A digest of what a row says in the columns of the sheet, however it is written: 16 hexadecimal digits."""
    return _digest(layout, _filled(layout, row))


def cells_digest(sheets: Iterable[tuple[SheetLayout, Iterable[Sequence[str]]]]) -> str:
    """A digest of all lines of a workbook with their marks, examples too, blank ones left out: 32 hexadecimal digits."""
    made = blake2b(digest_size=16)
    for layout, lines in sheets:
        made.update(f"\x1d{layout.title}".encode())
        numeric = [at + 1 for at, column in enumerate(layout.columns) if column.kind in NUMERIC]
        for line in lines:
            cells = [clean(cell) for cell in line]
            for at in numeric:
                cells[at] = same_form(layout.columns[at - 1].kind, cells[at])
            if any(cells):
                made.update(("\x1e" + "\x1f".join(cells)).encode())
    return made.hexdigest()


def visible(kind: type[Record], row: RawRow, audience: Audience) -> RawRow:
    """A row without the values that the audience may not see because of what they are (numbers of a few people).

    What is hidden in every row has no column.  Of a row that cannot be judged the required fields are left.
    """
    if audience is Audience.RESTRICTED or not _depends_on_values(kind):
        return row
    hidden, shown = _hidden(kind, row, audience), {}
    for field in shape_of(kind):
        value = row.get(field.label)
        if value is None or field.label in hidden:
            continue
        if field.record is not None and isinstance(value, list):
            value = [visible(field.record, each, audience) for each in value if isinstance(each, Mapping)]
        elif field.record is not None and isinstance(value, Mapping):
            value = visible(field.record, value, audience)
        shown[field.label] = value
    return shown


@cache
def _depends_on_values(kind: type[Record]) -> bool:
    return any(each.audience_here is not Record.audience_here for each in kinds_within(kind))


def _hidden(kind: type[Record], row: RawRow, audience: Audience) -> frozenset[str]:
    if kind.audience_here is Record.audience_here:
        return frozenset()
    fields = shape_of(kind)
    try:
        record = kind.model_validate(row)
    except ValidationError:
        return frozenset(field.label for field in fields if not field.required)
    return frozenset(field.label for field in fields if not audience.sees(record.audience_here(field.name)))


def _lines(layout: SheetLayout, filled: Iterable[tuple[int, int, str]]) -> tuple[Cells, ...]:
    lines: list[list[str]] = []
    for at, number, text in filled:
        while len(lines) <= number:
            lines.append([""] * len(layout.columns))
        lines[number][at] = text
    return tuple(map(tuple, lines))


def _digest(layout: SheetLayout, filled: Iterable[tuple[int, int, str]]) -> str:
    columns = layout.columns
    said = sorted(
        f"{columns[at].label}\x1f{number}\x1f{same_form(columns[at].kind, text)}" for at, number, text in filled
    )
    return blake2b("\x1e".join(said).encode(), digest_size=8).hexdigest()


def _filled(layout: SheetLayout, row: RawRow) -> Iterator[tuple[int, int, str]]:
    """The cells that are not empty: number of the column, line within the row, text."""
    return _walk(layout, visible(layout.kind, row, layout.audience), (), 0)


def _walk(layout: SheetLayout, mapping: RawRow, above: tuple[str, ...], line: int) -> Iterator[tuple[int, int, str]]:
    for key, value in mapping.items():
        path = (*above, key)
        at = layout.by_path.get(path)
        if at is not None:
            column = layout.columns[at]
            if text := cell_text(column.kind, value, many=column.many, words=column.choices):
                yield at, line, text
        elif isinstance(value, Mapping):
            yield from _walk(layout, value, path, line)
        elif path in layout.lists and isinstance(value, list | tuple):
            yield from _items(layout, value, path)


def _items(layout: SheetLayout, items: Sequence[Any], path: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    number = 0
    for item in items:
        if isinstance(item, Mapping) and (cells := list(_walk(layout, item, path, number))):
            yield from cells
            number += 1
    if not items:
        yield layout.lists[path][0], 0, NONE_STATED
