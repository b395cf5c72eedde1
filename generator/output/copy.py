"""The copy of the standing site that a build starts from: its spare brought up to date, else a tree of links to it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.output.packed_states import State
from generator.output.snapshot import Snapshot, state_in, walked_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """How a copy was made: by which snapshot, and what became of its files.

    `lost` are files that nobody has as they were left; `names` all that were linked or removed, `folders` those that
    had changed besides; None where every file was linked.
    """

    snapshot: Snapshot
    lost: frozenset[str]
    names: frozenset[str]
    folders: frozenset[str] | None

    def snapshot_of(self, made: str, tree: Path, changed: frozenset[str]) -> Snapshot:
        """The snapshot of the site made of the copy by changing some files; the site before is then its spare."""
        names = changed | self.names
        if self.folders is None:
            return self.snapshot.relinked(made, tree, names)
        return self.snapshot.changed(made, tree, names, self.folders)


def of_spare(snapshot: Snapshot, site: Path, spare: Path, tree: Path) -> Copy:
    """Make `tree` of the spare: foreign entries go, what differs is brought from the site if it stands there whole."""
    spare.rename(tree)
    found = snapshot.compare(tree, snapshot.spare, snapshot.differs)
    _clear(tree, found.foreign)
    names = found.lost | snapshot.differs
    left = snapshot.files.held(names)
    lost = frozenset(name for name in sorted(names) if not _bring(site, tree, name, left.get(name)))
    return Copy(snapshot=snapshot, lost=lost, names=names, folders=found.folders)


def of_site(snapshot: Snapshot, site: Path, tree: Path) -> Copy | None:
    """Make `tree` of links to what of the site is as it was left; None where the file system has no links."""
    lost = snapshot.compare(site, snapshot.site, frozenset()).lost
    if not _link(site, tree, (name for name, _ in snapshot.files.rows() if name not in lost)):
        return None
    return Copy(snapshot=snapshot, lost=lost, names=lost, folders=None)


def linked(site: Path, spare: Path) -> bool:
    """A copy of a whole tree by links; False where the file system has none."""
    return _link(site, spare, walked_files(site))


def _link(site: Path, copy: Path, names: Iterable[str]) -> bool:
    """Links to these files, which come folder by folder."""
    above, made = os.fspath(copy), ""
    try:
        copy.mkdir()
        for name in names:
            folder = name.rpartition("/")[0]
            if folder != made:
                (copy / folder).mkdir(parents=True, exist_ok=True)
                made = folder
            os.link(f"{site}/{name}", f"{above}/{name}", follow_symlinks=False)
    except OSError:
        return False
    return True


def _bring(site: Path, tree: Path, name: str, left: State | None) -> bool:
    """Put the site's file in the place of the spare's; False where the site has it no more as it was `left`."""
    mine = tree / name
    whole = state_in(site, name) == left  # to unlink the spare's changes the ctime of both
    mine.unlink(missing_ok=True)
    if left is None:
        _prune(mine.parent)
        return True
    if not whole:
        return False
    mine.parent.mkdir(parents=True, exist_ok=True)
    os.link(site / name, mine, follow_symlinks=False)
    return True


def _clear(tree: Path, names: Iterable[str]) -> None:
    for name in names:
        path = tree / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Remove a folder and those above it as far as they are empty."""
    while True:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
