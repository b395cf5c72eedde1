"""Column widths and type size of a table, computed from the content of its cells.

The largest type size is chosen in which short columns do not break; the rest of the width goes to the columns that
make rows tall.  Widths are in em and estimated by character class, not measured from the font.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.formats.pdf.elements import classes
from generator.formats.pdf.tables import TableGrid
from generator.formats.pdf.verdict_marks import SCREEN_READER

_ALIGN = re.compile(r"text-align:\s*(left|center|right)")
_SEAM = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])")
_WORDS = re.compile(r"[!-~]+")
_NARROW = re.compile(r"[\x00-\xb6\xb8-\u1fff]")
"""Characters of half width, but for the dot between names (`·`), which Chinese fonts set full."""

_SAVED = 0.44
"""What such a character takes less than a full one (em)."""

_BREAKS = {"p", "li", "div", "br", "dt", "dd", "small"}
_CENTERED = 9.0
"""Columns up to this width (em) are centered, as dates and counts are."""

_UNBROKEN = 11.5
"""Columns up to this width (em) are kept on one line if possible."""

_LEAST = 5.0
"""What other columns get at least (em)."""

_KEPT, _TIGHT = 0.9, 0.8
"""The share of the page width that minimum widths may use; the rest is left for columns with long text."""

_LONGEST_WORD = 13.5
"""Words from this width (em) on, 24 letters, may break anywhere: the templates see to it."""

_SPARE = 0.5
"""Added to each measured line (em): widths by character class are approximate."""

_HANDWRITING = 12.0
"""Columns to be filled in by hand get at least this weight (em)."""


@dataclass(frozen=True, slots=True)
class PageMetrics:
    """The space for tables: page width in points, type sizes to try in order, cell padding in em.

    A row of more than `unbroken` lines may break across pages, a table of at most half as many stays on one.
    """

    width: float
    sizes: tuple[float, ...]
    padding: float
    unbroken: int = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The layout of a table: type size in points, relative column widths, alignments.

    Rows of long texts are `breakable`, a short table is `whole`; a `form` is mostly blank, to be filled in by hand.
    A `tight` table has columns narrower than their longest word, one that is `crowded` has more columns than a line has
    characters.
    """

    size: float
    widths: tuple[float, ...]
    aligns: tuple[str, ...]
    breakable: bool
    whole: bool
    form: bool
    tight: bool
    crowded: bool


@dataclass(frozen=True, slots=True)
class _Measure:
    """Em widths: by row and column the lines of each cell; by column the longest line and the longest single word.

    `blank` are the columns that are mostly empty, to be filled in by hand.
    """

    rows: tuple[tuple[tuple[float, ...], ...], ...]
    natural: tuple[float, ...]
    least: tuple[float, ...]
    blank: frozenset[int]


def lay_out(grid: TableGrid, sheet: PageMetrics) -> Layout:
    """Choose the largest type size in which the columns fit, and their widths."""
    measure = _measure(grid)
    size, widths = _fit(measure, sheet)
    heights = [_height(row, widths) for row in measure.rows]
    lengths = [len(cell.element.text_content().strip()) for row in grid.rows[grid.head :] for cell in row]
    return Layout(
        size=size,
        widths=tuple(round(width + 2 * sheet.padding, 2) for width in widths),
        aligns=tuple(_align(grid, column, measure.natural[column]) for column in range(grid.columns)),
        breakable=max(heights) > sheet.unbroken,
        whole=sum(heights) * 2 <= sheet.unbroken,
        form=lengths.count(0) * 3 >= len(lengths) > 0,
        tight=any(width < low - _SPARE for width, low in zip(widths, measure.least, strict=True)),
        crowded=grid.columns > _room(sheet, size, grid.columns),
    )


def _fit(measure: _Measure, sheet: PageMetrics) -> tuple[float, list[float]]:
    """Type size and widths: no line broken if possible, else no short column, else a minimum for every column."""
    natural = list(measure.natural)
    tight = [max(low, min(wish, _LEAST)) for wish, low in zip(natural, measure.least, strict=True)]
    kept = [wish if wish <= _UNBROKEN else low for wish, low in zip(natural, tight, strict=True)]
    for size, smaller in zip(sheet.sizes, (*sheet.sizes[1:], sheet.sizes[-1]), strict=True):
        for type_size, floors, share in (
            (size, natural, 1.0),
            (size, kept, _KEPT),
            (smaller, kept, _KEPT),
            (size, tight, _TIGHT),
        ):
            if sum(floors) <= share * _room(sheet, type_size, len(natural)):
                return type_size, _grow(measure, floors, _room(sheet, type_size, len(natural)))
    size = sheet.sizes[-1]
    room = max(_room(sheet, size, len(natural)), 0.0)
    return size, _grow(measure, [low * min(1.0, room / sum(tight)) for low in tight], room)


