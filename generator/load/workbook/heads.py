"""The heads of a sheet, in one row or in two or three: 缺席 above 请假 and 未请假 is what 缺席·请假 and 缺席·未请假 are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.grid import CellValue, Grid
from generator.model.sheet import MARK
from generator.model.sheet_layout import BETWEEN, SheetLayout
from generator.model.workbook_stamp import REASON_HEAD

HEADS_WITHIN = 20
"""How many rows may stand above the heads: a title, the unit, how to fill in."""

_DEEPEST = 3
"""No key leads further down than 议题·表决·赞成."""

OWN_HEADS = frozenset({MARK, REASON_HEAD})


class Heads(NamedTuple):
    """The text of every column, and the last row in which a part of it stands, from 0."""

    row: int
    texts: tuple[str, ...]


def find_heads(layout: SheetLayout, grid: Grid) -> Heads | None:
    """The rows with the most heads that are known; at least two, or all that there are.  None where there are none."""
    needed = min(2, len(layout.columns))
    at_once = next((each for each in _rows(layout, grid, 1) if _known(layout, each) >= needed), None)
    if at_once and all(text in OWN_HEADS or layout.at(text) is not None for text in at_once.texts if text):
        return at_once
    found = (each for depth in range(1, _DEEPEST + 1) for each in _rows(layout, grid, depth))
    best = max(found, key=lambda each: _known(layout, each), default=None)
    return best if best and _known(layout, best) >= needed else None


def _rows(layout: SheetLayout, grid: Grid, depth: int) -> Iterator[Heads]:
    for top in range(min(HEADS_WITHIN, len(grid.rows)) - depth + 1):
        yield Heads(top + depth - 1, tuple(_texts(layout, grid.rows[top : top + depth])))


def _known(layout: SheetLayout, heads: Heads) -> int:
    return len({layout.at(text) for text in heads.texts if text} - {None})


def _texts(layout: SheetLayout, rows: Sequence[Sequence[CellValue]]) -> Iterator[str]:
    """The texts of heads in these rows: a text stands for the columns to its right as well, where something is below it."""
    above = [""] * len(rows)
    for column in range(max(map(len, rows))):
        cells = [value.strip() if column < len(row) and isinstance(value := row[column], str) else "" for row in rows]
        for level, cell in enumerate(cells):
            if cell:
                above[level:] = [cell, *[""] * (len(rows) - level - 1)]
        lowest = max((level for level, cell in enumerate(cells) if cell), default=-1)
        parts = [part for part in above[: lowest + 1] if part]
        texts = [BETWEEN.join(parts[skipped:]) for skipped in range(len(parts))]
        own = (text for text in texts if text in OWN_HEADS or layout.at(text) is not None)
        yield next(own, texts[0] if texts else "")
