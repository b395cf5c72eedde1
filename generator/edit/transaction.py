"""All files of one change together or none: written beside the old ones, exchanged one by one, put back if one fails."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.errors import OutputFolderError, reason


class FileChange(NamedTuple):
    """One file: the text that was read, and the text that takes its place; no `old` where there is no file yet."""

    path: Path
    old: str | None
    new: str


def write_together(changes: Iterable[FileChange]) -> None:
    """Write every change, or none.

    Raises OutputFolderError where a file is a link, is no longer what was read, or cannot be written.
    """
    rows = tuple(changes)
    fresh = [row.path.with_name(f".{row.path.name}.zhibu") for row in rows]
    done: list[FileChange] = []
    try:
        for row, path in zip(rows, fresh, strict=True):
            _refuse_changed(row)
            path.write_bytes(row.new.encode("utf-8"))
        for row, path in zip(rows, fresh, strict=True):
            path.replace(row.path)
            done.append(row)
    except OSError as error:
        for row in done:
            _put_back(row)
        raise OutputFolderError(
            f"写不进 {error.filename}：{reason(error)}。什么都没有改；请检查权限和磁盘空间。"
        ) from error
    finally:
        for path in fresh:
            path.unlink(missing_ok=True)


def _refuse_changed(row: FileChange) -> None:
    if row.path.is_symlink():
        raise OutputFolderError(f"{row.path} 是符号链接，什么都没有改。请换成实际的文件。")
    standing = row.path.read_bytes().decode("utf-8", "replace") if row.path.exists() else None
    if standing != row.old:
        raise OutputFolderError(f"{row.path} 刚才被改过，什么都没有改。请再运行一次。")


def _put_back(row: FileChange) -> None:
    with suppress(OSError):  # what cannot be put back is told by the error that is raised
        if row.old is None:
            row.path.unlink()
        else:
            row.path.write_bytes(row.old.encode("utf-8"))
