"""Tables: a grid of cells, and column widths reckoned from what the cells hold."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.publish.formats.pdf.flow import is_wide
from generator.publish.formats.pdf.shapes import SPOKEN
from generator.publish.formats.pdf.tree import classes

_ALIGN = re.compile(r"text-align:\s*(left|center|right)")
_LONG = 240
_SHORT = 9.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a table may fill: the width of the page in points, the type sizes from roomy to dense, the cell padding in em."""

    width: float
    sizes: tuple[float, ...]
    padding: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell where it stands in the grid; `row` and `column` count from 0."""

    element: HtmlElement
    row: int
    column: int
    down: int
    across: int

    @property
    def is_header(self) -> bool:
        """Whether the page marked it as naming a row or column."""
        return bool(self.element.tag == "th")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's rows with every span resolved; the first `head` rows name the columns."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table is set: type size in points, relative column widths, alignments.

    Rows of long texts are `breakable`; a `form` is mostly blank, to be filled in by hand.
    """

    size: float
    widths: tuple[float, ...]
    aligns: tuple[str, ...]
    breakable: bool
    form: bool


def read_grid(table: HtmlElement) -> Grid:
    """The table's cells; cells of tables inside it are not its own."""
    sources = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    taken: set[tuple[int, int]] = set()
    rows = tuple(tuple(_row(source, index, len(sources), taken)) for index, source in enumerate(sources))
    columns = max((column for _, column in taken), default=-1) + 1
    return Grid(rows, columns, _head(sources))


def lay_out(grid: Grid, sheet: Sheet) -> Layout:
    """The largest type in which the columns have room, and the columns' shares of the width."""
    natural = [_need(_column(grid, column), _longest) for column in range(grid.columns)]
    least = [_need(_column(grid, column), _widest_word) for column in range(grid.columns)]
    size, widths = _fit(natural, least, sheet)
    aligns = tuple(_align(list(_column(grid, column)), natural[column]) for column in range(grid.columns))
    lengths = [len(cell.element.text_content().strip()) for row in grid.rows[grid.head :] for cell in row]
    return Layout(
        size=size,
        widths=tuple(round(width, 2) for width in widths),
        aligns=aligns,
        breakable=max(lengths, default=0) > _LONG,
        form=lengths.count(0) * 3 >= len(lengths) > 0,
    )


def _row(source: HtmlElement, index: int, height: int, taken: set[tuple[int, int]]) -> Iterator[Cell]:
    column = 0
    for element in source.iterchildren("td", "th"):
        while (index, column) in taken:
            column += 1
        across = max(1, _number(element.get("colspan")))
        down = min(max(1, _number(element.get("rowspan"))), height - index)
        taken |= {(index + y, column + x) for y in range(down) for x in range(across)}
        yield Cell(element, index, column, down, across)
        column += across


def _head(rows: Sequence[HtmlElement]) -> int:
    count = 0
    for row in rows:
        parent = row.getparent()
        heads = list(row.iterchildren("td", "th"))
        named = all(cell.tag == "th" and cell.get("scope") != "row" for cell in heads) and len(heads) > 1
        if not (named or (parent is not None and parent.tag == "thead")):
            break
        count += 1
    return count if count < len(rows) else 0


def _number(value: str | None) -> int:
    return int(value) if value and value.isdigit() else 1


def _column(grid: Grid, column: int) -> Iterator[Cell]:
    return (cell for row in grid.rows for cell in row if cell.column == column and cell.across == 1)


def _need(cells: Iterator[Cell], measure: Callable[[str], float]) -> float:
    return max((measure(_seen(cell.element)) for cell in cells), default=0.0) + 0.5


def _seen(element: HtmlElement) -> str:
    """The cell's words, a line each, without what is only heard."""
    lines: list[str] = []
    for node in element.iter():
        if SPOKEN in classes(node):
            continue
        if node.tag in {"p", "li", "div", "br", "dt", "dd"}:
            lines.append("\n")
        lines.append(_squeeze(node.text))
        if node is not element:
            lines.append(_squeeze(node.tail))
    return "".join(lines)


def _squeeze(value: str | None) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", value or "")


def _width(value: str) -> float:
    return sum(1.0 if is_wide(char) or ord(char) > 0x2000 else 0.56 for char in value)


def _longest(value: str) -> float:
    return max((_width(line.strip(" ")) for line in value.split("\n")), default=0.0)


def _widest_word(value: str) -> float:
    return max((_width(word) for word in re.findall(r"[!-~]+", value)), default=1.0)


def _fit(natural: list[float], least: list[float], sheet: Sheet) -> tuple[float, list[float]]:
    both_sides = 2 * sheet.padding
    for size in sheet.sizes:
        room = sheet.width / size - len(natural) * both_sides
        if (widths := _share(natural, least, room)) is not None:
            return size, [width + both_sides for width in widths]
    return sheet.sizes[-1], [max(low, math.sqrt(wish)) for wish, low in zip(natural, least, strict=True)]


def _share(natural: list[float], least: list[float], room: float) -> list[float] | None:
    """Widths in em that fill the room: all as wide as they wish, or short ones so and the long ones by their length."""
    if (total := sum(natural)) <= room:
        wishes = [max(wish, 3.0) for wish in natural]
        return [wish + (room - total) * share / sum(wishes) for wish, share in zip(natural, wishes, strict=True)]
    long = [index for index, wish in enumerate(natural) if wish > _SHORT]
    spare = room - sum(wish for wish in natural if wish <= _SHORT)
    floors = {index: max(6.5, least[index]) for index in long}
    if not long or spare < sum(floors.values()):
        return None
    shared: dict[int, float] = {}
    for index in sorted(long, key=natural.__getitem__):
        rest = [other for other in long if other not in shared]
        left = spare - sum(shared.values()) - sum(floors[other] for other in rest)
        weights = {other: math.sqrt(natural[other]) for other in rest}
        fair = floors[index] + left * weights[index] / sum(weights.values())
        almost = len(rest) > 1 and natural[index] <= min(fair * 1.2, floors[index] + left)
        shared[index] = natural[index] if almost else fair
    return [shared.get(index, wish) for index, wish in enumerate(natural)]


def _align(cells: list[Cell], natural: float) -> str:
    for cell in cells:
        if match := _ALIGN.search(cell.element.get("style") or ""):
            return match[1]
    return "center" if natural <= _SHORT and any(cell.is_header for cell in cells) else "left"
