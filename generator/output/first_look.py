"""The first look: has anything changed at all since the last build?  Asked before most of the program is loaded.

It compares states of files, as git does: of sources, of the program and of the site that stands.  A source that was written
just before the build is compared by its content as well, for people save and build at once.  Where it cannot tell, the build
looks for itself.  Nothing here takes long to load.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from time import time_ns
from typing import Any

from generator.errors import BusyError
from generator.output.cache_format import version_and_value
from generator.output.hashing import digest
from generator.output.lock import acquire, release
from generator.output.places import beside
from generator.output.snapshot import SITE_SNAPSHOT, Snapshot, state_in, walked

RECENT = 2_000_000_000
"""ns.  A file written so shortly before a build may be written again without its state telling."""

_PROGRAM = Path(__file__).parents[1]
_FILE = "look.json"


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen before a build into `target`: a digest of it, and the moment (ns) of the latest change.

    `recent` are digests of the content of sources that were written so shortly before that their states prove nothing;
    each was read after its state was taken and before the build reads it, so what is written in between shows.
    """

    target: Path
    seen: str
    newest: int
    recent: Mapping[str, str]

    @classmethod
    def at(cls, target: Path, given: Iterable[str], folders: Iterable[Path]) -> Look | None:
        """Look at the source files in `folders` and at the program; `given` is what else an edition is made from.

        None where that does not suffice: a symbolic link may lead anywhere.
        """
        newest, since = 0, time_ns() - RECENT
        recent: dict[str, str] = {}

        def rows() -> Iterator[str]:
            nonlocal newest
            yield from (*given, sys.version, *_packages(target.resolve()))
            for folder in (*folders, _PROGRAM):
                yield str(folder)
                for name, row in _files(folder):
                    written = max(row.st_mtime_ns, row.st_ctime_ns)
                    if written > since and folder != _PROGRAM:  # the program is loaded by now, not read later
                        recent[name] = _content(name)
                    else:
                        newest = max(newest, written)
                    yield f"{name} {row.st_ino} {row.st_size} {row.st_mtime_ns} {row.st_ctime_ns}"

        try:
            return cls(target.resolve(), _digest(rows()), newest, recent)
        except OSError:
            return None

    def unchanged(self) -> Mapping[str, Any] | None:
        """What was kept of the last build, if it saw the same and its site still stands as it left it; else None."""
        with suppress(OSError, ValueError, BusyError):
            kept = json.loads((beside(self.target, "cache") / _FILE).read_bytes())
            if not isinstance(kept, dict) or kept.get("seen") != self.seen:
                return None
            same = all(_content(name) == before for name, before in kept["recent"].items())
            return kept if same and self._stands(kept["site"]) else None
        return None

    def keep(self, read_at: int, told: Mapping[str, Any]) -> None:
        """Keep what was seen, and what was `told`, for the next look; `read_at` is when the build began to read.

        Nothing is kept where another file, one of the program's, was written so shortly before that its state proves nothing.
        """
        path = beside(self.target, "cache") / _FILE
        path.unlink(missing_ok=True)
        if self.newest <= read_at - RECENT:
            kept = {**told, "seen": self.seen, "recent": self.recent, "site": _site(self.target)}
            path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")

    def _stands(self, site: object) -> bool:
        if any(beside(self.target, what).exists() for what in ("new", "old", "kept")):
            return False  # a build was interrupted
        lock = acquire(beside(self.target, "lock"))
        try:
            if isinstance(site, str):
                return _walked(self.target) == site
            return site == _snapshot_state(self.target) and _snapshot(self.target).stands_in(self.target)
        finally:
            release(lock)


def _packages(target: Path) -> Iterator[str]:
    """What changes when a package is installed or removed: the folders that Python imports from.

    Of one that the site lies in, which every build changes, what it tells of packages.
    """
    for name in filter(None, sys.path):
        with suppress(OSError):
            if not target.is_relative_to(name):
                yield f"{name} {os.lstat(name).st_mtime_ns}"
            else:
                with os.scandir(name) as found:
                    told = (entry for entry in found if entry.name.endswith("-info"))
                    yield from sorted(f"{entry.path} {entry.stat().st_mtime_ns}" for entry in told)


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every file in a folder, at every depth, and its state; Python's own by-products left out."""
    waiting = [str(folder)]
    while waiting:
        above = waiting.pop()
        with os.scandir(above) as found:
            for entry in found:
                if entry.is_symlink():
                    raise OSError(f"a symbolic link: {entry.path}")
                if not entry.is_dir(follow_symlinks=False):
                    yield entry.path, entry.stat(follow_symlinks=False)
                elif entry.name != "__pycache__":
                    waiting.append(entry.path)


def _site(target: Path) -> str | list[int]:
    """By what a site is known again: the snapshot of it, if that was taken of this very tree, else a digest of it."""
    with suppress(OSError, ValueError):
        if _snapshot(target).is_of(target):
            return _snapshot_state(target)
    return _walked(target)


def _snapshot(target: Path) -> Snapshot:
    return Snapshot.of_json(version_and_value((beside(target, "cache") / SITE_SNAPSHOT).read_bytes())[1])


def _snapshot_state(target: Path) -> list[int]:
    return list(state_in(beside(target, "cache"), SITE_SNAPSHOT))


def _walked(target: Path) -> str:
    return _digest(f"{name} {state_in(target, name)}" for name, _ in walked(target))


def _content(name: str) -> str:
    return digest(Path(name).read_bytes())


def _digest(rows: Iterable[str]) -> str:
    made = blake2b(digest_size=16)
    for row in rows:
        made.update(f"{row}\n".encode(errors="surrogateescape"))
    return made.hexdigest()
