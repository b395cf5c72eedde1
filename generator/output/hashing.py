"""Digests of texts and of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path


def digest(*parts: str | bytes) -> str:
    """A short digest of some texts, told apart from each other."""
    return digest_of(parts)


def digest_of(parts: Iterable[str | bytes]) -> str:
    """The same of texts that come one by one: together they may be a million."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8))
        made.update(data)
    return made.hexdigest()


def files_in(folder: Path) -> Iterator[str | bytes]:
    """Name and content of every file in a folder, at every depth; Python's own by-products left out."""
    for row in contents_of(folder):
        yield from row


def contents_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The same as pairs."""
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
