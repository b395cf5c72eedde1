"""Tables as grids of cells."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from lxml import html
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
    """The table's cells, each row filled up to the last column; cells of tables inside it are not its own.

    As in a browser, no cell spans past its group of rows (`thead`, `tbody`) and none past one that is there already.
    """
    sources = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    head = _head(sources)
    taken: set[tuple[int, int]] = set()
    rows = [tuple(_row(source, index, _last(sources, index, head), taken)) for index, source in enumerate(sources)]
    columns = max((column for _, column in taken), default=-1) + 1
    filled = (sorted((*row, *_gaps(index, columns, taken)), key=_column) for index, row in enumerate(rows))
    return TableGrid(tuple(map(tuple, filled)), columns, head)


def _gaps(row: int, columns: int, taken: Container[tuple[int, int]]) -> Iterator[TableCell]:
    """Empty cells for what a row leaves free: Typst would set the next row's cells there."""
    return (TableCell(html.Element("td"), row, x, 1, 1) for x in range(columns) if (row, x) not in taken)


def _column(cell: TableCell) -> int:
    return cell.column


def _last(rows: Sequence[HtmlElement], index: int, head: int) -> int:
    """Where the group of rows ends that a row is in."""
    most = head if index < head else len(rows)
    group = rows[index].getparent()
    return next((later for later in range(index + 1, most) if rows[later].getparent() is not group), most)


def _row(source: HtmlElement, index: int, last: int, taken: set[tuple[int, int]]) -> Iterator[TableCell]:
    column = 0
    for element in source.iterchildren("td", "th"):
        while (index, column) in taken:
            column += 1
        wanted = _span(element, "colspan", 1)
        across = next((x for x in range(1, wanted) if (index, column + x) in taken), wanted)
        down = min(_span(element, "rowspan", last - index), last - index)
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


def _span(element: HtmlElement, name: str, rest: int) -> int:
    """A span as written, at most as HTML allows; 0 is the rest."""
    value = element.get(name) or "1"
    return min(int(value), 1000) or rest if value.isdecimal() else 1
