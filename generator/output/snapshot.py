"""A snapshot of an output folder: what `lstat` said of each file when a build left it there, like git's index.

Two trees hold the same files by hard links, the site and its spare, so one state of a file is true of both; folders
are each tree's own.  A link changes a file's ctime: states are taken after the last one is made.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import NamedTuple

State = tuple[int, int, int, int]
"""Inode, size, mtime and ctime (ns).  Whoever writes, replaces or renames changes one of them; ctime nobody can set."""

_NOWHERE: State = (0, 0, 0, 0)


class Differences(NamedTuple):
    """How a tree differs from a snapshot: files that are not as they were left, foreign entries, folders to note anew."""

    lost: frozenset[str]
    foreign: tuple[str, ...]
    folders: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The site made from `of`: its files, the folders of site and spare, and the files in which the spare differs."""

    of: str
    files: Mapping[str, State]
    site: Mapping[str, State]
    spare: Mapping[str, State]
    differs: frozenset[str]

    @classmethod
    def take(cls, of: str, site: Path, spare: Path) -> Snapshot:
        """Of two trees that hold the same files, the spare perhaps missing."""
        files, folders = walked(site)
        return cls(
            of=of,
            files=dict(states(site, files)),
            site=dict(states(site, folders)),
            spare=dict(states(spare, folders)),
            differs=frozenset(),
        )

    def changed(self, of: str, tree: Path, names: frozenset[str], folders: frozenset[str]) -> Snapshot:
        """After a build that made `tree` of the spare: it is the site now, and the site the spare.

        `names` are the files that were written, linked or removed; `folders` those to note anew beside theirs.
        """
        touched = folders.union(*map(parents, names))
        return Snapshot(
            of=of,
            files=_noted(self.files, tree, names),
            site=_noted(self.spare, tree, touched),
            spare=self.site,
            differs=names,
        )

    def relinked(self, of: str, tree: Path, names: frozenset[str]) -> Snapshot:
        """After a build that made `tree` of links to the site, which is now the spare; `names` as above."""
        made = Snapshot.take(of, tree, tree)
        return replace(made, spare=self.site, differs=names)

    def unlinked(self, tree: Path, lost: frozenset[str]) -> Snapshot:
        """After a failed build whose links are gone again: the same files with their new ctimes, and no spare."""
        files = dict(self.files)
        for name, state in states(tree, self.files):
            if name not in lost and state[:3] == files[name][:3]:
                files[name] = state
        return Snapshot(of=self.of, files=files, site=self.site, spare={}, differs=frozenset())

    @property
    def newest(self) -> int:
        """The last moment (ns) at which anything in it changed."""
        return max((row[3] for row in chain(self.files.values(), self.site.values(), self.spare.values())), default=0)

    def is_left(self, tree: Path, name: str) -> bool:
        """Whether a file of a tree is the one that a build left there, or a copy of it with its time."""
        _, *left, _ = self.files.get(name, _NOWHERE)
        _, *there, _ = dict(states(tree, [name]))[name]
        return there == left and left != [0, 0]

    def compare(self, tree: Path, folders: Mapping[str, State], known: frozenset[str]) -> Differences:
        """Compare a tree with the snapshot, all but the files that are `known` to differ.

        Its own folder is always listed: to be renamed changes its times.
        """
        moved = _changed(tree, folders)
        gone = [name for name in moved if not _is_folder(tree / name)]
        lost = set(_changed(tree, self.files))
        lost.update(name for name in self.files if gone and not parents(name).isdisjoint(gone))
        listed = [name for name in ("", *moved) if name not in gone]
        return Differences(
            lost=frozenset(lost) - known,
            foreign=(*gone, *(name for folder in listed for name in self._foreign(tree, folder, folders, known))),
            folders=frozenset(moved),
        )

    def _foreign(self, tree: Path, folder: str, folders: Mapping[str, State], known: frozenset[str]) -> Iterator[str]:
        with os.scandir(tree / folder) as found:
            for entry in found:
                name = f"{folder}/{entry.name}" if folder else entry.name
                ours = name in folders if entry.is_dir(follow_symlinks=False) else name in self.files or name in known
                if not ours:
                    yield name


def parents(name: str) -> frozenset[str]:
    """The folders above a file, without the tree's own."""
    return frozenset(path.as_posix() for path in PurePosixPath(name).parents[:-1])


def walked(tree: Path) -> tuple[list[str], list[str]]:
    """Every file and every folder of a tree; a link is a file."""
    files: list[str] = []
    folders: list[str] = []
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(f"{tree}/{above}") as found:
            for entry in found:
                inner = entry.is_dir(follow_symlinks=False)
                (folders if inner else files).append(f"{above}{entry.name}")
                if inner:
                    waiting.append(f"{above}{entry.name}/")
    return files, folders


def states(tree: Path, names: Iterable[str]) -> Iterator[tuple[str, State]]:
    """Each name with its state in a tree; no state that anything has where there is nothing."""
    lstat, root = os.lstat, f"{tree}/"
    for name in names:
        try:
            row = lstat(root + name)
        except OSError:
            yield name, _NOWHERE
        else:
            yield name, (row.st_ino, row.st_size, row.st_mtime_ns, row.st_ctime_ns)


def _changed(tree: Path, known: Mapping[str, State]) -> list[str]:
    """The names whose state in a tree is another; every build asks this of every file, so nothing is made of the rest."""
    lstat, root, found = os.lstat, f"{tree}/", []
    for name, (inode, size, written, changed) in known.items():
        try:
            row = lstat(root + name)
        except OSError:
            found.append(name)
            continue
        if row.st_ctime_ns != changed or row.st_ino != inode or row.st_mtime_ns != written or row.st_size != size:
            found.append(name)
    return found


def _noted(before: Mapping[str, State], tree: Path, names: Iterable[str]) -> Mapping[str, State]:
    after = dict(before)
    for name, state in states(tree, names):
        if state == _NOWHERE:
            after.pop(name, None)
        else:
            after[name] = state
    return after


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False
