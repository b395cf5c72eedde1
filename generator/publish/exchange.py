"""Exchange two folders in one step where the system can, else in two renames that the next start can mend."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def exchange(new: Path, target: Path) -> None:
    """Put `new` at `target`; where a folder stood at `target`, it ends up at `new` (or is parked beside it)."""
    if not target.exists():
        new.rename(target)
    elif not swap(new, target):
        two_steps(new, target)


def two_steps(new: Path, target: Path) -> None:
    """Park the old folder, then move the new one in; between the two, `recover` knows what to do."""
    parked = new.with_suffix(".old")
    target.rename(parked)
    new.rename(target)
    parked.rename(new)


def swap(one: Path, other: Path) -> bool:
    """Exchange two names in one system call; False where the system or the file system cannot."""
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _system_call() -> Callable[[bytes, bytes], int] | None:
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        renameat2 = library.renameat2
        return lambda one, other: int(renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    if hasattr(library, "renamex_np"):
        renamex_np = library.renamex_np
        return lambda one, other: int(renamex_np(one, other, _RENAME_SWAP))
    return None
