"""Task tables (任务分解表): their rows become labelled lines, so that every row is a clause.

A cell of several columns leaves empty ones; one that goes on from the row above repeats it, or is 〃.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.documents.outline.table_columns import DITTO, CellText, ColumnKind, TableTask
from generator.documents.outline.table_lines import TableLine, TaskTable, task_tables
from generator.model.clause import Style
from generator.model.numerals import HAN, number
from generator.model.text_line import Label, TextLine

_NO_GROUP = re.compile(r"[*\s]*(?:备?注|说明|合计|总计|填[报表]|续表|附)|.*[。；]$")
_NO_TASK = re.compile(r"[*\s]*(?:备?注|说明|[合总小]计)[*：:\s]*")
"""What a row without a task begins with: its other cells are totals or remarks."""

_GROUP_LENGTH = 60
_BARS = " \t\u00a0\u3000*|"
_IN_CHINESE = re.compile(rf"[（(]?[{HAN}]{{1,3}}[）)]?[、.．]?")
_LEADING = re.compile(rf"(?:[（(][\d{HAN}]{{1,3}}[）)]|\d{{1,3}}(?:[.．](?!\d)|、)|[{HAN}]{{1,3}}、)\s*(?=\S)")
"""The number of a task in its own cell."""

_COUNTED = re.compile(r"[（(]?([^\s（）().．、]{1,4})[）)]?[.．、]?")
_ROW_RANK, _COLUMN_RANK, _BAND_RANK = 20.0, 19.5, 19.0
"""Below every numbered clause: a row, the group that a column names, the group that a whole row names."""


def label_tasks(lines: Sequence[TextLine]) -> tuple[list[TextLine], Mapping[int, TableTask]]:
    """The lines with the rows of task tables labelled, and what each of these rows holds, by the start of its line.

    The first row of a group becomes two lines, the group and the row.
    """
    labelled: dict[int, list[TextLine]] = {}
    rows: dict[int, TableTask] = {}
    for table in task_tables(lines):
        reader = _TableReader(table)
        reader.read()
        labelled |= reader.labelled
        rows |= reader.rows
    return [each for line in lines for each in labelled.get(line.start, (line,))], rows


class _TableReader:
    """Labels the rows of one table."""

    def __init__(self, table: TaskTable) -> None:
        self._columns, self._lines, self._end = table
        tasks = [at for at, column in enumerate(self._columns) if column.kind is ColumnKind.TASK]
        self._last_task = tasks[-1]
        self._number = self._first(ColumnKind.NUMBER)
        self._group = self._group_column(tasks)
        self._task = next(at for at in tasks if at != self._group)
        self._named = frozenset(at for at in (self._number, self._group) if at is not None)
        self._numbers_groups = self._group is not None and self._number is not None and self._goes_on(self._number)
        self._above: tuple[CellText, ...] = ()
        self._count = 0
        self.labelled: dict[int, list[TextLine]] = {}
        self.rows: dict[int, TableTask] = {}

    def _first(self, kind: ColumnKind) -> int | None:
        return next((at for at, column in enumerate(self._columns) if column.kind is kind), None)

    def _group_column(self, tasks: Sequence[int]) -> int | None:
        """The column that names a group of rows: 阶段, or one of which a row goes on from the row above."""
        for at, column in enumerate(self._columns[: self._last_task]):
            divides = column.kind is ColumnKind.GROUP or at in tasks[:-1]
            if divides and ("阶段" in column.head or self._goes_on(at)):
                return at
        return None

    def _goes_on(self, at: int) -> bool:
        """Whether a cell of the column is empty, or the same as the one above, beside a task."""
        above = ""
        for row in self._lines:
            words = row.cells[at].words if at < len(row.cells) else ""
            filled = self._last_task < len(row.cells) and row.cells[self._last_task].words
            if above and filled and (not words or words in DITTO or words == above):
                return True
            above = words or above
        return False

    def read(self) -> None:
        """Label every row and group."""
        for row in self._lines:
            band = self._band(row)
            if band is not None:
                self.labelled[row.line.start] = [_heading(row.line, band, row.line.end, _BAND_RANK)]
                self._above, self._count = (), 0
            elif (cells := self._whole(row)) is not None:
                self.labelled[row.line.start] = list(self._label(row, cells))
                self._above = cells

    def _band(self, row: TableLine) -> CellText | None:
        """The group that a row names which has one text only: 一、政治建设; beside it the number may be in Chinese."""
        filled = [cell for cell in row.cells if cell.words]
        numbered = len(filled) == 2 and self._number == 0 and _IN_CHINESE.fullmatch(row.cells[0].words)
        same = len({cell.words for cell in filled}) == 1 and len(filled) in {1, len(row.cells)}
        if not numbered and not (same and row.cells[0].words and not row.cells[0].words.isdecimal()):
            return None
        cell = filled[-1] if numbered else row.cells[0]
        return None if len(cell.words) > _GROUP_LENGTH or _NO_GROUP.match(cell.words) else cell

    def _whole(self, row: TableLine) -> tuple[CellText, ...] | None:
        """The cells of a row, those that mean the one above replaced by it; None where there is no task."""
        filled = [cell.words for cell in row.cells if cell.words]
        if filled and (_NO_TASK.fullmatch(filled[0]) or (len(filled) == 1 and _NO_GROUP.match(filled[0]))):
            return None
        if self._is_nested(row):
            return None
        missing = CellText("", row.line.end, row.line.end)
        cells = [*row.cells, *[missing] * (len(self._columns) - len(row.cells))]
        for at, above in enumerate(self._above[: len(cells)]):
            inherits = at == self._group or (
                at == self._task and any(self._is_fact(*each) for each in enumerate(cells))
            )
            if cells[at].words in DITTO or (inherits and not cells[at].words):
                cells[at] = above
        return tuple(cells) if cells[self._task].words else None

    def _is_nested(self, row: TableLine) -> bool:
        """Whether a row belongs to a table within a cell: it is shorter, and has words where its number would stand."""
        if self._number is None or len(row.cells) >= len(self._columns):
            return False
        words = "".join(cell.words for cell in row.cells[self._number : self._number + 1])
        return bool(words) and words not in DITTO and not any(map(str.isnumeric, words))

    def _is_fact(self, at: int, cell: CellText) -> bool:
        facts = {ColumnKind.UNITS, ColumnKind.DUE}
        return at < len(self._columns) and self._columns[at].kind in facts and bool(cell.words)

    def _label(self, row: TableLine, cells: tuple[CellText, ...]) -> Iterator[TextLine]:
        """The line of a row; before it, where a group begins, the line of the group."""
        line, begin = row.line, row.line.start
        group = cells[self._group] if self._group is not None else None
        if group is not None and group.words and not (self._above and self._same_group(cells)):
            begin = group.end
            yield _heading(line, group, begin, _COLUMN_RANK)
            self._count = 0
        written = self._written(row)
        if self._number is None and (leading := _LEADING.match(cells[self._task].words)):
            written, cells = leading[0].rstrip(), self._without(cells, leading.end())
        self._count = _value(written) or self._count + (not self._count or self._number is None or self._numbers_groups)
        texts = (at for at in range(self._from, len(row.cells)) if at not in self._named)
        body = next((cells[at].start if at == self._task else row.cells[at].start for at in texts), line.end)
        words = line.text[begin - line.start :]
        label = Label(Style.ROW, self._count, written, max(body - begin, 0), rank=_ROW_RANK)
        self.rows[begin] = TableTask(self._columns, cells, self._task, self._named, self._end)
        yield TextLine(begin, line.end, words, words.strip(_BARS), label)

    def _written(self, row: TableLine) -> str:
        """The number of a row, unless it is that of its group or of the row above."""
        if self._number is None or self._numbers_groups or self._number >= len(row.cells):
            return ""
        words = row.cells[self._number].words
        above = self._above[self._number].words if self._above else ""
        return "" if words in DITTO or words == above else words

    def _without(self, cells: Sequence[CellText], length: int) -> tuple[CellText, ...]:
        """The cells without the number that the task begins with."""
        task = cells[self._task]
        rest = CellText(task.words[length:], task.start + length, task.end)
        return (*cells[: self._task], rest, *cells[self._task + 1 :])

    def _same_group(self, cells: Sequence[CellText]) -> bool:
        return self._group is not None and self._above[self._group].words == cells[self._group].words

    @property
    def _from(self) -> int:
        """The column behind which the text of a row begins."""
        return max(self._named, default=-1) + 1 if self._group is not None else 0


def _heading(line: TextLine, group: CellText, end: int, rank: float) -> TextLine:
    words = line.text[: end - line.start]
    return TextLine(line.start, end, words, group.words, Label(Style.HEADING, 0, group.words, len(words), rank=rank))


def _value(written: str) -> int | None:
    found = _COUNTED.fullmatch(written)
    return number(found[1]) if found else None
