"""The tables of a text: their rows as cells, and those of them that are task tables.

A table is lines of cells, `| 甲 | 乙 |`, Markdown's without outer bars, or with tabs between the cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.documents.outline.table_columns import CellText, TaskColumn, below_heads, columns_of
from generator.model.text_line import TextLine

_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BETWEEN = re.compile(r"[（(]?续[上表]?表?[）)]?$")
"""What may stand between the halves of a table that goes over a page."""

_MARKS = " \t\u00a0\u3000*"


class TableLine(NamedTuple):
    """A row with its line."""

    line: TextLine
    cells: list[CellText]


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
    """Consecutive rows; blank lines and 续表 between them do not part a table."""
    block: list[TableLine] = []
    bare, mark = False, ""
    for at, line in enumerate(lines):
        begins = not _ROW.match(line.text) and "|" in line.text and at + 1 < len(lines) and _is_rule(lines[at + 1])
        bare = begins or (bare and bool(block) and not line.is_blank)
        before, mark = mark, _mark(line, bare=bare) or (mark if line.is_blank or _BETWEEN.match(line.bare) else "")
        if mark != before:
            yield block
            block = []
        if mark and mark in line.text and not line.is_blank and not _is_rule(line):
            block.append(TableLine(line, list(_cells(line, mark, outer=not bare and mark == "|"))))
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
    at = 0
    heads: set[tuple[str, ...]] = set()
    while at < len(block):
        words = _words(block[at])
        following = _words(block[at + 1]) if at + 1 < len(block) else ()
        taken, columns = _head(words, () if following in heads else following)
        if words in heads:
            taken = 1
        elif columns is not None:
            if table is not None:
                yield table
            table = TaskTable(columns, [], 0)
            heads = {_words(row) for row in block[at : at + taken]}
        elif table is not None:
            taken = 1
            table.rows.append(block[at])
        if table is not None:
            table = table._replace(end=block[at + taken - 1].line.end)
        at += taken
    if table is not None:
        yield table


def _words(row: TableLine) -> tuple[str, ...]:
    return tuple(cell.words for cell in row.cells)


def _head(words: Sequence[str], following: Sequence[str]) -> tuple[int, tuple[TaskColumn, ...] | None]:
    """How many rows a head takes, and the columns below it."""
    divided = below_heads(words, following) if following else None
    columns = columns_of(divided) if divided is not None else None
    return (2, columns) if columns is not None else (1, columns_of(words))
