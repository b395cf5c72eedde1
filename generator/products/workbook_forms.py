"""Workbooks for units to fill in: what `zhibu form` writes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from generator.build.unit_workbook import guarded_contents, sheets_of, unit_workbooks
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.formats.workbook.book import to_xlsx
from generator.formats.workbook.content import UnitWorkbook
from generator.judge import records_shown
from generator.model.files import RECORD_FILES
from generator.model.nearest import did_you_mean
from generator.model.problem import errors_in
from generator.model.record import Audience
from generator.model.record_file import Owner
from generator.output.private_file import write_private
from generator.settings import Scope, Settings
from generator.survey import survey

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
        raise RecordsRefusedError("台账或标准有错误，没有写工作簿。", errors_in(surveyed.problems))
    _refuse_unknown(kinds, settings)
    owners = (owner_of(settings.scope),) if out.suffix.lower() == SUFFIX else tuple(Owner)
    made = guarded_contents(unit_workbooks(surveyed, records_shown, owners, kinds), tuple)
    return [_written(content, out) for content in made if content.sheets]


def owner_of(scope: Scope | None) -> Owner:
    """Whose records a scope is about."""
    return {"branch": Owner.BRANCH, "committee": Owner.COMMITTEE}[scope.kind] if scope else Owner.INSTITUTION


def _refuse_unknown(kinds: Collection[str], settings: Settings) -> None:
    known = {layout.title for file in RECORD_FILES for layout in sheets_of(file, settings)}
    for kind in kinds:
        if kind not in known:
            hint = did_you_mean(kind, known, f"可写的有：{'、'.join(sorted(known))}。")
            raise ConfigurationError(f"没有“{kind}”这张表。{hint}")


def _written(content: UnitWorkbook, out: Path) -> WrittenWorkbook:
    path = out if out.suffix.lower() == SUFFIX else out / content.file_name
    write_private(path, to_xlsx(content))
    return WrittenWorkbook(path, content.name, sum(sheet.rows for sheet in content.sheets))
