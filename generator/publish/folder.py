"""The output folder: a new tree is made beside the old one and the two are exchanged in one step.

A failed, interrupted or concurrent build leaves the previous site whole.  Beside the output folder stands a work
folder `.zhibu/` that holds the lock, the cache and, while a build runs, the new tree.

After a build that changed little, the old tree stays as a spare with a note of what differs, so that the next build
need not link ten thousand unchanged files: the two trees take turns.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from generator.errors import OutputFolderError
from generator.model.audience import Audience
from generator.publish.cache import Cache
from generator.publish.exchange import exchange
from generator.publish.lock import acquire, release

MARKER = ".zhibu"
"""The file that says an output folder is ours: its second line names the audience, its third what it was made from."""

_WORK = ".zhibu"
_SPARE = "spare"


@dataclass(slots=True)
class Staging:
    """One build's claim on an output folder: `tree` is where the new site grows, `cache` what saves work."""

    target: Path
    tree: Path
    audience: Audience
    _lock: IO[str] | None

    @classmethod
    def open(cls, target: Path, audience: Audience, sources: Sequence[Path]) -> Staging:
        """Claim `target`: refuse what is not ours, mend what an interrupted build left."""
        target = target.resolve()
        refuse_foreign(target, audience, sources)
        work = target.parent / _WORK
        try:
            work.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = acquire(work / f"{target.name}.lock")
        except OSError as error:
            raise _unwritable(target, error) from error
        try:
            recover(target)
        except OSError as error:
            release(lock)
            raise _unwritable(target, error) from error
        return cls(target, work / f"{target.name}.new", audience, lock)

    @property
    def cache(self) -> Cache:
        """What earlier builds of this output folder have left to save work."""
        return cache_of(self.target)

    def begin(self, basis: str | None) -> bool:
        """Make the new tree: a copy of the site made from `basis`, if that is what stands there now, else empty.

        Tells whether it is such a copy.  Unchanged files are shared with the site by hard links: they must be replaced,
        never written into.
        """
        if basis is None or made_from(self.target) != basis:
            _remove(self._spare)
            self.tree.mkdir()
            return False
        if self._take_spare(basis) or _linked(self.target, self.tree):
            return True
        _remove(self.tree)
        self.tree.mkdir()
        return False

    def publish(self, made: str, changed: Collection[str] | None) -> None:
        """Put the finished tree, made from `made`, in the place of the old one, in one step.

        `changed` are the files in which it differs from the old one, which then stays as a spare; None if too many.
        """
        text = f"zhibu 的输出目录，重新生成时整夹更换。\n{self.audience.value}\n{made}\n"
        (self.tree / MARKER).unlink(missing_ok=True)
        (self.tree / MARKER).write_text(text, encoding="utf-8")
        if self.target.exists():
            shutil.copymode(self.target, self.tree)
        exchange(self.tree, self.target)
        self._lay_by(made, changed)
        self.close()

    def _lay_by(self, made: str, changed: Collection[str] | None) -> None:
        """Keep a spare: the old tree where it differs little, else a copy of the new one by hard links."""
        if changed is not None and self.tree.is_dir():
            self.tree.rename(self._spare)
            self.cache.write(_SPARE, {"of": made, "differs": sorted({*changed, MARKER})})
        elif _linked(self.target, self._spare):
            self.cache.write(_SPARE, {"of": made, "differs": []})
        else:
            _remove(self._spare)

    def close(self) -> None:
        """Give the claim back; whatever stands in the new tree's place (the old site, or a failed new one) goes."""
        if self._lock is None:
            return
        _remove(self.tree)
        release(self._lock)
        self._lock = None

    @property
    def standing(self) -> str:
        """What the site that stands now says it was made from."""
        return made_from(self.target)

    @property
    def _spare(self) -> Path:
        return _beside(self.target, "spare")

    def _take_spare(self, basis: str) -> bool:
        """Bring the spare up to date where its note fits the site; the note goes first, for then it is no longer true."""
        note = self.cache.read(_SPARE)
        self.cache.remove(_SPARE)
        if not isinstance(note, dict) or note.get("of") != basis or not self._spare.is_dir():
            _remove(self._spare)
            return False
        self._spare.rename(self.tree)
        for name in note["differs"]:
            mine, theirs = self.tree / name, self.target / name
            mine.unlink(missing_ok=True)
            if theirs.is_file():
                mine.parent.mkdir(parents=True, exist_ok=True)
                os.link(theirs, mine)
            else:
                _prune(mine.parent)
        return True


def cache_of(target: Path) -> Cache:
    """The cache that belongs to an output folder."""
    return Cache(_beside(target, "cache"))


def made_from(target: Path) -> str:
    """What the site that stands in `target` says it was made from; empty where it does not say."""
    try:
        lines = (target / MARKER).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[2] if len(lines) > 2 else ""


def recover(target: Path) -> None:
    """Remove an interrupted build's tree; bring the old site back if a two-step exchange stopped half-way."""
    old, new = old_place(target), _beside(target, "new")
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (old, new):
        if leftover.is_dir():
            shutil.rmtree(leftover)


def old_place(target: Path) -> Path:
    """Where a two-step exchange parks the old site for a moment."""
    return _beside(target, "old")


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
    held = marker.read_text(encoding="utf-8").splitlines()[1:2]
    if held and held[0] in list(Audience) and Audience(held[0]).rank < audience.rank:
        raise OutputFolderError(
            f"输出目录 {target} 里是{Audience(held[0]).label}，不能用{audience.label}替换，以免误发布。请另给一个目录。"
        )


def _beside(target: Path, what: str) -> Path:
    return target.parent / _WORK / f"{target.name}.{what}"


def _unwritable(target: Path, error: OSError) -> OutputFolderError:
    return OutputFolderError(f"写不了输出目录 {target}：{error.strerror}。请换一个目录，或检查权限。")


def _linked(source: Path, copy: Path) -> bool:
    """A copy of a tree by hard links; False where the file system has none."""
    waiting = [(os.fspath(source), os.fspath(copy))]
    try:
        while waiting:
            old, new = waiting.pop()
            Path(new).mkdir()
            with os.scandir(old) as found:
                for entry in found:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, f"{new}/{entry.name}"))
                    else:
                        os.link(entry.path, f"{new}/{entry.name}", follow_symlinks=False)
    except OSError:
        return False
    return True


def _prune(folder: Path) -> None:
    """Remove a folder and those above it as far as they are empty."""
    while True:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
