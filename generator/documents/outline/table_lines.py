"""The tables of a text: their rows as cells, and those of them that are task tables.

A table is lines of cells, `| 甲 | 乙 |`, Markdown's without outer bars, or with tabs between the cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.documents.outline.table_columns import CellText, ColumnKind, TaskColumn, below_heads, columns_of
from generator.model.numerals import number
from generator.model.text_line import TextLine

_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BETWEEN = re.compile(r"[（(]?续[上表]?表?[）)]?$")
"""What may stand between the halves of a table that goes over a page."""

_MARKS = " \t\u00a0\u3000*"


class TableLine(NamedTuple):
    """A row with its line; `apart` behind a blank line."""

    line: TextLine
    cells: list[CellText]
    apart: bool


class TaskTable(NamedTuple):
    """A table below its head; the rows of the head are not in `rows`."""

    columns: tuple[TaskColumn, ...]
    rows: list[TableLine]
    end: int


def task_tables(lines: Sequence[TextLine]) -> Iterator[TaskTable]:
    """The task tables among these lines."""
    for block in _blocks(lines):
        yield from _tables(block)


def _blocks(lines: Sequence[TextLine]) -> Iterator[list[TableLine]]:
    """Rows with nothing but blank lines and 续表 between them."""
    block: list[TableLine] = []
    bare, mark, apart = False, "", False
    for at, line in enumerate(lines):
        begins = not _ROW.match(line.text) and "|" in line.text and at + 1 < len(lines) and _is_rule(lines[at + 1])
        bare = begins or (bare and bool(block) and not line.is_blank)
        before, mark = mark, _mark(line, bare=bare) or (mark if line.is_blank or _BETWEEN.match(line.bare) else "")
        if mark != before:
            yield block
            block = []
        if mark and mark in line.text and not line.is_blank and not _is_rule(line):
            block.append(TableLine(line, list(_cells(line, mark, outer=not bare and mark == "|")), apart))
        apart = line.is_blank
    yield block


def _mark(line: TextLine, *, bare: bool) -> str:
    """What divides the cells of a row: a bar, or a tab where a table was copied; empty where the line is no row."""
    if "|" in line.text:
        return "|" if bare or _ROW.match(line.text) else ""
    return "\t" if "\t" in line.text.strip() else ""


def _is_rule(line: TextLine) -> bool:
    return "-" in line.text and "|" in line.text and _RULE.match(line.text) is not None


def _cells(line: TextLine, mark: str, *, outer: bool) -> Iterator[CellText]:
    """The cells of a row; without `outer` bars, the first and last bar have a cell on either side."""
    lead = len(line.text) - len(line.text.lstrip()) + 1 if outer else 0
    at = line.start + lead
    inner = line.text.rstrip().removesuffix("|") if outer else line.text
    for words in inner[lead:].split(mark):
        bare = words.strip(_MARKS)
        start = at + (words.find(bare) if bare else len(words))
        yield CellText(bare, start, start + len(bare))
        at += len(words) + 1


def _tables(block: Sequence[TableLine]) -> Iterator[TaskTable]:
    """The task tables of consecutive rows: each begins with a head; a head that comes again begins no other."""
    table: TaskTable | None = None
    heads: set[tuple[str, ...]] = set()
    at = 0
    while at < len(block):
        if table is not None and _ends(table, heads, block[at]):
            yield table
            table, heads = None, set()
        taken, columns = _head(block[at : at + 2], heads)
        if columns is not None:
            if table is not None:
                yield table
            table, heads = TaskTable(columns, [], 0), {_words(row) for row in block[at : at + taken]}
        elif table is not None and _words(block[at]) not in heads:
            table.rows.append(block[at])
        if table is not None:
            table = table._replace(end=block[at + taken - 1].line.end)
        at += taken
    if table is not None:
        yield table


def _ends(table: TaskTable, heads: set[tuple[str, ...]], row: TableLine) -> bool:
    """Whether a row is of another table: it stands behind a blank line and is no head and not the next number."""
    if not row.apart or _words(row) in heads:
        return False
    at = next((at for at, column in enumerate(table.columns) if column.kind is ColumnKind.NUMBER), None)
    if at is None or not table.rows or len(row.cells) != len(table.columns):
        return True
    before, after = (each.cells[at].words if at < len(each.cells) else "" for each in (table.rows[-1], row))
    return not (before.isdecimal() and after.isdecimal() and number(after) == (number(before) or 0) + 1)


def _words(row: TableLine) -> tuple[str, ...]:
    return tuple(cell.words for cell in row.cells)


def _head(rows: Sequence[TableLine], heads: set[tuple[str, ...]]) -> tuple[int, tuple[TaskColumn, ...] | None]:
    """How many of two rows are the head of a table, and the columns below it; none of a head that comes again."""
    words, *following = (_words(row) for row in rows)
    if words in heads:
        return 1, None
    divided = below_heads(words, following[0]) if following and following[0] not in heads else None
    columns = columns_of(divided) if divided is not None else None
    return (2, columns) if columns is not None else (1, columns_of(words))
