"""A snapshot of an output folder: what `lstat` said of each file when a build left it there, like git's index.

Two trees hold the same files by hard links, the site and its spare, so one state of a file is true of both; folders
are each tree's own.  A link changes a file's ctime: states are taken after the last one is made.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.output.packed_states import PackedStates, Packer, State, packed_states

SITE_SNAPSHOT = "snapshot"
"""The name under which the cache keeps that of the site that stands."""

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
    files: PackedStates
    site: PackedStates
    spare: PackedStates
    differs: frozenset[str]

    @classmethod
    def take(cls, of: str, site: Path, spare: Path) -> Snapshot:
        """Of two trees that hold the same files, the spare perhaps missing."""
        files, folders, spares = Packer(), Packer(), Packer()
        for name, is_folder in walked(site):
            (folders if is_folder else files).add(name, state_in(site, name))
            if is_folder:
                spares.add(name, state_in(spare, name))
        return cls(
            of=of,
            files=files.packed(),
            site=folders.packed(),
            spare=spares.packed(),
            differs=frozenset(),
        )

    @classmethod
    def of_json(cls, data: bytes) -> Snapshot:
        """One that the cache wrote, read without what takes long to load."""
        row = json.loads(data)
        states = {name: PackedStates.of_json(row[name]) for name in ("files", "site", "spare")}
        return cls(of=row["of"], differs=frozenset(row["differs"]), **states)

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

        def now(name: str, state: State) -> State:
            found = state_in(tree, name)
            return found if name not in lost and found[:3] == state[:3] else state

        files = packed_states((name, now(name, state)) for name, state in self.files.rows())
        return Snapshot(of=self.of, files=files, site=self.site, spare=PackedStates(), differs=frozenset())

    @property
    def newest(self) -> int:
        """The last moment (ns) at which anything in it changed."""
        return max(self.files.newest, self.site.newest, self.spare.newest)

    def is_left(self, tree: Path, name: str) -> bool:
        """Whether a file of a tree is the one that a build left there, or a copy of it with its time."""
        _, *left, _ = self.files.held([name]).get(name, _NOWHERE)
        _, *there, _ = state_in(tree, name)
        return there == left and left != [0, 0]

    def is_of(self, tree: Path) -> bool:
        """Whether a tree is the one that it was taken of, not a copy: any file tells."""
        return all(state == state_in(tree, name) for name, state in islice(self.files.rows(), 1))

    def stands_in(self, tree: Path) -> bool:
        """Whether a tree is just as the site was left."""
        return not any(self.compare(tree, self.site, frozenset()))

    def compare(self, tree: Path, folders: PackedStates, known: frozenset[str]) -> Differences:
        """Compare a tree with the snapshot, all but the files that are `known` to differ.

        Its own folder is always listed: to be renamed changes its times.
        """
        moved = _changed(tree, folders)
        gone = [name for name in moved if not _is_folder(tree / name)]
        lost = set(_changed(tree, self.files))
        if gone:
            lost.update(name for name, _ in self.files.rows() if not parents(name).isdisjoint(gone))
        listed = [name for name in ("", *moved) if name not in gone]
        return Differences(
            lost=frozenset(lost) - known,
            foreign=(*gone, *self._foreign(tree, listed, folders, known)),
            folders=frozenset(moved),
        )

    def _foreign(
        self, tree: Path, listed: Iterable[str], folders: PackedStates, known: frozenset[str]
    ) -> Iterator[str]:
        """What stands in the listed folders of a tree and is not ours."""
        found = {row: is_folder for name in listed for row, is_folder in _entries(tree, name)}
        ours = {True: folders.held(found).keys(), False: self.files.held(found).keys() | known}
        yield from (name for name, is_folder in found.items() if name not in ours[is_folder])


def parents(name: str) -> frozenset[str]:
    """The folders above a file, without the tree's own."""
    return frozenset(path.as_posix() for path in PurePosixPath(name).parents[:-1])


def walked(tree: Path) -> Iterator[tuple[str, bool]]:
    """Every file and folder of a tree, and whether it is a folder, in the order of `PackedStates`; a link is a file."""
    waiting = [iter(_entries(tree, ""))]
    while waiting:
        for name, is_folder in waiting[-1]:
            yield name, is_folder
            if is_folder:
                waiting.append(iter(_entries(tree, name)))
                break
        else:
            waiting.pop()


def walked_files(tree: Path) -> Iterator[str]:
    """Every file of a tree, folder by folder."""
    return (name for name, is_folder in walked(tree) if not is_folder)


def state_in(tree: Path, name: str) -> State:
    """The state of a name in a tree; one that nothing has where there is nothing."""
    try:
        row = os.lstat(f"{tree}/{name}")
    except OSError:
        return _NOWHERE
    return row.st_ino, row.st_size, row.st_mtime_ns, row.st_ctime_ns


def _entries(tree: Path, folder: str) -> list[tuple[str, bool]]:
    """What is in a folder of a tree, in order."""
    above = f"{folder}/" if folder else ""
    with os.scandir(f"{tree}/{folder}") as found:
        return sorted((f"{above}{entry.name}", entry.is_dir(follow_symlinks=False)) for entry in found)


def _changed(tree: Path, known: PackedStates) -> list[str]:
    """The names whose state in a tree is another; every build asks this of every file, so nothing is made of the rest."""
    lstat, root, found = os.lstat, f"{tree}/", []
    for name, (inode, size, written, changed) in known.rows():
        try:
            row = lstat(root + name)
        except OSError:
            found.append(name)
            continue
        if row.st_ctime_ns != changed or row.st_ino != inode or row.st_mtime_ns != written or row.st_size != size:
            found.append(name)
    return found


def _noted(before: PackedStates, tree: Path, names: Iterable[str]) -> PackedStates:
    after = {name: state_in(tree, name) for name in names}
    return before.noted({name: None if state == _NOWHERE else state for name, state in after.items()})


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False
