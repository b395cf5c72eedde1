"""The cache: plain data that only saves work.  What is corrupt, foreign or of another version is made anew.

It lies in the work folder beside the output folder, mode 0700, for it may hold what an edition's readers must not see.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_log = logging.getLogger("zhibu")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of JSON files, each replaced in one step."""

    folder: Path

    def read(self, name: str) -> Any:
        """What was written under `name`; None where nothing was, or where it cannot be read (told in one line)."""
        path = self.folder / name
        try:
            return json.loads(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError):
            self.discard(name, "读不出来")
            return None

    def write(self, name: str, data: Any) -> None:
        """Write plain data under `name`: the old file or the new one stands there, never a part of one."""
        path = self.folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.tmp")
        try:
            fresh.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise

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

    def discard(self, name: str, why: str) -> None:
        """Remove what was written under `name` and say so in one line; what rests on it is made anew."""
        _log.warning("缓存 %s %s，已丢弃，重新生成。", name, why)
        self.remove(name)
