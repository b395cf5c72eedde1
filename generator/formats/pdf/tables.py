"""Tables as grids of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class TableCell:
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
class TableGrid:
    """A table's rows with every span resolved; the first `head` rows name the columns."""

    rows: tuple[tuple[TableCell, ...], ...]
    columns: int
    head: int


def read_grid(table: HtmlElement) -> TableGrid:
    """The table's cells; cells of tables inside it are not its own."""
    sources = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    taken: set[tuple[int, int]] = set()
    rows = tuple(tuple(_row(source, index, len(sources), taken)) for index, source in enumerate(sources))
    columns = max((column for _, column in taken), default=-1) + 1
    return TableGrid(rows, columns, _head(sources))


def _row(source: HtmlElement, index: int, height: int, taken: set[tuple[int, int]]) -> Iterator[TableCell]:
    column = 0
    for element in source.iterchildren("td", "th"):
        while (index, column) in taken:
            column += 1
        across = max(1, _number(element.get("colspan")))
        down = min(max(1, _number(element.get("rowspan"))), height - index)
        taken |= {(index + y, column + x) for y in range(down) for x in range(across)}
        yield TableCell(element, index, column, down, across)
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
