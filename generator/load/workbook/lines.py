"""The lines of a sheet below its heads, a text for each field: as they stand, and as a YAML file would hold them."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.load.invisible import character_problem, invisible_characters, is_plain
from generator.load.workbook.cell_reading import read_cell
from generator.load.workbook.columns import ColumnPlan
from generator.load.workbook.examples import example_mark
from generator.load.workbook.written_days import Misread
from generator.model.cell_text import cell_text, cell_value, clean
from generator.model.grid import CellValue, Grid, UnreadCell, cell_in_plain
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.sheet_layout import SheetColumn, SheetLayout
from generator.model.source_text import PLACEHOLDER

_HOURS = "学时"
"""What a field of hours is called, everywhere."""


@dataclass(frozen=True, slots=True)
class TableLines:
    """The lines of a sheet: a mark and a text for each column of the layout, whether the sheet has it or not."""

    layout: SheetLayout
    grid: Grid
    plan: ColumnPlan
    examples: dict[int, str] = field(default_factory=dict)
    values: list[list[CellValue]] = field(default_factory=list)

    @classmethod
    def of(cls, layout: SheetLayout, grid: Grid, plan: ColumnPlan, year: int) -> TableLines:
        """The lines below the heads, values of merged cells repeated where people mean them to be.

        Where there are no marks, `examples` are those of the lines that say what the example of that year does.
        """
        made = cls(layout, grid, plan)
        for row in grid.rows[plan.head + 1 :]:
            made.values.append([row[at] if at is not None and at < len(row) else "" for at in plan.columns])
        made._repeat_merged()
        if plan.mark is None:
            present = [at is not None for at in plan.columns]
            marks = ((at, example_mark(layout, line, present, year)) for at, (_, *line) in enumerate(made.plain()))
            made.examples.update((at, mark) for at, mark in marks if mark)
        return made

    def marks(self) -> list[str]:
        """The mark of each line; empty where the sheet has none."""
        at, below = self.plan.mark, self.grid.rows[self.plan.head + 1 :]
        if at is None:
            return [self.examples.get(number, "") for number in range(len(below))]
        return [cell_in_plain(row[at]).strip() if at < len(row) else "" for row in below]

    def plain(self) -> list[list[str]]:
        """Every line as it stands, its mark first."""
        return [
            [mark, *(value if type(value) is str else _shown(value) for value in line)]
            for mark, line in zip(self.marks(), self.values, strict=True)
        ]

    def read(self, number: int) -> tuple[list[str], list[Problem]]:
        """A line as a YAML file would hold it, without its mark, and what in it was not understood."""
        made: list[str] = []
        problems: list[Problem] = []
        for at, given in enumerate(self.values[number]):
            value, unseen = _visible(given, self.place(number, at))
            problems += unseen
            text = self._text(self.layout.columns[at], value) if value != "" else ""
            if isinstance(text, Misread):
                problems.append(report(text.code, self.place(number, at), text.message, text.hint))
                text = PLACEHOLDER
            made.append(text)
        return made, problems

    def place(self, number: int, at: int) -> Source:
        """The position of the cell of a column in a line; the row's where the sheet does not have the column."""
        column, row = self.plan.columns[at], self.plan.head + 1 + number
        return self.grid.at(row, column) if column is not None else Source(self.grid.place.path, row + 1, 0)

    def _text(self, column: SheetColumn, value: CellValue) -> str | Misread:
        if not (column.many and isinstance(value, str)):
            return self._one(column, value)
        parts = cell_value(column.kind, value, many=True, words=column.choices)
        read = [self._one(column, part) for part in parts]
        wrong = next((part for part in read if isinstance(part, Misread)), None)
        return wrong or (cell_text(column.kind, read, many=True, words=column.choices) if parts else value)

    def _one(self, column: SheetColumn, value: CellValue) -> str | Misread:
        hours, grid = column.path[-1] == _HOURS, self.grid
        return read_cell(
            column.kind, value, column.choices, hours=hours, from_1904=grid.from_1904, untyped=grid.untyped
        )

    def _repeat_merged(self) -> None:
        """A value that is merged over several lines holds for each that has something else of its own, or begins a row."""
        own = set(self.layout.lists.get((), ()))
        fields = {at: number for number, at in enumerate(self.plan.columns) if at is not None}
        for (top, left), (bottom, _) in self.grid.merged:
            first, number = top - self.plan.head - 1, fields.get(left)
            if first < 0 or number is None or first >= len(self.values):
                continue
            beside = {*self.layout.lists[self.layout.columns[number].listed], *own} - {number}
            for line in self.values[first + 1 : bottom - self.plan.head]:
                if any(line[each] != "" for each in beside):
                    line[number] = self.values[first][number]


def _visible(value: CellValue, place: Source) -> tuple[CellValue, list[Problem]]:
    """A value without the characters that nobody can see, and a Problem for each of these."""
    if not isinstance(value, str) or is_plain(value):
        return value, []
    text = clean(value)
    unseen = invisible_characters(text)
    kept = "".join(each for each in text if each not in unseen)
    return kept, [character_problem(each, place, text.count(each)) for each in unseen]


def _shown(value: CellValue) -> str:
    return PLACEHOLDER if isinstance(value, UnreadCell) else cell_in_plain(value)
