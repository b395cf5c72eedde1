"""Workbooks that units send back: read, and what could not be imported sent back with the reasons beside the cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from generator.errors import RecordsRefusedError, UnknownScopeError, reason
from generator.formats.workbook.returned import returned_workbook
from generator.load.records import read_record
from generator.load.workbook.book import WorkbookRead, read_incoming
from generator.load.workbook.units import Expected, ImportUnit
from generator.model.column_map import ColumnMap
from generator.model.files import BRANCH, COMMITTEE
from generator.model.nearest import nearest
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.profile import Profile
from generator.model.workbook_stamp import SCHOOL_SCOPE
from generator.output.private_file import write_private
from generator.settings import Scope, Settings

_KEPT_ASIDE = frozenset({"T118", "T119"})
_RETURNED = "退回"
_NUMBERED = re.compile(rf"-{_RETURNED}(\d*)$")


class ChosenFiles(NamedTuple):
    """Which of the files that are handed in are read; `superseded` are followed by what has been mended since."""

    read: tuple[Path, ...]
    superseded: Mapping[Path, Path]


def latest_files(files: Sequence[Path]) -> ChosenFiles:
    """Of a workbook and those that went back and came mended, the last: the others hold the faults that it is rid of."""
    last: dict[Path, Path] = {}
    for file in files:
        known = last.get(_unnumbered(file))
        if _times_returned(file) and (known is None or _times_returned(file) > _times_returned(known)):
            last[_unnumbered(file)] = file
    superseded = {file: last[_unnumbered(file)] for file in files if last.get(_unnumbered(file), file) != file}
    return ChosenFiles(tuple(file for file in files if file not in superseded), superseded)


def _unnumbered(file: Path) -> Path:
    """The file as it first came, without its suffix."""
    return _folder(file) / _NUMBERED.sub("", file.stem)


def _folder(file: Path) -> Path:
    """Where files come in: the folder, or the one around it where that is for what goes back."""
    return file.parent.parent if file.parent.name == _RETURNED else file.parent


def _times_returned(file: Path) -> int:
    found = _NUMBERED.search(file.stem)
    return int(found[1] or 1) if found else 0


def read_workbooks(settings: Settings, files: Iterable[Path], column_map: Path | None) -> Iterator[WorkbookRead]:
    """What each file holds; one that the system does not let us read says so.

    Raises RecordsRefusedError where `column_map` is wrong, UnknownScopeError where there is no such unit.
    """
    known = _units(settings)
    scope = str(settings.scope) if settings.scope else ""
    if scope and scope not in known:
        raise UnknownScopeError(scope, nearest(scope, known))
    units = {name: unit for name, unit in known.items() if _covers(settings.scope, unit)}
    read = _column_map(column_map, settings.root) if column_map else None
    names = _named(units, settings) if read else units
    expected = Expected(units=names, year=settings.year, scope=scope, column_map=read)
    for file in files:
        name = file.as_posix()
        try:
            data = file.read_bytes()
        except OSError as error:
            told = report("T101", Source(name), f"读不出：{reason(error)}", "请核对文件名和权限。")
            yield WorkbookRead(name=name, problems=(told,))
        else:
            yield read_incoming(data, name, expected)


def return_workbooks(read: Iterable[WorkbookRead], problems: Sequence[Problem]) -> list[Path]:
    """Write what of each file could not be imported, with the reasons, into a folder beside it; returns where.

    The folder is one of its own, so that the next import of all files does not take in what has not been mended.  What a
    person may have mended since is not written over: the next free name is taken.
    """
    made = []
    for each in read:
        own = [row for row in problems if row.source.path.startswith(f"{each.name}!")]
        if each.grids and any(row.is_error or row.code in _KEPT_ASIDE for row in own):
            made.append(_written(Path(each.name), returned_workbook(each.grids, own, each.heads)))
    return made


def _written(file: Path, data: bytes) -> Path:
    for number in count(1):
        path = _folder(file) / _RETURNED / f"{_unnumbered(file).name}-{_RETURNED}{number if number > 1 else ''}.xlsx"
        if not path.exists():
            write_private(path, data)
        elif path == file or path.read_bytes() != data:
            continue
        return path
    raise AssertionError("unreachable: there is always a free name")


def _units(settings: Settings) -> Mapping[str, ImportUnit]:
    """All units by their scopes: as their folders are called, without a look into any file."""
    units = [ImportUnit(scope=SCHOOL_SCOPE, name="", parts={})]
    for path in COMMITTEE.present(settings.records):
        id = path.parent.name
        units.append(ImportUnit(scope=f"committee:{id}", name="", parts={"committee": id}))
    for path in BRANCH.present(settings.records):
        parts = {"committee": path.parent.parent.name, "branch": path.parent.name}
        units.append(ImportUnit(scope=f"branch:{parts['branch']}", name="", parts=parts))
    return {unit.scope: unit for unit in units}


def _covers(scope: Scope | None, unit: ImportUnit) -> bool:
    return scope is None or unit.parts.get(scope.kind) == scope.id


def _named(units: Mapping[str, ImportUnit], settings: Settings) -> Mapping[str, ImportUnit]:
    """The same with the names of branches, by which other systems call them."""
    named = dict(units)
    for scope, unit in units.items():
        if "branch" in unit.parts:
            profile, _ = read_record(BRANCH.at(settings.records, **unit.parts), settings.root, Profile)
            if profile is not None:
                named[scope] = ImportUnit(scope=scope, name=profile.name, parts=unit.parts)
    return named


def _column_map(path: Path, root: Path) -> ColumnMap:
    read, problems = read_record(path.absolute(), root, ColumnMap)
    if read is None:
        raise RecordsRefusedError("列名对照有错误，没有导入。", problems)
    return read
