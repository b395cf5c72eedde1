"""Which column of a sheet is which field: heads as people leave them, swapped, renamed, missing, with rows above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.load.workbook.heads import HEADS_WITHIN, OWN_HEADS, find_heads
from generator.model.grid import Grid
from generator.model.nearest import nearest
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import column_letters
from generator.model.sheet import MARK
from generator.model.sheet_layout import SheetLayout

_ALIKE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPlan:
    """Where the columns of a layout stand: `head` is the row of the heads, `columns` the column of each field, from 0.

    `mark` is the column of the marks; `aside` are the columns that no field is for, with their heads.
    """

    head: int
    columns: tuple[int | None, ...]
    mark: int | None
    aside: tuple[tuple[int, str], ...]

    @property
    def missing(self) -> frozenset[int]:
        """The numbers of the layout's columns that the sheet does not have."""
        return frozenset(number for number, column in enumerate(self.columns) if column is None)


def plan_columns(layout: SheetLayout, grid: Grid) -> tuple[ColumnPlan | None, list[Problem]]:
    """The columns of a sheet; None where its heads are not found."""
    heads = find_heads(layout, grid)
    if heads is None:
        known = "、".join(column.label for column in layout.columns[:4])
        told = f"没有找到表头，表头是{known}等"
        return None, [report("T112", grid.place, told, f"请留着表头一行，前 {HEADS_WITHIN} 行之内都可以。")]
    head = heads.row
    found: dict[int, int] = {}
    problems: list[Problem] = []
    unknown: list[tuple[int, str]] = []
    for column, text in enumerate(heads.texts):
        number = layout.at(text)
        if number is None:
            unknown += [(column, text)] if _is_field(grid, head, column, text) else []
        elif number in found:
            told = f"“{text}”有两列，另一列是 {column_letters(found[number] + 1)}"
            problems.append(report("T114", grid.at(head, column), told, "请合成一列，或删去一列。"))
        else:
            found[number] = column
    plan = ColumnPlan(
        head=head,
        columns=tuple(found.get(number) for number in range(len(layout.columns))),
        mark=heads.texts.index(MARK) if MARK in heads.texts else None,
        aside=tuple(unknown),
    )
    return plan, [*problems, *_unknown(layout, grid, plan), *_lacking(layout, grid, plan)]


def _is_field(grid: Grid, head: int, column: int, text: str) -> bool:
    """Whether a column without a field holds something: a head, or values below none."""
    if text:
        return text not in OWN_HEADS
    return any(column < len(row) and row[column] != "" for row in grid.rows[head + 1 :])


def _unknown(layout: SheetLayout, grid: Grid, plan: ColumnPlan) -> Iterator[Problem]:
    free = [layout.columns[number].label for number in sorted(plan.missing)]
    for column, text in plan.aside:
        source = grid.at(plan.head, column)
        meant = nearest(text, free, _ALIKE) if text else None
        if meant:
            free.remove(meant)
            yield report("T113", source, f"没有“{text}”这一列，又缺少“{meant}”", f"是不是想写“{meant}”？")
        else:
            told = f"“{text}”这一列没有对应的栏目" if text else f"{column_letters(column + 1)} 列没有表头"
            yield report("T118", source, f"{told}，没有导入", "内容留在退回的工作簿里；要导入的请改成已有的列名。")


def _lacking(layout: SheetLayout, grid: Grid, plan: ColumnPlan) -> Iterator[Problem]:
    """Columns without which no row can be: the row's own, and those of a list of which the sheet has others."""
    renamed = {nearest(text, [column.label for column in layout.columns], _ALIKE) for _, text in plan.aside if text}
    for number in sorted(plan.missing):
        column = layout.columns[number]
        others = any(plan.columns[each] is not None for each in layout.lists[column.listed])
        if column.required and column.label not in renamed and (others or not column.listed):
            hint = f"请补上“{column.label}”一列；不知道从哪里补的，用 zhibu form 再导出一份。"
            yield report("T115", grid.at(plan.head, 0), f"缺少“{column.label}”一列", hint)
