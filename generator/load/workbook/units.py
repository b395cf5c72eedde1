"""Whose a workbook is: as its hidden sheet says, as the command says, or row by row as another system's table says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from generator.load.workbook.mapped import mapped_grids
from generator.model.column_map import ColumnMap
from generator.model.grid import Grid
from generator.model.nearest import did_you_mean, nearest
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Audience, Source
from generator.model.record_file import Owner
from generator.model.workbook_stamp import STAMP_SHEET, STAMP_VERSION, WorkbookStamp

_AUDIENCES = frozenset(Audience)
_OWNERS: Mapping[str, Owner] = MappingProxyType({"branch": Owner.BRANCH, "committee": Owner.COMMITTEE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportUnit:
    """A unit whose workbooks may come: its `scope` (`branch:xx-1`), its name, and the variable parts of its paths."""

    scope: str
    name: str
    parts: Mapping[str, str]

    @property
    def owner(self) -> Owner:
        """What kind of unit it is."""
        return _OWNERS.get(self.scope.partition(":")[0], Owner.INSTITUTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Whose workbooks are imported: units by their scope, the year, and the unit of a table that does not say whose it is.

    `column_map` is how tables of another system are read, if they are.
    """

    units: Mapping[str, ImportUnit]
    year: int
    scope: str = ""
    column_map: ColumnMap | None = None


class UnitSheets(NamedTuple):
    """The sheets of one unit, in its edition; `digest` is that of all cells as they were written out, if they were."""

    unit: ImportUnit
    audience: Audience
    grids: Sequence[Grid]
    digest: str = ""


def sheets_by_unit(grids: Sequence[Grid], source: Source, expected: Expected) -> tuple[list[UnitSheets], list[Problem]]:
    """The sheets of each unit that a file has something of; none where it is of nobody who is asked for, and why."""
    if expected.column_map is not None:
        return _mapped(grids, source, expected, expected.column_map)
    stamp = _stamp(grids)
    unit, problems = _unit(stamp, source, expected)
    if unit is None:
        return [], problems
    audience = Audience(stamp.audience) if stamp and stamp.audience in _AUDIENCES else Audience.RESTRICTED
    return [UnitSheets(unit, audience, grids, stamp.digest if stamp else "")], []


def _mapped(
    grids: Sequence[Grid], source: Source, expected: Expected, column_map: ColumnMap
) -> tuple[list[UnitSheets], list[Problem]]:
    """The sheets of every branch that tables of another system tell of."""
    branches = [unit for unit in expected.units.values() if unit.owner is Owner.BRANCH]
    ids = {name: unit.scope for unit in branches for name in (unit.name, unit.parts["branch"]) if name}
    ids |= {name: f"branch:{id}" for name, id in column_map.branches.items()}
    found, problems = mapped_grids(grids, column_map, ids)
    by_unit: dict[str, list[Grid]] = {}
    for each in found:
        scope = each.branch or expected.scope
        if scope in expected.units:
            by_unit.setdefault(scope, []).append(each.grid)
        elif each.branch:
            told = f"这次导入的范围里没有“{each.branch}”"
            problems.append(
                report(
                    "T131",
                    each.place,
                    told,
                    did_you_mean(each.branch, ids, "请核对 --scope，或在列名对照的“支部”里写明编号。"),
                )
            )
        else:
            problems.append(_nobodys(source))
    return [UnitSheets(expected.units[scope], Audience.RESTRICTED, grids) for scope, grids in by_unit.items()], problems


def _stamp(grids: Iterable[Grid]) -> WorkbookStamp | None:
    hidden = next((grid for grid in grids if grid.title == STAMP_SHEET), None)
    return WorkbookStamp.read([[str(value) for value in row] for row in hidden.rows]) if hidden else None


def _unit(stamp: WorkbookStamp | None, source: Source, expected: Expected) -> tuple[ImportUnit | None, list[Problem]]:
    """Whose workbook it is; None where it is not one that is asked for."""
    scope = stamp.scope if stamp else expected.scope
    if not scope:
        return None, [_nobodys(source)]
    if stamp and stamp.version != STAMP_VERSION:
        told = f"是另一版格式的工作簿（{stamp.version or '没有写明'}，本程序用 {STAMP_VERSION}）"
        return None, [report("T134", source, told, "请用 zhibu form 再导出一份，把内容复制过去。")]
    unit = expected.units.get(scope)
    if unit is None:
        meant = nearest(scope, expected.units)
        told = f"是 {scope} 的工作簿，这次导入的范围里没有它"
        return None, [report("T131", source, told, f"是不是想写 {meant}？" if meant else "请核对 --scope 和文件夹名。")]
    if stamp and stamp.year != str(expected.year):
        hint = f"请核对文件；确要导入的，加上 --year {stamp.year}。"
        return None, [report("T133", source, f"是 {stamp.year} 年的工作簿，现在导入的是 {expected.year} 年", hint)]
    return unit, []


def _nobodys(source: Source) -> Problem:
    hint = "请用 --scope branch:编号 写明；从 zhibu form 导出的工作簿自己写明。"
    return report("T135", source, "看不出是哪个单位的", hint)
