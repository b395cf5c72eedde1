"""Whether files changed: first by what the file system says of them, then by their content."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from generator.load.files import signatures
from generator.model.index import FolderState


def state_of(folder: Path) -> FolderState:
    """What the file system says of the files in a folder: name, size, times, inode."""
    rows = signatures(folder)
    return FolderState(
        digest=blake2b(repr(rows).encode(), digest_size=12).hexdigest(),
        newest=max((max(row[2], row[3]) for row in rows), default=0),
        names=tuple(row[0] for row in rows),
    )


def content_of(folder: Path) -> str:
    """A digest of names and contents of the files in a folder."""
    made = blake2b(digest_size=16)
    for name, *_ in signatures(folder):
        data = (folder / name).read_bytes()
        made.update(f"{name}\0{len(data)}\0".encode())
        made.update(data)
    return made.hexdigest()
