"""Exchange two folders in one step where the system can, else in steps that the next start can mend."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EXDEV, errno.EBUSY}
_APART = {errno.EXDEV, errno.EBUSY}
"""A folder that cannot be renamed: it lies on a lower layer of a container, or is itself a mounted disk."""


def exchange(new: Path, target: Path) -> None:
    """Put `new` at `target`; where a folder stood at `target`, it ends up at `new`, unless it had to be copied."""
    if not target.exists():
        new.rename(target)
    elif not swap(new, target):
        two_steps(new, target)


def two_steps(new: Path, target: Path) -> None:
    """Park the old folder, then move the new one in; between the two, `recover` knows what to do."""
    parked = new.with_suffix(".old")
    try:
        target.rename(parked)
    except OSError as error:
        if error.errno not in _APART:
            raise
        replace(new, target)
    else:
        new.rename(target)
        parked.rename(new)


def replace(new: Path, target: Path) -> None:
    """Where the old folder cannot be renamed: keep a copy of it while the new one takes its place.

    As long as the copy stands under its name, the old site is what counts: it is put back, now or at the next start.
    """
    kept, making = new.with_suffix(".kept"), new.with_suffix(".old")
    try:
        shutil.copytree(target, making, symlinks=True)
        making.rename(kept)
        _fill(new, target)
    except OSError:
        shutil.rmtree(making, ignore_errors=True)
        if kept.exists():
            put_back(kept, target)
        raise
    kept.rename(making)
    shutil.rmtree(making)


def put_back(kept: Path, target: Path) -> None:
    """Make `target` hold the old site again."""
    _fill(kept, target)
    shutil.rmtree(kept, ignore_errors=True)


def _fill(source: Path, target: Path) -> None:
    """Empty `target` and move into it what `source` holds; the folder itself stays where it may not go."""
    target.mkdir(exist_ok=True)
    for entry in target.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    try:
        target.rmdir()
        source.rename(target)
    except OSError as error:
        if error.errno not in _APART:
            raise
        shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)


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
