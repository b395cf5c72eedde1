"""The output folder: a new tree is made beside the old one and the two are exchanged in one step.

A failed, interrupted or concurrent build leaves the previous site whole.  Beside the output folder stands a work
folder `.zhibu/` that holds the lock and, while a build runs, the new tree.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from generator.errors import OutputFolderError
from generator.model.audience import Audience
from generator.publish.exchange import exchange
from generator.publish.lock import acquire, release

MARKER = ".zhibu"
"""The file that says an output folder is ours; its second line names the audience."""

_WORK = ".zhibu"


@dataclass(slots=True)
class Staging:
    """One build's claim on an output folder: `tree` is where the new site grows."""

    target: Path
    tree: Path
    audience: Audience
    _lock: IO[str] | None

    @classmethod
    def open(cls, target: Path, audience: Audience, sources: Sequence[Path]) -> Staging:
        """Claim `target`: refuse what is not ours, mend what an interrupted build left, make an empty new tree."""
        target = target.resolve()
        refuse_foreign(target, audience, sources)
        work = target.parent / _WORK
        try:
            work.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = acquire(work / f"{target.name}.lock")
        except OSError as error:
            raise OutputFolderError(f"写不了输出目录 {target}：{error.strerror}。请换一个目录，或检查权限。") from error
        try:
            recover(target)
            tree = work / f"{target.name}.new"
            tree.mkdir()
        except OSError as error:
            release(lock)
            raise OutputFolderError(f"写不了输出目录 {target}：{error.strerror}。请换一个目录，或检查权限。") from error
        return cls(target, tree, audience, lock)

    def publish(self) -> None:
        """Put the finished tree in the place of the old one, in one step."""
        (self.tree / MARKER).write_text(
            f"zhibu 的输出目录，重新生成时整夹更换。\n{self.audience.value}\n", encoding="utf-8"
        )
        if self.target.exists():
            shutil.copymode(self.target, self.tree)
        exchange(self.tree, self.target)
        self.close()

    def close(self) -> None:
        """Give the claim back; whatever stands in the work folder (the old site, or a failed new one) goes."""
        if self._lock is None:
            return
        shutil.rmtree(self.tree, ignore_errors=True)
        release(self._lock)
        self._lock = None


def recover(target: Path) -> None:
    """Remove an interrupted build's tree; bring the old site back if a two-step exchange stopped half-way."""
    old, new = old_place(target), target.parent / _WORK / f"{target.name}.new"
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (old, new):
        if leftover.is_dir():
            shutil.rmtree(leftover)


def old_place(target: Path) -> Path:
    """Where a two-step exchange parks the old site for a moment."""
    return target.parent / _WORK / f"{target.name}.old"


def refuse_foreign(target: Path, audience: Audience, sources: Sequence[Path]) -> None:
    """Refuse an output folder whose replacement could destroy or disclose something that is not an edition of ours."""
    places = [source.resolve() for source in sources]
    for kept in (Path.home().resolve(), *places):
        if target == kept or target in kept.parents:
            raise OutputFolderError(f"输出目录 {target} 包含 {kept}，会把它一并换掉。请另给一个目录。")
    for place in places:
        if place in target.parents:
            raise OutputFolderError(f"输出目录 {target} 在源目录 {place} 里面。请另给一个目录。")
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputFolderError(f"{target} 是一个文件，不能作输出目录。请另给一个目录。")
    _refuse_occupied(target, audience)


def _refuse_occupied(target: Path, audience: Audience) -> None:
    marker = target / MARKER
    if not marker.is_file():
        if any(target.iterdir()):
            raise OutputFolderError(f"输出目录 {target} 里有不是 zhibu 生成的文件。请另给一个目录，或先清空它。")
        return
    held = marker.read_text(encoding="utf-8").splitlines()[-1]
    if held in list(Audience) and Audience(held).rank < audience.rank:
        raise OutputFolderError(
            f"输出目录 {target} 里是{Audience(held).label}，不能用{audience.label}替换，以免误发布。请另给一个目录。"
        )
