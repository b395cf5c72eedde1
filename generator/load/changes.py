"""Change detection: first by `stat`, then by content."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from generator.load.filesystem import signatures
from generator.model.files import folder_of
from generator.model.index import FolderState
from generator.model.picture import inside


def state_of(folder: Path, pattern: str) -> FolderState:
    """A digest of `stat` of the files in a folder of that pattern: name, size, times, inode."""
    rows = signatures(folder, _within(pattern))
    return FolderState(
        digest=blake2b(repr(rows).encode(), digest_size=12).hexdigest(),
        newest=max((max(row[2], row[3]) for row in rows), default=0),
        names=tuple(row[0] for row in rows),
    )


def digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """A digest of each named file that really lies in the folder."""
    found, home = ((name, folder / name) for name in names if inside(name)), folder.resolve()
    return {
        name: blake2b(path.read_bytes(), digest_size=16).hexdigest()
        for name, path in found
        if path.resolve() == home / name and path.is_file()
    }


def content_of(folder: Path, pattern: str) -> str:
    """A digest of names and contents of what lies in the folder of that pattern."""
    made = blake2b(digest_size=16)
    for name, *_ in signatures(folder, _within(pattern)):
        data = b"" if name.endswith("/") else (folder / name).read_bytes()
        made.update(f"{name}\0{len(data)}\0".encode())
        made.update(data)
    return made.hexdigest()


def _within(pattern: str) -> tuple[str, ...]:
    """The folders whose files belong to the same owner."""
    return tuple(name for name in folder_of(pattern).folders if "{" not in name)
