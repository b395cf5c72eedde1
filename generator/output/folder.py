"""The output folder: a new tree is made beside the old one and the two are exchanged in one step.

A failed, interrupted or concurrent build leaves the previous site whole.  Beside the output folder stands a work
folder `.zhibu/` that holds the lock, the cache and, while a build runs, the new tree.

After a build that changed little, the old tree stays as a spare, so that the next build need not link ten thousand
unchanged files (double buffering).  Neither tree is trusted: a snapshot holds what `lstat` said of every file, and a
file of which it says something else is made again.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import IO

from generator.errors import OutputFolderError, reason
from generator.model.record import Audience
from generator.output.cache import Cache
from generator.output.copy import Copy, linked, of_site, of_spare
from generator.output.exchange import exchange, put_back
from generator.output.lock import acquire, release
from generator.output.places import WORK, beside
from generator.output.snapshot import SITE_SNAPSHOT, Snapshot

MARKER = ".zhibu"
"""The file that says an output folder is ours; its second line names the audience.

It is published, and says no more: what a site was made from is a digest over things that its readers may not see.
"""

_TICKS = 50
"""Milliseconds to wait for the file system's clock to go on; where it is coarser than that, there is no snapshot."""


@dataclass(slots=True)
class Staging:
    """One build's claim on an output folder: `tree` is where the new site grows, `cache` what earlier builds left to save work."""

    target: Path
    tree: Path
    audience: Audience
    cache: Cache
    _lock: IO[str] | None
    _left: Snapshot | None = None
    _copy: Copy | None = None

    @classmethod
    def open(cls, target: Path, audience: Audience, sources: Sequence[Path], version: str) -> Staging:
        """Claim `target`: refuse what is not ours, mend what an interrupted build left.

        `version` is that of the program: what another one has left to save work is not used.
        """
        target = target.resolve()
        refuse_foreign(target, audience, sources)
        work = target.parent / WORK
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
        cache = Cache(beside(target, "cache"), version)
        return cls(target, work / f"{target.name}.new", audience, cache, lock, cache.read(SITE_SNAPSHOT, Snapshot))

    def begin(self, basis: str | None) -> frozenset[str] | None:
        """Make the new tree: a copy of the site made from `basis`, if that is what stands there now, else empty (None).

        The names are those of files that the copy lacks, since what stood there was not what a build had left.
        Unchanged files are shared with the site by hard links: they must be replaced, never written into.
        """
        if self._left is not None and basis is not None and basis == self.standing:
            self._copy = self._copied(self._left)
        if self._copy is not None:
            return self._copy.lost
        _remove(self.tree)
        self.tree.mkdir()
        return None

    def _copied(self, snapshot: Snapshot) -> Copy | None:
        if snapshot.spare.sheets and self._spare.is_dir():
            return of_spare(snapshot, self.target, self._spare, self.tree)
        return of_site(snapshot, self.target, self.tree)

    def publish(self, made: str, changed: Collection[str]) -> None:
        """Put the finished tree, made from `made`, in the place of the old one, in one step.

        `changed` are the files in which it differs from the copy that `begin` made, if it made one.
        """
        text = f"zhibu 的输出目录，重新生成时整夹更换。\n{self.audience.value}\n"
        (self.tree / MARKER).unlink(missing_ok=True)
        (self.tree / MARKER).write_text(text, encoding="utf-8")
        if self.target.exists():
            shutil.copymode(self.target, self.tree)
        snapshot = self._snapshot(made, changed)
        self.cache.remove(SITE_SNAPSHOT)
        exchange(self.tree, self.target)
        copy, self._copy = self._copy, None
        if copy is not None and self.tree.is_dir():
            self.tree.rename(self._spare)
        if snapshot is not None:
            self.cache.write(SITE_SNAPSHOT, snapshot)
        self.close()

    def _snapshot(self, made: str, changed: Collection[str]) -> Snapshot | None:
        """The snapshot of the finished tree and of what will be its spare; None where none can be relied on."""
        if self._copy is not None:
            return self._settled(self._copy.snapshot_of(made, self.tree, frozenset(changed) | {MARKER}))
        _remove(self._spare)
        if not linked(self.tree, self._spare):
            _remove(self._spare)
        return self._settled(Snapshot.take(made, self.tree, self._spare))

    def _settled(self, snapshot: Snapshot) -> Snapshot | None:
        """The snapshot, once the clock has passed what it holds: a later change within the same tick would not show."""
        for _ in range(_TICKS):
            if self.cache.touch() > snapshot.newest:
                return snapshot
            sleep(0.001)
        return None

    def close(self) -> None:
        """Give the claim back; whatever stands in the new tree's place (the old site, or a failed new one) goes."""
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        _remove(self.tree)
        _remove(self.scratch)
        copy, self._copy = self._copy, None
        with suppress(OSError):  # a disk that is full: without its snapshot the next build begins with nothing
            if copy is not None and (snapshot := self._settled(copy.snapshot.unlinked(self.target, copy.lost))):
                self.cache.write(SITE_SNAPSHOT, snapshot)
        release(lock)

    @property
    def scratch(self) -> Path:
        """Where a build may write on its way; what it leaves there goes when it ends."""
        return beside(self.target, "scratch")

    @property
    def standing(self) -> str:
        """What the site that stands now was made from; empty where it is not the one that a build of ours left."""
        if self._left is None or not self._left.is_left(self.target, MARKER):
            return ""
        return self._left.of

    @property
    def _spare(self) -> Path:
        return beside(self.target, "spare")


def recover(target: Path) -> None:
    """Remove an interrupted build's tree; bring the old site back if a two-step exchange stopped half-way."""
    old, new, kept = old_place(target), beside(target, "new"), kept_place(target)
    if old.exists() and not target.exists():
        old.rename(target)
    if kept.exists():
        put_back(kept, target)
    for leftover in (old, new, beside(target, "scratch")):
        if leftover.is_dir():
            shutil.rmtree(leftover)


def old_place(target: Path) -> Path:
    """Where a two-step exchange parks the old site for a moment."""
    return beside(target, "old")


def kept_place(target: Path) -> Path:
    """Where an exchange by copying keeps the old site until the new one stands whole."""
    return beside(target, "kept")


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
    kept = kept_place(target)  # what an exchange that stopped half-way will put back
    marker = (kept if kept.is_dir() else target) / MARKER
    if not marker.is_file():
        if any(target.iterdir()):
            raise OutputFolderError(f"输出目录 {target} 里有不是 zhibu 生成的文件。请另给一个目录，或先清空它。")
        return
    held = marker.read_text(encoding="utf-8").splitlines()[1:2]
    if held and held[0] in list(Audience) and Audience(held[0]).rank < audience.rank:
        raise OutputFolderError(
            f"输出目录 {target} 里是{Audience(held[0]).label}，不能用{audience.label}替换，以免误发布。请另给一个目录。"
        )


def _unwritable(target: Path, error: OSError) -> OutputFolderError:
    return OutputFolderError(f"写不了输出目录 {target}：{reason(error)}。请换一个目录，或检查权限。")


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
