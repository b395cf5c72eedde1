"""`zhibu reconcile`: 台账核对至 of a committee's branches moved to one day, all together or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.disclose.view import BranchView
from generator.edit.scalar import set_top_level
from generator.edit.transaction import FileChange, write_together
from generator.errors import ConfigurationError
from generator.evaluate.bookkeeping import bookkeeping
from generator.judge import judge_sound
from generator.load.reader import parse
from generator.load.records import to_record
from generator.model.bookkeeping import Bookkeeping, said_entries
from generator.model.files import BRANCH
from generator.model.record import Audience
from generator.model.records.profile import Profile
from generator.model.source_text import SourceText
from generator.settings import Scope, Settings
from generator.survey import survey

_KEY = str(Profile.model_fields["reconciled_through"].alias)


class ReconciledBranch(NamedTuple):
    """One branch: the change of its profile, None where it stays, and what is said of it."""

    change: FileChange | None
    told: str


def reconcile(settings: Settings, committee: str, through: date, *, write: bool) -> Iterator[str]:
    """What changes, branch by branch in the order of the roster; with `write` the files are changed as well.

    Raises RecordsRefusedError with every 错误 in the records, and ConfigurationError for a day that is yet to come.
    """
    if through > settings.as_of:
        raise ConfigurationError(f"台账不能核对到还没有到的一天：{through}晚于截至日 {settings.as_of}。")
    rows = tuple(_branches(replace(settings, scope=Scope(kind="committee", id=committee)), through))
    if write:
        write_together(row.change for row in rows if row.change)
    yield from (row.told for row in rows)


def _branches(settings: Settings, through: date) -> Iterator[ReconciledBranch]:
    surveyed = survey(settings)
    rows = judge_sound(surveyed, "台账有错误，没有改。")
    for row in rows:
        if view := BranchView.of(row, Audience.INTERNAL):
            books = bookkeeping(view.dossier, settings.as_of)
            yield _branch(row.entry.folder / BRANCH.name, view.dossier.profile, books, through)


def _branch(path: Path, profile: Profile, books: Bookkeeping, through: date) -> ReconciledBranch:
    before, since = profile.reconciled_through, profile.reconciled_since
    if profile.dissolved is not None and profile.dissolved <= (before or date.min):
        return ReconciledBranch(None, f"{profile.name}：已撤销，不改。")
    if before is not None and before >= through:
        return ReconciledBranch(None, f"{profile.name}：已核对至 {before}，不往回改。")
    if since is not None and since > through:
        return ReconciledBranch(None, f"{profile.name}：从 {since} 才开始核对，不改。")
    old = path.read_bytes().decode("utf-8")
    new = set_top_level(old, _KEY, through.isoformat())
    if new is None or _read(new) != through:
        raise ConfigurationError(f"{path} 里的“{_KEY}”改不了。请照填报说明写成单独一行，或手工改。")
    entries = said_entries(row for row in books.entered if row.on <= through)
    told = f"{profile.name}：{before or '没有核对过'} → {through}；其间登记的：{entries or '没有'}"
    return ReconciledBranch(FileChange(path, old, new), told)


def _read(text: str) -> date | None:
    tree, _ = parse(SourceText(BRANCH.name, text))
    record = to_record(tree, Profile)[0] if tree else None
    return record.reconciled_through if record else None
