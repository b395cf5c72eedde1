"""What a run of `zhibu pdf … --all` was made from, so that the next one need not look into anything that stayed as it was.

Nothing here takes long to load: it is asked before all else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.build.program import program
from generator.output.cache import Cache
from generator.output.hashing import digest
from generator.settings import Settings

_RECENT = 2_000_000_000
"""ns.  A file written so shortly before it was looked at may be written again without its times telling."""


class FileMark(NamedTuple):
    """A finished file and its state."""

    name: str
    size: int
    changed: int


class PrintNote(NamedTuple):
    """A finished run: a digest of what it rests on, and its files."""

    key: str
    files: tuple[FileMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintNotes:
    """The note of one kind of run into one folder.

    `key` is a digest of all that a run rests on; empty where a file has changed so lately that its state proves nothing.
    """

    cache: Cache
    name: str
    key: str
    folder: Path

    @classmethod
    def of(cls, settings: Settings, asked: tuple[str, ...], folder: Path) -> PrintNotes:
        """`asked` is what the run is about; sources are told by `stat`."""
        cache = Cache(print_cache(settings.root), program())
        now, rows = cache.touch(), list(_states(settings))
        newest = max((row.changed for row in rows), default=0)
        key = digest(cache.version, repr(settings), *asked, *map(repr, rows)) if newest < now - _RECENT else ""
        return cls(cache=cache, name=f"runs/{digest(str(folder.resolve()), *asked)}.json", key=key, folder=folder)

    def standing(self) -> tuple[FileMark, ...] | None:
        """The files of the last run, where it was made from the same and they are as it left them."""
        note = self.cache.read(self.name, PrintNote) if self.key else None
        if note is None or note.key != self.key or note.files != tuple(self._marks(row.name for row in note.files)):
            return None
        return note.files

    def write(self, names: Iterable[str]) -> None:
        """Note a run without a failure."""
        if self.key:
            self.cache.write(self.name, PrintNote(self.key, tuple(self._marks(names))))

    def _marks(self, names: Iterable[str]) -> Iterator[FileMark]:
        for name in names:
            path = self.folder / name
            if path.is_file():
                yield _mark(name, path.stat())


def print_cache(root: Path) -> Path:
    """Where finished PDFs are kept from run to run."""
    return root / ".zhibu" / "pdf"


def _states(settings: Settings) -> Iterator[FileMark]:
    for top in (settings.docs, settings.records, *settings.typefaces.folders):
        for folder, inner, names in os.walk(top):
            inner.sort()
            for name in sorted(names):
                path = os.path.join(folder, name)  # noqa: PTH118 - a Path for every file costs as much as its state
                yield _mark(path, os.stat(path))  # noqa: PTH116 - as above


def _mark(name: str, state: os.stat_result) -> FileMark:
    return FileMark(name, state.st_size, max(state.st_mtime_ns, state.st_ctime_ns))
