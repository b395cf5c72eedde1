"""Lines of cells of a sheet back into rows of a register; `model/sheet.py` says how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
    the one above.  Marked lines whose first line is gone are a row of their own: what is left of it.  Blank lines and untouched examples are passed over.
    """
    groups = list(_grouped(layout, lines))
    return tuple(row for row in (_read(layout, group) for group in groups) if row is not None)


@dataclass(slots=True)
class _Group:
    """The lines of one row as they are found, each with its place in the row: by its mark, else behind the one above it."""

    mark: str
    lines: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    order: list[tuple[int, int]] = field(default_factory=list)

    def add(self, at: int, cells: Sequence[str], number: int | None) -> None:
        """Add a line: the one that was written out as that number, from 0, or one that somebody added."""
        number_above, added = self.order[-1] if self.order else (0, 0)
        self.lines.append((at, cells))
        self.order.append((number_above, added + 1) if number is None else (number, 0))

    def has(self, number: int) -> bool:
        """Whether it has the line that was written out as that number."""
        return (number, 0) in self.order

    def sorted(self) -> _Group:
        """The row with its lines as they were written out; as they stand where somebody copied some of them."""
        copied = len(set(self.order)) < len(self.order)
        placed = sorted(zip(self.order, self.lines, strict=True), key=lambda each: each[1][0] if copied else each[0])
        return _Group(self.mark, [line for _, line in placed], [place for place, _ in placed])


class _Grouping:
    """Puts lines together to rows.  A further line belongs to its own row, wherever it stands, and to no other."""

    def __init__(self, layout: SheetLayout, lines: Sequence[tuple[int, str, Sequence[str]]]) -> None:
        self.groups: list[_Group] = []
        self._layout = layout
        self._begun = {mark for _, mark, _ in lines if mark and FURTHER not in mark}
        self._by_mark: dict[str, list[_Group]] = {}
        self._above: _Group | None = None
        later = [line for line in lines if not self._add(*line)]
        for at, mark, cells in later:
            self._holder(mark, self._of(mark)[0]).add(at, cells, mark.count(FURTHER))

    def _add(self, at: int, mark: str, cells: Sequence[str]) -> bool:
        """Whether the line was added: one that was sorted above its row has to wait."""
        if FURTHER not in mark:
            if mark or self._begins(cells):
                self._begin(mark)
            assert self._above is not None
            self._above.add(at, cells, 0 if mark else None)
            return True
        known = self._of(mark)
        if not known and mark.replace(FURTHER, "") in self._begun:
            self._above = None
            return False
        self._above = self._holder(mark, known[-1]) if known else self._begin(mark.replace(FURTHER, ""))
        self._above.add(at, cells, mark.count(FURTHER))
        return True

    def _begins(self, cells: Sequence[str]) -> bool:
        own = self._layout.lists.get((), ())
        above = self._above
        return above is None or any(cells[each].strip() for each in own) or _is_example(self._layout, above)

    def _begin(self, mark: str) -> _Group:
        self._above = _Group(mark)
        self.groups.append(self._above)
        self._by_mark.setdefault(mark, []).append(self._above)
        return self._above

    def _of(self, mark: str) -> Sequence[_Group]:
        return self._by_mark.get(mark.replace(FURTHER, ""), ())

    def _holder(self, mark: str, otherwise: _Group) -> _Group:
        """Of the rows with a mark, equal ones and copies, the last that lacks the line."""
        lacking = (group for group in reversed(self._of(mark)) if not group.has(mark.count(FURTHER)))
        return next(lacking, otherwise)


def _grouped(layout: SheetLayout, lines: Iterable[Sequence[str]]) -> list[_Group]:
    filled = [(at, first.strip(), cells) for at, (first, *cells) in enumerate(lines) if any(map(str.strip, cells))]
    groups = [group.sorted() for group in _Grouping(layout, filled).groups]
    return sorted(groups, key=lambda group: group.lines[0][0])


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
