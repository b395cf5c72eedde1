"""Rows of a sheet as records would hold them, validated by their kind, with the cell of every value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from generator.load.shapes import strip_sources
from generator.load.validation_errors import to_problems
from generator.load.workbook.lines import TableLines
from generator.load.yaml_tree import MappingPosition, YamlList, YamlMapping
from generator.model.incoming import IncomingRow, ValuePath
from generator.model.problem import Problem
from generator.model.record import SOURCE_KEY, Source
from generator.model.sheet import row_digest
from generator.model.sheet_layout import SheetLayout
from generator.model.sheet_reading import SheetRow, from_cells
from generator.model.source_text import Mark

_Locate = Callable[[ValuePath], Source]


class RowsRead(NamedTuple):
    """The rows of a sheet; `none` is set where it states that there are none."""

    rows: tuple[IncomingRow, ...]
    none: bool
    problems: list[Problem]


def read_rows(table: TableLines) -> RowsRead:
    """The rows of a sheet, and what is wrong with those that are not as they were written out.

    Rows that nobody touched are not looked at again: what is wrong with them is wrong in the file.
    """
    layout, lines = table.layout, table.plain()
    found = from_cells(layout, lines)
    untouched = {row.at: row for row in found if row.mark and row.mark == row_digest(layout, row.mapping)}
    problems: list[Problem] = []
    if not all(row.none or row.at in untouched for row in found):
        problems += _read_others(table, lines, {line for row in untouched.values() for line in _lines_of(row)})
        found = from_cells(layout, lines)
    made: list[IncomingRow] = []
    originals = _originals(found, untouched)
    for row in found:
        if row.none:
            continue
        if row.at in untouched:
            made.append(
                IncomingRow(
                    values=row.mapping, digest=row.mark, base=row.mark, source=table.place(row.at, 0), places={}
                )
            )
            continue
        base = row.mark if originals.get(row.mark) == row.at else ""
        incoming = _incoming(table, row, base)
        made.append(incoming)
        problems += _problems(table, row)
    return RowsRead(tuple(made), any(row.none for row in found), problems)


def _read_others(table: TableLines, lines: list[list[str]], settled: set[int]) -> Iterator[Problem]:
    """Put what people wrote in our words, in every line but the settled ones; tells what is not understood."""
    for number, line in enumerate(lines):
        if number not in settled and any(line[1:]):
            line[1:], told = table.read(number)
            yield from told


def _lines_of(row: SheetRow) -> Iterator[int]:
    yield row.at
    for lines in row.lines.values():
        yield from lines


def _originals(rows: Sequence[SheetRow], untouched: Mapping[int, SheetRow]) -> Mapping[str, int]:
    """Which row each mark belongs to, by the row's line: who copies a row copies its mark."""
    first: dict[str, int] = {}
    for row in sorted(rows, key=lambda each: each.at not in untouched):
        first.setdefault(row.mark, row.at)
    return first


def _incoming(table: TableLines, row: SheetRow, base: str) -> IncomingRow:
    locate = _locator(table, row)
    places = {path: locate(path) for path in (*_fields(table.layout, row), *_paths(row.mapping, ()))}
    digest = row_digest(table.layout, row.mapping)
    return IncomingRow(values=row.mapping, digest=digest, base=base, source=table.place(row.at, 0), places=places)


def _fields(layout: SheetLayout, row: SheetRow) -> Iterator[ValuePath]:
    """The path of every field that the row has a cell for, with or without a value."""
    for column in layout.columns:
        if not column.listed:
            yield column.path
        for number in range(len(row.lines.get(column.listed, ()))):
            yield (*column.listed, number, *column.path[len(column.listed) :])


def _locator(table: TableLines, row: SheetRow) -> _Locate:
    return lambda path: table.place(*row.place(table.layout, path))


def _paths(value: Any, path: ValuePath) -> Iterator[ValuePath]:
    """The path of every value, those that hold others included."""
    if path:
        yield path
    items = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for step, item in items:
        yield from _paths(item, (*path, step))


class _CellPosition(MappingPosition):
    """The position of a mapping in a sheet, with the cell of each key, of those too that are not there."""

    locate: _Locate
    steps: ValuePath

    def of(self, key: str) -> Source:
        return self.locate((*self.steps, key))

    def of_key(self, key: str) -> Source:
        return self.of(key)


class _Cells:
    """What the marks of lists in a sheet are positions in: they are positions already."""

    @staticmethod
    def source_of(mark: Mark) -> Source:
        return mark if isinstance(mark, Source) else Source()


def _problems(table: TableLines, row: SheetRow) -> list[Problem]:
    layout = table.layout
    tree = _placed(row.mapping, (), _locator(table, row))
    strip_sources(tree, layout.kind)
    try:
        layout.kind.model_validate(tree)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        known = [each for each in errors if each["type"] != "missing" or _has_column(table, each["loc"])]
        return to_problems(known, tree, layout.kind)
    return []


def _has_column(table: TableLines, location: Sequence[str | int]) -> bool:
    """Whether the sheet has a column for what is missing; else nobody could have written it there."""
    keys = tuple(step for step in location if isinstance(step, str))
    columns = zip(table.layout.columns, table.plan.columns, strict=True)
    return any(at is not None and column.path[: len(keys)] == keys for column, at in columns)


def _placed(mapping: Mapping[str, Any], path: ValuePath, locate: _Locate) -> YamlMapping:
    block, place = YamlMapping(), _CellPosition(*locate(path))
    place.source_text, place.marks, place.locate, place.steps = _Cells(), {}, locate, path
    block.place = block[SOURCE_KEY] = place
    for key, value in mapping.items():
        block[key] = _placed_value(value, (*path, key), locate)
    return block


def _placed_value(value: Any, path: ValuePath, locate: _Locate) -> Any:
    if isinstance(value, Mapping):
        return _placed(value, path, locate)
    if isinstance(value, list):
        items = YamlList(_placed_value(item, (*path, number), locate) for number, item in enumerate(value))
        items.marks = [locate((*path, number)) for number in range(len(value))]
        return items
    return value
