"""The cache: values that only save work.  What is corrupt, foreign or of another version is made anew.

It lies in the work folder beside the output folder, mode 0700, for it may hold what an edition's readers must not see.
A file holds a frozen value as JSON, by the types of its fields (`cache_format.py`).
"""

from __future__ import annotations

import logging
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.output.cache_format import version_and_value, version_line
from generator.output.hashing import digest

T = TypeVar("T")

_log = logging.getLogger("zhibu")
_adapters: dict[type, TypeAdapter[Any]] = {}


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of files that hold one value each, each replaced in one step; `version` is that of the program."""

    folder: Path
    version: str

    def read(self, name: str, kind: type[T]) -> T | None:
        """The value that was written under `name`; None where nothing was, or not by this version of the program.

        What cannot be read is told in one line, and removed.
        """
        try:
            version, data = version_and_value((self.folder / name).read_bytes())
            if version == self.version:
                value: T = _adapter(kind).validate_json(data)
                return value
        except FileNotFoundError:
            return None
        except (OSError, ValidationError):
            version = None
        if version is None:
            _log.warning("缓存 %s 读不出来，已丢弃，重新生成。", name)
            self.remove(name)
        return None

    def write(self, name: str, value: object) -> None:
        """Write a dataclass or NamedTuple under `name`: the old file or the new one stands there, never a part of one."""
        path = self.folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.tmp")
        try:
            with fresh.open("wb") as file:
                file.writelines((version_line(self.version), to_json(value)))
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise

    def own_folder(self, name: str) -> Path:
        """A folder for what only this version of the program may read; those of other versions are removed."""
        path = self.folder / name / digest(self.version)
        if not path.is_dir():
            shutil.rmtree(path.parent, ignore_errors=True)
            path.mkdir(mode=0o700, parents=True)
        return path

    def touch(self) -> int:
        """The time now (ns), by the clock of the file system on which the cache lies."""
        path = self.folder / "now"
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(b"")
        return path.stat().st_mtime_ns

    def remove(self, name: str) -> None:
        """Remove what was written under `name`."""
        with suppress(OSError):
            (self.folder / name).unlink()

    def promote(self, name: str, instead: str) -> None:
        """Give what was written under `name` the name `instead`."""
        (self.folder / name).replace(self.folder / instead)


def to_json(value: object) -> bytes:
    """A dataclass or NamedTuple as the cache writes it: the same before it was written and after it was read."""
    return _adapter(type(value)).dump_json(value)


def _adapter(kind: type[T]) -> TypeAdapter[T]:
    """Made once a kind: to work out how its fields are read takes milliseconds."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]
