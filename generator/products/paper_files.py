"""Papers written as Word files.  Those that tell of records pass the gate in a folder of their own before they are moved."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

from generator.build.edition import Edition
from generator.disclose.gate import guard
from generator.disclose.hidden import hidden_words
from generator.disclose.view import BranchView
from generator.errors import ConfigurationError, OutputFolderError, RecordsRefusedError, reason
from generator.formats.word.package import to_docx
from generator.judge import judge_sound
from generator.model.nearest import did_you_mean
from generator.model.paper import Paper
from generator.model.record import Audience
from generator.output.replacement import replace_file
from generator.present.branch.branch_year import BranchYear, current_year
from generator.settings import Scope, Settings
from generator.survey import Survey, survey

_T = TypeVar("_T")


class PaperFile(NamedTuple):
    """A finished file and its name."""

    name: str
    data: bytes

    @classmethod
    def word(cls, name: str, paper: Paper) -> PaperFile:
        """A paper for Word; `name` has no suffix."""
        return cls(f"{name}.docx", to_docx(paper))


@dataclass(frozen=True, kw_only=True)
class JudgedUnit:
    """A committee or a branch as an audience sees it, its branches in the order of the roll.

    `hidden` are the words of their records that this audience may not see.
    """

    edition: Edition
    views: tuple[BranchView, ...]
    hidden: tuple[str, ...]

    def shown(self, view: BranchView) -> BranchYear:
        """A branch in the edition's year."""
        return current_year(self.edition.site, view)

    def write(self, files: Iterable[PaperFile], folder: Path) -> list[Path]:
        """Write the files, for their owner alone to read, once the gate has looked at them.

        Raises LeakError or OutputFolderError.
        """
        with TemporaryDirectory() as made:
            fresh = write_files(files, Path(made))
            guard(Path(made), (*self.hidden, *self.edition.hidden_words()), self._shown)
            return [_move(path, folder / path.name) for path in fresh]

    def _shown(self) -> Iterator[str]:
        yield from self.edition.seen_words()
        for view in self.views:
            yield from view.texts()


def sound_survey(settings: Settings) -> Survey:
    """The first pass; raises RecordsRefusedError with every 错误 that it finds."""
    surveyed = survey(settings)
    if not surveyed.sound:
        raise RecordsRefusedError("台账或标准有错误，没有写文件。", [row for row in surveyed.problems if row.is_error])
    return surveyed


def asked_for(known: Mapping[str, _T], ids: Collection[str], kind: str, hint: str) -> Mapping[str, _T]:
    """Those of the `known` papers that are asked for by id, all of them where none is; raises ConfigurationError.

    `kind` is what they are called, `hint` where their ids are found.
    """
    for id in ids:
        if id not in known:
            raise ConfigurationError(f"没有编号为 {id} 的{kind}。{did_you_mean(id, known, hint)}")
    return {id: each for id, each in known.items() if not ids or id in ids}


def judged_unit(settings: Settings, scope: Scope, audience: Audience) -> JudgedUnit:
    """Judge the branches of a unit; raises RecordsRefusedError with every 错误 in their records."""
    surveyed = survey(replace(settings, scope=scope, audience=audience))
    rows = judge_sound(surveyed, "台账有错误，没有写文件。")
    seen = [(row, BranchView.of(row, audience, alone=scope.kind == "branch")) for row in rows]
    known = [(row, view) for row, view in seen if view is not None]
    return JudgedUnit(
        edition=Edition.of(surveyed),
        views=tuple(view for _, view in known),
        hidden=tuple(word for row, view in known for word in hidden_words(row, view).words),
    )


def write_files(files: Iterable[PaperFile], folder: Path) -> list[Path]:
    """Write finished files; raises OutputFolderError where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        for row in files:
            paths.append(folder / row.name)
            paths[-1].write_bytes(row.data)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return paths


def write_changed(path: Path, data: bytes) -> bool:
    """Write a finished file; False where these very bytes stand there, which are left alone.  Raises OutputFolderError."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise _unwritable(path, error) from error
    return True


def _move(made: Path, target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made.chmod(0o600)
        shutil.move(made, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    return target


def _unwritable(path: Path, error: OSError) -> OutputFolderError:
    return OutputFolderError(f"写不进 {path}：{reason(error)}。请换一个目录，或检查权限。")
