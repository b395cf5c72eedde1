"""Tables of a Word file: their rows and cells as if all changes were accepted, each cell in its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element

from generator.documents.word import names
from generator.load.wordprocessing import W, setting
from generator.model.transcript import LeftOut, ReadLine, Reason

ROW, CELL = f"{W}tr", f"{W}tc"
_WIDTH_LIMIT = 1024
_SPAN_LIMIT = 256
"""Columns that a cell or gap may span at most; Word itself allows 63."""

_REPEATED_LENGTH = 200
_DITTO = "〃"
_DIGITS = 9


class TableChild(NamedTuple):
    """A row or cell, and whether a content control around it waits to be filled in."""

    element: _Element
    is_placeholder: bool


def table_children(parent: _Element, tag: str, is_placeholder: bool = False) -> Iterator[TableChild]:
    """The rows of a table or the cells of a row, within content controls and custom XML as well."""
    for child in parent:
        if child.tag == tag:
            yield TableChild(child, is_placeholder)
        elif child.tag == names.CONTROL:
            for content in child.iterchildren(names.CONTROL_CONTENT):
                yield from table_children(content, tag, is_placeholder or names.is_placeholder(child))
        elif child.tag == names.ALTERNATES:
            found = names.branch(child)
            if found is not None:
                yield from table_children(found, tag, is_placeholder)
        elif child.tag not in {ROW, CELL, names.TABLE, *names.REMOVED}:
            yield from table_children(child, tag, is_placeholder)


def lays_out(table: _Element) -> bool:
    """Whether a table only lays a page out: one cell in every row, and in one of them several paragraphs."""
    paragraphs = 0
    for row, _ in table_children(table, ROW):
        cells = [cell for cell, _ in table_children(row, CELL)]
        if len(cells) > 1 or any(is_removed(cell) or goes_on(cell) for cell in cells):
            return False
        paragraphs = max(paragraphs, *(_filled(cell) for cell in cells), 0)
    return paragraphs > 1


def _filled(cell: _Element) -> int:
    """How many paragraphs of a cell have words; of a long cell, the first two."""
    words = (paragraph.find(f".//{names.TEXT}") is not None for paragraph in cell.iterchildren(names.PARAGRAPH))
    return sum(1 for _ in islice(filter(None, words), 2))


def is_removed(element: _Element) -> bool:
    """Whether a revision has taken this row or cell away (ECMA-376 17.13.5.12, 17.13.5.1)."""
    row = element.tag == ROW
    return element.find(f"{W}trPr/{W}del" if row else f"{W}tcPr/{W}cellDel") is not None


def goes_on(cell: _Element) -> bool:
    """Whether the cell above reaches down into this one, so that Word displays nothing of its own."""
    return _merge(cell.find(f"{W}tcPr")) == "continue"


class Columns:
    """The columns of a table: where each cell stands, and which text goes on into the rows below."""

    def __init__(self) -> None:
        self._merged: dict[int, str] = {}

    def begin(self, row: _Element) -> int:
        """The column of the first cell of a row."""
        properties = row.find(f"{W}trPr")
        _span(properties, "gridAfter", 0)
        return _span(properties, "gridBefore", 0)

    def cells(self, cell: _Element, at: int, words: str) -> Sequence[str]:
        """The text of a cell in each column that it spans; the text of a cell above that reaches down to it comes again.

        A task table gives a unit once for several rows; each row is read by itself.
        """
        properties = cell.find(f"{W}tcPr")
        merge = _merge(properties)
        if merge == "continue":
            above = self._merged.get(at, "")
            words = words or (above if len(above) <= _REPEATED_LENGTH else _DITTO)
        elif merge == "restart":
            self._merged[at] = words
        else:
            self._merged.pop(at, None)
        if properties is not None and properties.find(f"{W}hMerge") is not None:
            continues = setting(properties, "hMerge") != "restart"
            words = "" if continues else words
        return [words, *[""] * (_span(properties, "gridSpan", 1) - 1)]


def _merge(properties: _Element | None) -> str | None:
    """How a cell is merged with those above and below it; a tracked merge counts as accepted (`w:cellMerge`)."""
    if properties is None:
        return None
    tracked = properties.find(f"{W}cellMerge")
    if tracked is not None:
        return {"cont": "continue", "rest": "restart"}.get(tracked.get(f"{W}vMerge") or "")
    if properties.find(f"{W}vMerge") is None:
        return None
    return setting(properties, "vMerge") or "continue"


def _span(properties: _Element | None, name: str, otherwise: int) -> int:
    """A number of columns; raises ValueError beyond any that Word knows."""
    stated = setting(properties, name) or ""
    if not (stated.isascii() and stated.isdigit()):
        return otherwise
    if len(stated) > _DIGITS or int(stated) > _SPAN_LIMIT:
        raise ValueError(f"a cell over {stated[:_DIGITS]} columns")
    return max(int(stated), otherwise)


class RowBuilder:
    """A row while it is read: the text of its cells, and what was left out in them."""

    def __init__(self, empty: int) -> None:
        """`empty` is the number of columns before its first cell."""
        self._cells = [""] * empty
        self._place = 2 + 3 * empty
        self._left_out: list[LeftOut] = []

    @property
    def width(self) -> int:
        """The columns so far."""
        return len(self._cells)

    def leave(self, left_out: Sequence[LeftOut]) -> None:
        """What was left out in the next cell."""
        self._left_out += [left._replace(at=self._place) for left in left_out]

    def add(self, cells: Sequence[str]) -> None:
        """The next columns; raises ValueError where there are more than any table has."""
        # A bar would end the cell.
        self._cells += [each.replace("|", "｜") for each in cells]
        self._place += sum(len(each) + 3 for each in cells)
        if len(self._cells) > _WIDTH_LIMIT:
            raise ValueError("a row of too many columns")

    def line(self) -> ReadLine:
        """The row as a line."""
        return ReadLine(f"| {' | '.join(self._cells)} |", self._left_out, is_row=True)


def covered(cell: _Element) -> Sequence[ReadLine]:
    """What a cell has that the one above covers: Word does not display it."""
    words = raw_words(cell)
    return [ReadLine(None, [LeftOut(Reason.HIDDEN, words, 0)])] if words else []


def raw_words(element: _Element) -> str:
    """The words of an element in one line, whatever they are."""
    return " ".join("".join(each.text or "" for each in element.iter(names.TEXT)).split())
