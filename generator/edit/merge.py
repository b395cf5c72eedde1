"""Files that a program drafts and a person finishes: what a person has changed is never overwritten.

Beside each draft a copy is kept of what was written last.  A file that is still like its copy is nobody's work and
may be written anew; any other one stays, and the difference is told.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.errors import OutputFolderError


class DraftResult(NamedTuple):
    """What came of one draft: written, the same as it stands there already, or left with this `diff`."""

    path: Path
    written: bool
    diff: str | None


def write_drafts(folder: Path, drafts: Mapping[str, str], kept: Path) -> list[DraftResult]:
    """Write drafts into a folder by name; `kept` is where the copies are.  All places are looked at before any is used."""
    places = [(_inside(folder, name), text, _inside(kept, name)) for name, text in drafts.items()]
    return [_offer(*place) for place in places]


def _offer(path: Path, text: str, copy: Path) -> DraftResult:
    standing = _read(path)
    if standing is not None and standing not in {text, _read(copy)}:
        return DraftResult(path, written=False, diff=_difference(path, standing, text))
    if standing != text:
        _write(path, text)
    _write(copy, text)
    return DraftResult(path, written=standing != text, diff=None)


def _difference(path: Path, standing: str, text: str) -> str:
    """What would change, with the person's file first."""
    ours, theirs = f"{path.as_posix()}（现有）", f"{path.as_posix()}（这次导入）"
    lines = difflib.unified_diff(standing.splitlines(), text.splitlines(), ours, theirs, lineterm="")
    return "\n".join(lines)


def _inside(folder: Path, name: str) -> Path:
    """The place of a file in a folder; a link that leads out of it is refused."""
    path = folder / name
    if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
        raise OutputFolderError(f"{path.as_posix()} 指向文件夹之外，没有写入。请把链接换成实际的文件。")
    return path


def _read(path: Path) -> str | None:
    """The text that stands there, None where there is no file; what is no text is a person's, too."""
    try:
        return path.read_bytes().decode("utf-8", "backslashreplace").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputFolderError(f"读不出 {path.as_posix()}：{error.strerror}。请检查权限。") from error


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise OutputFolderError(f"写不进 {path.as_posix()}：{error.strerror}。请检查权限和磁盘空间。") from error
