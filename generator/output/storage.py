"""Storage of a site's files: a folder, or (`object_storage`) an object store.  A value that can be sent to any worker."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path, PurePath
from typing import Protocol

from generator.errors import OutputFolderError

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""A file that is not there yet; bytes stay as they are on Windows too."""


class Storage(Protocol):
    """A place for the files of one edition; `name` is a file's path from the site's root, with slashes."""

    def write(self, name: str, data: bytes) -> bool:
        """Write a file; False where these very bytes are there already."""
        ...

    def write_all(self, files: Iterable[tuple[str, bytes]]) -> int:
        """Write many, as they come; how many of them were not there already."""
        ...

    def read(self, name: str) -> bytes | None:
        """The file's bytes; None where there is none."""
        ...

    def remove(self, name: str) -> None:
        """Remove the file, if it is there."""
        ...


@dataclass(frozen=True, slots=True)
class FolderStorage:
    """A folder of this machine, or one that all machines share under the same path."""

    folder: Path

    def write(self, name: str, data: bytes) -> bool:
        """Write a file; one that holds these bytes is left alone, another makes way.

        Nothing is written over: the old file may be one that the published site shares by hard link, or half of what
        a killed worker was writing.
        """
        target = f"{self.folder}/{name}"
        try:
            _create(target, data)
        except FileNotFoundError:
            self._make_room(target)
            _create(target, data)
        except FileExistsError:
            if _holds(Path(target), data):
                return False
            Path(target).unlink()
            _create(target, data)
        return True

    def move_in(self, name: str, file: Path) -> bool:
        """Move a file of the same file system here; False where its very bytes are here already, and it is removed."""
        target = self.folder / name
        if target.is_file() and cmp(target, file, shallow=False):
            file.unlink()
            return False
        self._make_room(str(target))
        file.replace(target)
        return True

    def write_all(self, files: Iterable[tuple[str, bytes]]) -> int:
        """Write one after the other."""
        return sum(self.write(name, data) for name, data in files)

    def read(self, name: str) -> bytes | None:
        """The file's bytes; None where there is none."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def remove(self, name: str) -> None:
        """Remove the file, if it is there, and the folders that it leaves empty."""
        (self.folder / name).unlink(missing_ok=True)
        for folder in PurePath(name).parents[:-1]:
            try:
                (self.folder / folder).rmdir()
            except OSError:
                return

    def _make_room(self, target: str) -> None:
        """Make the folders of a file; never the storage's own, which a machine that does not share it would lack."""
        if not self.folder.is_dir():
            raise OutputFolderError(f"这台机器上没有输出目录 {self.folder}。每台机器都要在同一路径看到同一个共享目录。")
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - as above


def _create(target: str, data: bytes) -> None:
    """Create a file.  Without a file object around it: at hundreds of thousands of pages that costs as much as writing."""
    file = os.open(target, _NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _holds(path: Path, data: bytes) -> bool:
    return path.stat().st_size == len(data) and path.read_bytes() == data