def _room(sheet: PageMetrics, size: float, columns: int) -> float:
    return sheet.width / size - columns * 2 * sheet.padding


def _grow(measure: _Measure, floors: Sequence[float], room: float) -> list[float]:
    """Distribute the rest of the width, one em at a time to the column that makes most rows tall, then in proportion."""
    widths = list(floors)
    heights = [_heights(measure, column, width) for column, width in enumerate(widths)]
    while room - sum(widths) >= 1:
        tall = _tallest(measure, heights)
        if tall is None:
            break
        widths[tall] += 1
        heights[tall] = _heights(measure, tall, widths[tall])
    rest = room - sum(widths)
    wishes = [
        max(wish, _HANDWRITING if column in measure.blank else 3.0) for column, wish in enumerate(measure.natural)
    ]
    return [width + rest * wish / sum(wishes) for width, wish in zip(widths, wishes, strict=True)]


def _height(row: Sequence[Sequence[float]], widths: Sequence[float]) -> int:
    """The lines of a row's tallest cell."""
    return max(1, *(sum(math.ceil(line / width) for line in cell) for cell, width in zip(row, widths, strict=True)))


def _heights(measure: _Measure, column: int, width: float) -> list[int]:
    """The lines of each cell of a column that is so wide."""
    return [sum([math.ceil(line / width) for line in row[column]]) for row in measure.rows]


def _tallest(measure: _Measure, heights: Sequence[Sequence[int]]) -> int | None:
    """The column that makes most rows taller than its own lines ask for; `heights` are by column."""
    tops = list(map(max, zip(*heights, strict=True)))
    score = [
        sum([high - len(row[column]) for high, top, row in zip(cells, tops, measure.rows, strict=True) if high == top])
        for column, cells in enumerate(heights)
    ]
    return score.index(max(score)) if any(score) else None


def _measure(grid: TableGrid) -> _Measure:
    rows = []
    words = [1.0] * grid.columns
    for row in grid.rows:
        lines: list[tuple[float, ...]] = [()] * grid.columns
        for cell in row:
            if cell.across == 1:
                seen = _lines(cell.element)
                lines[cell.column] = tuple(_width(line) + _SPARE for line in seen)
                words[cell.column] = max([words[cell.column], *(_widest_word(line) for line in seen)])
        rows.append(tuple(lines))
    natural = (max((line for row in rows for line in row[column]), default=_SPARE) for column in range(grid.columns))
    blank = {column for column in range(grid.columns) if 2 * sum(not row[column] for row in rows) > len(rows)}
    return _Measure(tuple(rows), tuple(natural), tuple(word + _SPARE for word in words), frozenset(blank))


def _lines(element: HtmlElement) -> list[str]:
    """The cell's text split at forced breaks, without text for screen readers."""
    text = "".join(_seen(element))
    return [line.strip(" ") for line in text.split("\n") if line.strip(" ")]


def _seen(element: HtmlElement) -> Iterator[str]:
    if SCREEN_READER in classes(element):
        return
    if element.tag in _BREAKS:
        yield "\n"
    yield _squeeze(element.text)
    for child in element:
        yield from _seen(child)
        yield _squeeze(child.tail)


def _squeeze(value: str | None) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", value or "")


def _width(value: str) -> float:
    """The estimated width in em: full-width characters 1, others 0.56, and the quarter em Typst puts between the two."""
    return len(value) - _SAVED * len(_NARROW.findall(value)) + 0.25 * len(_SEAM.findall(value))


def _widest_word(value: str) -> float:
    longest = max(map(len, _WORDS.findall(value)), default=0)
    return min((1 - _SAVED) * longest, _LONGEST_WORD) or 1.0


def _align(grid: TableGrid, column: int, natural: float) -> str:
    cells = [cell for row in grid.rows for cell in row if cell.column == column and cell.across == 1]
    for cell in cells:
        if match := _ALIGN.search(cell.element.get("style") or ""):
            return match[1]
    if any((cell.is_header and cell.row >= grid.head) or _has_blocks(cell.element) for cell in cells):
        return "left"
    return "center" if natural <= _CENTERED and grid.head else "left"


def _has_blocks(element: HtmlElement) -> bool:
    return next(element.iter("ul", "ol", "dl", "pre", "details", "blockquote"), None) is not None
