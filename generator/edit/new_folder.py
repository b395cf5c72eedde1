"""A project folder that comes into being whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.errors import OutputFolderError, reason

_APART = ".zhibu-new"
_MAY_STAND = frozenset({".git"})


def refuse_filled(folder: Path) -> None:
    """Raise OutputFolderError where the folder holds anything; a repository without files does no harm."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise OutputFolderError(f"{folder} 不是文件夹，什么都没有写。请另起一个名字。")
    standing = sorted(path.name for path in folder.iterdir() if path.name not in _MAY_STAND) if folder.exists() else []
    if standing:
        raise OutputFolderError(f"{folder} 里已经有 {standing[0]}，什么都没有写。请写一个新的或空的文件夹。")


def create_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, by path (a folder where it ends in a slash), into a new or empty folder: first apart within it, then moved into place together.

    Raises OutputFolderError where the folder holds anything or cannot be written; nothing is left then.
    """
    refuse_filled(folder)
    fresh = not folder.exists()
    apart = folder / _APART
    moved: list[Path] = []
    try:
        for name, data in files.items():
            _write(apart / name, data if not name.endswith("/") else None)
        for path in sorted(apart.iterdir()):
            path.rename(folder / path.name)
            moved.append(folder / path.name)
        apart.rmdir()
    except OSError as error:
        for path in (*moved, apart):
            _remove(path)
        if fresh:
            _remove(folder)
        raise OutputFolderError(f"写不进 {folder}：{reason(error)}。什么都没有留下；请检查权限和磁盘空间。") from error


def _write(path: Path, data: bytes | None) -> None:
    """A file with these bytes; None makes a folder."""
    (path if data is None else path.parent).mkdir(parents=True, exist_ok=True)
    if data is not None:
        path.write_bytes(data)


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
