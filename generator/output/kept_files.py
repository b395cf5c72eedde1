"""Finished files that cost time to make, kept from build to build by a digest of what they were made from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class KeptFiles:
    """A folder of such files, mode 0700; whoever makes one names it by a digest of all that it rests on."""

    folder: Path
    _used: set[str] = field(default_factory=set)

    def read(self, name: str) -> bytes | None:
        """The file of that name; None where there is none."""
        self._used.add(name)
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Keep a file: renamed into place, for other processes may read it, or make the very same, at the same time."""
        self._used.add(name)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self.folder / f"{name}.{os.getpid()}.tmp"
        fresh.write_bytes(data)
        fresh.replace(self.folder / name)

    def tidy(self, used: Iterable[str] = ()) -> None:
        """Delete what was neither read nor written since this value was made, nor is in use elsewhere."""
        self._used.update(used)
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.name not in self._used:
                path.unlink(missing_ok=True)
