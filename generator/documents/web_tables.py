"""Rows of an HTML table with the words of cells over several columns or rows in each of their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from lxml.etree import _Element

_SPAN_LIMIT = 60
"""Columns or rows that a cell may span at most; browsers take a thousand."""

_CELL_LENGTH = 400
"""Characters of a cell at most; a longer one holds a page, whose table only lays it out."""


def is_data_table(element: _Element) -> bool:
    """Whether a table holds data; one with a table or a long text in a cell, or with one cell, lays out a page."""
    if element.tag != "table" or element.find(".//table") is not None:
        return False
    cells = list(element.iter("td", "th"))
    return len(cells) > 1 and all(sum(map(len, cell.itertext())) <= _CELL_LENGTH for cell in cells)


def spanned_rows(table: _Element, words_of: Callable[[_Element], str]) -> Iterator[list[str]]:
    """The words of every row by column.  A cell over several rows is in each of them; over several columns in the first."""
    above: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        words: dict[int, str] = {}
        below: dict[int, tuple[int, str]] = {}
        for at, (left, text) in above.items():
            words[at] = text
            if left > 1:
                below[at] = left - 1, text
        for cell in row.iterchildren("td", "th"):
            at = next(place for place in count() if place not in words)
            text, deep = words_of(cell), _span(cell, "rowspan")
            for place in range(at, at + _span(cell, "colspan")):
                words[place] = text if place == at else ""
                if deep > 1:
                    below[place] = deep - 1, words[place]
        above = below
        if words:
            yield [words[at] for at in sorted(words)]


def _span(cell: _Element, name: str) -> int:
    text = cell.get(name) or ""
    return min(max(int(text), 1), _SPAN_LIMIT) if text.isascii() and text.isdigit() and len(text) <= 4 else 1
