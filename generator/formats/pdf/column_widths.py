"""How wide the columns of a register table are, told from what its cells hold: nothing is measured while it is set."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from generator.formats.pdf.flow import is_wide
from generator.model.branch_file import FileTable

_PAGE = 60.0
"""The width of the page in em of a table's type."""

_PADDING = 0.9
_UNBROKEN = 11.0
_SPARE = 0.3
_SEAM = 0.25
"""The space between a Han character and a Latin letter or figure."""


class ColumnWidths(NamedTuple):
    """The width of each column in em, 0 where it shares what is left by the weight in `shares`; `width` is that of all."""

    widths: tuple[float, ...]
    shares: tuple[float, ...]
    width: float


def column_widths(table: FileTable) -> ColumnWidths:
    """Short columns are as wide as their longest line; the others share what is left, by the square root of their text."""
    columns = tuple(_columns(table))
    natural = [_PADDING + _SPARE + max(map(text_width, "\n".join(column).split("\n"))) for column in columns]
    short = [width <= _UNBROKEN + _PADDING for width in natural]
    taken = sum(width for width, fits in zip(natural, short, strict=True) if fits)
    room = _PAGE - taken
    if room < sum(not fits for fits in short) * _UNBROKEN / 2:
        return ColumnWidths((0.0,) * len(natural), tuple(map(_rounded, natural)), _PAGE)
    weights = [_rounded(sqrt(sum(map(text_width, column)))) for column in columns]
    return ColumnWidths(
        widths=tuple(_rounded(width) if fits else 0.0 for width, fits in zip(natural, short, strict=True)),
        shares=tuple(0.0 if fits else weight for weight, fits in zip(weights, short, strict=True)),
        width=_rounded(taken) if all(short) else _PAGE,
    )


def _columns(table: FileTable) -> Iterator[tuple[str, ...]]:
    yield from zip(table.columns, *table.rows, strict=True)


def text_width(line: str) -> float:
    """How wide a line is in em, told from its characters."""
    wide = [is_wide(char) for char in line]
    return sum(1.0 if each else 0.55 for each in wide) + _SEAM * sum(
        before != after for before, after in pairwise(wide)
    )


def _rounded(value: float) -> float:
    return round(value, 1)
