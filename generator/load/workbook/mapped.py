"""Tables of another system as if they were ours: heads and values replaced, rows sorted by branch; cells stay where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.load.workbook.heads import HEADS_WITHIN
from generator.model.column_map import ColumnMap, MappedSheet
from generator.model.grid import CellValue, Grid, cell_in_plain
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

_BREAKS = re.compile(r"([\n、；，;,])")


@dataclass(frozen=True, slots=True)
class MappedGrid:
    """A sheet of another system under our names; `branch` is the scope of the branch, else what it is called there, and `place` where.

    It is empty where the sheet names none.
    """

    branch: str
    grid: Grid
    place: Source


def mapped_grids(
    grids: Iterable[Grid], column_map: ColumnMap, scopes: Mapping[str, str]
) -> tuple[list[MappedGrid], list[Problem]]:
    """The sheets that the map names, one for each branch that they tell of; what is wrong with them.

    `scopes` are those of branches by the names that they have there.
    """
    made: list[MappedGrid] = []
    problems: list[Problem] = []
    for grid in grids:
        sheets = [each for each in column_map.sheets if each.sheet == grid.title.strip()]
        if not sheets and any(value != "" for row in grid.rows for value in row):
            hint = "要导入的，请在列名对照的“表”里写明它是哪一张。"
            problems.append(report("T119", grid.place, f"列名对照里没有“{grid.title}”这张表，没有导入", hint))
        for each in sheets:
            head = _head(grid, each)
            if head is None:
                told = f"没有找到表头，列名对照里写的是{'、'.join(each.columns)}"
                problems.append(report("T112", grid.place, told, "请核对列名对照里的“列”。"))
            else:
                problems += _missing(grid, each, head)
                made += _split(grid, each, head, scopes)
    return made, problems


def _head(grid: Grid, sheet: MappedSheet) -> int | None:
    """The row with the most heads that the map names."""
    counts = [len(set(map(_text, row)) & set(sheet.columns)) for row in grid.rows[:HEADS_WITHIN]]
    best = max(counts, default=0)
    return counts.index(best) if best else None


def _missing(grid: Grid, sheet: MappedSheet, head: int) -> Iterator[Problem]:
    """Columns that the map names and the sheet does not have: the other system may have changed."""
    heads = set(map(_text, grid.rows[head]))
    for each in (*sheet.columns, *([sheet.branch] if sheet.branch else ())):
        if each not in heads:
            told = f"没有“{each}”这一列，列名对照里写了"
            yield report("T113", grid.at(head, 0), told, "请核对对方是不是改了列名，再改列名对照。")


def _split(grid: Grid, sheet: MappedSheet, head: int, scopes: Mapping[str, str]) -> Iterator[MappedGrid]:
    """The rows of each branch, in the rows where they stand: those of the others are left blank."""
    heads = [_text(value) for value in grid.rows[head]]
    at = heads.index(sheet.branch) if sheet.branch in heads else -1
    width = max(map(len, grid.rows))
    heads += [""] * (width - len(heads))
    ours = ["" if column == at else sheet.columns.get(text, text) for column, text in enumerate(heads)]
    first: dict[str, int] = {}
    rows: dict[str, dict[int, list[CellValue]]] = {}
    branch = ""
    for number, row in enumerate(grid.rows[head + 1 :], head + 1):
        named = _text(row[at]) if 0 <= at < len(row) else ""
        branch = scopes.get(named, named) or branch
        values = ["" if column == at else _ours(value, ours[column], sheet) for column, value in enumerate(row)]
        if any(value != "" for value in values):
            first.setdefault(branch, number)
            rows.setdefault(branch, {})[number] = _wide(values, width, sheet.fixed.values())
    for name, kept in rows.items():
        lines = [
            _wide(list(ours), width, sheet.fixed) if number == head else kept.get(number, [])
            for number in range(len(grid.rows))
        ]
        yield MappedGrid(name, replace(grid, title=sheet.table, rows=lines), grid.at(first[name], max(at, 0)))


def _wide(values: Sequence[CellValue], width: int, more: Iterable[str]) -> list[CellValue]:
    return [*values, *[""] * (width - len(values)), *more]


def _ours(value: CellValue, column: str, sheet: MappedSheet) -> CellValue:
    """A value in our words, or each of several that a cell holds."""
    words = sheet.values.get(column)
    if not words or not isinstance(value, str):
        return value
    whole = words.get(value.strip())
    return whole or "".join(words.get(part.strip(), part) for part in _BREAKS.split(value))


def _text(value: CellValue) -> str:
    return cell_in_plain(value).strip()
