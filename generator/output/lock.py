"""A lock that the operating system releases when its process ends, however it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from generator.errors import BusyError

if sys.platform == "win32":  # pragma: no cover - Windows only
    import msvcrt

    def _try(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def acquire(path: Path) -> IO[str]:
    """Take the lock, or say that another build holds it."""
    file = path.open("a", encoding="utf-8")
    try:
        _try(file)
    except OSError as error:
        file.close()
        raise BusyError(f"另一个生成正在写 {path.name.removesuffix('.lock')}，请等它结束后再试。") from error
    return file


def release(file: IO[str]) -> None:
    """Give the lock back."""
    file.close()
