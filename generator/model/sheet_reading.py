"""Lines of cells of a sheet back into rows of a register; `model/sheet.py` says how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.model.cell_text import NONE_STATED, cell_value
from generator.model.sheet import EXAMPLE, FURTHER, row_digest
from generator.model.sheet_layout import SheetColumn, SheetLayout


class SheetRow(NamedTuple):
    """One row read back: the mark that it came with, its first line, and the mapping that its cells make.

    Lines are counted from 0.  `lines` are those of each list within the row, an item each.  `none` is set where
    the sheet states that there are no rows.
    """

    mark: str
    at: int
    mapping: dict[str, Any]
    lines: Mapping[tuple[str, ...], tuple[int, ...]]
    none: bool = False

    def place(self, layout: SheetLayout, path: Sequence[str | int]) -> tuple[int, int]:
        """The line and the column (of `layout.columns`) of what stands at a path of the mapping: 议题, 1, 表决, 赞成."""
        keys = tuple(step for step in path if isinstance(step, str))
        column = layout.by_path.get(keys)
        if column is None:  # a mapping or a list: its first column
            column = next((at for at, each in enumerate(layout.columns) if each.path[: len(keys)] == keys), 0)
        listed = layout.columns[column].listed
        number = next((step for step in path[len(listed) :] if isinstance(step, int)), 0)
        lines = self.lines.get(listed, ()) if listed else ()
        return (lines[number] if number < len(lines) else self.at), column


def from_cells(layout: SheetLayout, lines: Iterable[Sequence[str]]) -> tuple[SheetRow, ...]:
    """The rows of a sheet from its lines, each a mark and a text for each column, in the order of the columns.

    A line whose own columns (those of no list within the row) are empty belongs to the row that its mark names, else to
    the one above.  Blank lines and untouched examples are passed over.
    """
    groups = list(_grouped(layout, lines))
    return tuple(row for row in (_read(layout, group) for group in groups) if row is not None)


@dataclass(slots=True)
class _Group:
    """The lines of one row, as they are found."""

    mark: str
    lines: list[tuple[int, Sequence[str]]]


def _grouped(layout: SheetLayout, lines: Iterable[Sequence[str]]) -> list[_Group]:
    groups: list[_Group] = []
    by_mark: dict[str, _Group] = {}
    own = layout.lists.get((), ())
    for at, (first, *cells) in enumerate(lines):
        if not any(cell.strip() for cell in cells):
            continue
        mark = first.strip()
        further = FURTHER in mark
        above = by_mark.get(mark.replace(FURTHER, "")) if further else None
        above = above or (groups[-1] if groups else None)
        begins = (mark and not further) or any(cells[each].strip() for each in own)
        if above is None or begins or (not mark and _is_example(layout, above)):
            above = _Group("" if further else mark, [])
            groups.append(above)
            by_mark[above.mark] = above
        above.lines.append((at, cells))
    return groups


def _is_example(layout: SheetLayout, group: _Group) -> bool:
    """Whether these are the lines of an example so far: what somebody writes below is a row, and no more of it."""
    return group.mark.startswith(EXAMPLE) and _read(layout, group) is None


def _read(layout: SheetLayout, group: _Group) -> SheetRow | None:
    """The row; None of an example that is as it was written out."""
    at, first = group.lines[0]
    if (
        layout.key
        and not layout.single
        and not group.mark
        and len(group.lines) == 1
        and _states_none(first, range(len(first)))
    ):
        return SheetRow("", at, {}, {}, none=True)
    mapping: dict[str, Any] = {}
    lines: dict[tuple[str, ...], tuple[int, ...]] = {}
    for number, column in enumerate(layout.columns):
        if not column.listed:
            _put(mapping, column.path, column, first[number])
        elif column.listed not in lines:
            columns = layout.lists[column.listed]
            filled = [(each, cells) for each, cells in group.lines if any(cells[at].strip() for at in columns)]
            lines[column.listed] = tuple(each for each, _ in filled)
            none = len(filled) == 1 and _states_none(filled[0][1], columns)
            if filled:
                items = [] if none else [_item(layout, column.listed, cells) for _, cells in filled]
                _holder(mapping, column.listed)[column.listed[-1]] = items
    mark = group.mark
    if mark.startswith(EXAMPLE):
        if mark == EXAMPLE + row_digest(layout, mapping):
            return None
        mark = ""
    return SheetRow(mark, at, mapping, lines)


def _states_none(cells: Sequence[str], columns: Sequence[int]) -> bool:
    return [cells[at].strip() for at in columns if cells[at].strip()] == [NONE_STATED] == [cells[columns[0]].strip()]


def _item(layout: SheetLayout, path: tuple[str, ...], cells: Sequence[str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for at in layout.lists[path]:
        column = layout.columns[at]
        _put(made, column.path[len(path) :], column, cells[at])
    return made


def _put(mapping: dict[str, Any], path: tuple[str, ...], column: SheetColumn, text: str) -> None:
    value = cell_value(column.kind, text, many=column.many, words=column.choices)
    if value or text.strip() == NONE_STATED:
        _holder(mapping, path)[path[-1]] = value


def _holder(mapping: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    for key in path[:-1]:
        mapping = mapping.setdefault(key, {})
    return mapping
