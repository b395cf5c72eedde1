"""A whole workbook: of which unit and year it is, which sheet is which part of which file, and the rows of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from generator.load.workbook.columns import ColumnPlan, plan_columns
from generator.load.workbook.csv_grid import read_csv
from generator.load.workbook.grids import read_workbook
from generator.load.workbook.incoming_rows import read_rows
from generator.load.workbook.lines import TableLines
from generator.load.workbook.units import Expected, UnitSheets, sheets_by_unit
from generator.model.files import RECORD_FILES
from generator.model.grid import Grid
from generator.model.incoming import IncomingTable
from generator.model.nearest import nearest
from generator.model.problem import Problem, has_errors
from generator.model.problem_codes import report
from generator.model.record import Audience, Source, column_letters
from generator.model.record_file import Owner, RecordFile
from generator.model.sheet import cells_digest
from generator.model.sheet_layout import SheetLayout
from generator.model.workbook_stamp import OWN_SHEETS

_ALIKE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookRead:
    """What a workbook holds.  `untouched` is set where nobody changed anything; then nothing else is known of it.

    `grids` are its sheets, `heads` the rows of the heads of those that are known, `tables` what stands in them.
    """

    name: str
    untouched: bool = False
    tables: tuple[IncomingTable, ...] = ()
    grids: tuple[Grid, ...] = ()
    heads: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_incoming(data: bytes, name: str, expected: Expected) -> WorkbookRead:
    """The rows of a workbook (or of a .csv file, which is one sheet); `name` is what messages call it."""
    grids, problems = (read_csv if name.lower().endswith(".csv") else read_workbook)(data, name)
    if has_errors(problems):
        return WorkbookRead(name=name, problems=tuple(problems))
    sheets, told = sheets_by_unit(grids, Source(name), expected)
    problems += told
    tables: list[IncomingTable] = []
    heads: dict[str, int] = {}
    for each in sheets:
        planned, told = _planned(each, expected.year)
        problems += told
        if each.digest and not told and _digest(planned) == each.digest:
            return WorkbookRead(name=name, untouched=True, problems=tuple(problems))
        for sheet in planned:
            made, told = _table(sheet, {**each.unit.parts, "year": str(expected.year)}, whole=bool(each.digest))
            tables += [made] if sheet.sound else []
            heads[sheet.lines.grid.place.path] = sheet.lines.plan.head
            problems += [*told, *_hidden(sheet.lines), *_examples(sheet.lines)]
    return WorkbookRead(
        name=name, tables=tuple(tables), grids=grids, heads=heads, problems=tuple(dict.fromkeys(problems))
    )


@cache
def _sheets(owner: Owner, audience: Audience) -> tuple[tuple[RecordFile, SheetLayout], ...]:
    files = (file for file in RECORD_FILES if file.owner is owner)
    return tuple((file, layout) for file in files for layout in file.sheets(audience))


class _KnownSheet(NamedTuple):
    """A sheet whose file is known; not `sound` where its columns are not, and then its rows are looked at but stay out.

    A row without a column that was renamed is not what was meant.
    """

    file: RecordFile
    lines: TableLines
    sound: bool


def _planned(given: UnitSheets, year: int) -> tuple[list[_KnownSheet], list[Problem]]:
    """The sheets that are known, in the workbook's order; what is wrong with their heads and said of the others."""
    sheets = {layout.title: (file, layout) for file, layout in _sheets(given.unit.owner, given.audience)}
    grids = given.grids
    known: list[_KnownSheet] = []
    problems: list[Problem] = []
    unknown: list[Grid] = []
    for grid in grids:
        if grid.title.strip() not in sheets:
            unknown.append(grid)
            continue
        file, layout = sheets[grid.title.strip()]
        plan, told = plan_columns(layout, grid)
        problems += told
        if plan is not None:
            known.append(_KnownSheet(file, TableLines.of(layout, grid, plan, year), not has_errors(told)))
    free = [title for title in sheets if title not in {grid.title.strip() for grid in grids}]
    problems += (each for grid in unknown for each in _unknown(grid, free))
    return known, problems


def _unknown(grid: Grid, free: list[str]) -> Iterator[Problem]:
    """What is said of a sheet that no file has; nothing of ours, of hidden and of empty ones."""
    if grid.hidden or grid.title in OWN_SHEETS or not any(value != "" for row in grid.rows for value in row):
        return
    meant = nearest(grid.title, free, _ALIKE)
    if meant:
        yield report("T111", grid.place, f"没有“{grid.title}”这张表，又缺少“{meant}”", f"是不是想写“{meant}”？")
    else:
        hint = "内容留在退回的工作簿里；要导入的，请移到已有的表里。"
        yield report("T119", grid.place, f"不认识“{grid.title}”这张表，没有导入", hint)


def _digest(planned: Sequence[_KnownSheet]) -> str:
    """The digest of all cells; empty where the sheets are not laid out as they were written out."""
    if any(each.lines.plan.aside or each.lines.plan.missing for each in planned):
        return ""
    return cells_digest((each.lines.layout, each.lines.plain()) for each in planned)


def _table(sheet: _KnownSheet, parts: Mapping[str, str], *, whole: bool) -> tuple[IncomingTable, list[Problem]]:
    file, layout, plan = sheet.file, sheet.lines.layout, sheet.lines.plan
    rows, none, problems = read_rows(sheet.lines)
    if layout.single and len(rows) > 1:
        told = f"“{layout.title}”只有一条，这里又写了一条"
        problems.append(report("T136", rows[1].source, told, "请合成一条。"))
    made = IncomingTable(
        file=file,
        parts={key: value for key, value in parts.items() if f"{{{key}}}" in file.pattern},
        key=layout.key,
        many=not layout.single,
        columns=frozenset(
            column.path for column, at in zip(layout.columns, plan.columns, strict=True) if at is not None
        ),
        rows=rows,
        whole=whole,
        none=none,
        audience=layout.audience,
    )
    return made, problems


def _examples(table: TableLines) -> Iterator[Problem]:
    """That a line without mark was taken for the example."""
    for at in table.examples:
        hint = "样例不导入；确有这一条的，请写在从 zhibu form 导出的工作簿里，留着“标识”一列。"
        yield report("T137", table.place(at, 0), "这一行和样例一样，没有“标识”看不出是不是真的", hint)


def _hidden(table: TableLines) -> Iterator[Problem]:
    """That rows and columns which nobody sees were read all the same."""
    grid, plan = table.grid, table.plan
    rows = [row for row in sorted(grid.hidden_rows) if plan.head < row < len(grid.rows) and any(grid.rows[row])]
    columns = [at for at in sorted(grid.hidden_columns) if at in plan.columns and _filled(grid, plan, at)]
    said = [f"{len(rows)} 行（第 {rows[0] + 1} 行起）"] if rows else []
    said += [f"{'、'.join(column_letters(at + 1) for at in columns)} 列"] if columns else []
    if said:
        told = f"有隐藏或筛选掉的内容：{'，'.join(said)}，也读了"
        yield report("T116", grid.place, told, "不要导入的，请删去，不是隐藏。")


def _filled(grid: Grid, plan: ColumnPlan, column: int) -> bool:
    return any(column < len(row) and row[column] != "" for row in grid.rows[plan.head + 1 :])
