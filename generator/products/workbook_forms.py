"""Workbooks for units to fill in: what `zhibu form` writes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.build.unit_workbook import branch_workbook, committee_workbook, school_workbook
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.formats.workbook.book import to_xlsx
from generator.formats.workbook.content import UnitWorkbook
from generator.model.index import CommitteeEntry
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.record import Audience
from generator.output.private_file import write_private
from generator.settings import Settings
from generator.survey import Survey, survey

SUFFIX = ".xlsx"


class WrittenWorkbook(NamedTuple):
    """One workbook: its file, whose it is, and how many rows it came with."""

    path: Path
    name: str
    rows: int


def write_workbooks(settings: Settings, kinds: Collection[str], out: Path) -> list[WrittenWorkbook]:
    """Write the workbook of the scope's unit to `out`; into a folder, one for the unit and one for each unit below it.

    `kinds` are the sheets that are asked for, all where none is named.  Raises RecordsRefusedError with every 错误 in the
    records, before anything is written; OutputFolderError where a file cannot be written.
    """
    if settings.audience is Audience.PUBLIC:
        raise ConfigurationError("公开版没有台账，不出工作簿。请写 --audience internal 或者 --audience restricted。")
    surveyed = survey(settings)
    if not surveyed.sound:
        raise _refused(surveyed.problems)
    contents = list(_chosen(_contents(surveyed, below=out.suffix.lower() != SUFFIX), kinds))
    return [_written(content, out) for content in contents]


def _contents(surveyed: Survey, *, below: bool) -> Iterator[UnitWorkbook]:
    """The workbook of the unit that the scope names and, where they are asked for, those of the units below it."""
    index, scope = surveyed.index, surveyed.settings.scope
    if index is None:
        return
    if scope is None:
        yield school_workbook(surveyed, index)
    for entry in index.committees if scope or below else ():
        if scope is None or scope.kind == "committee":
            yield committee_workbook(surveyed, index, entry)
        if below or (scope is not None and scope.kind == "branch"):
            yield from _of_branches(surveyed, entry)


def _of_branches(surveyed: Survey, committee: CommitteeEntry) -> Iterator[UnitWorkbook]:
    year = surveyed.settings.as_of.replace(year=surveyed.settings.year, month=1, day=1)
    alone = surveyed.settings.scope is not None and surveyed.settings.scope.kind == "branch"
    for entry in committee.branches:
        if alone or not entry.ended(year):
            content, problems = branch_workbook(surveyed, entry)
            if content is None:
                raise _refused(problems)
            yield content


def _chosen(contents: Iterator[UnitWorkbook], kinds: Collection[str]) -> Iterator[UnitWorkbook]:
    """The workbooks with those sheets only; one that has none of them is left out."""
    known: set[str] = set()
    for content in contents:
        titles = {sheet.layout.title for sheet in content.sheets}
        known |= titles
        if not kinds:
            yield content
        elif not titles.isdisjoint(kinds):
            yield replace(content, sheets=tuple(row for row in content.sheets if row.layout.title in kinds))
    for kind in kinds:
        if kind not in known:
            hint = did_you_mean(kind, known, f"可写的有：{'、'.join(sorted(known))}。")
            raise ConfigurationError(f"没有“{kind}”这张表。{hint}")


def _written(content: UnitWorkbook, out: Path) -> WrittenWorkbook:
    path = out if out.suffix.lower() == SUFFIX else out / content.file_name
    write_private(path, to_xlsx(content))
    return WrittenWorkbook(path, content.name, sum(sheet.rows for sheet in content.sheets))


def _refused(problems: Collection[Problem]) -> RecordsRefusedError:
    return RecordsRefusedError("台账或标准有错误，没有写工作簿。", sorted(row for row in problems if row.is_error))
