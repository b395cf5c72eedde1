"""Writes generated drafts without ever overwriting a person's changes.

A copy is kept of each draft as it was last written.  A file that still equals its copy was not edited and may be
overwritten; any other is left alone, and the difference is returned.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.errors import OutputFolderError


class DraftResult(NamedTuple):
    """The result for one draft: written, unchanged, or not written because of this `diff`."""

    path: Path
    written: bool
    diff: str | None


class AcceptedFile(NamedTuple):
    """A file that is in use already where a draft would go: its text, and how the draft differs from it."""

    path: Path
    standing: str
    diff: str


def write_drafts(folder: Path, drafts: Mapping[str, str], kept: Path) -> list[DraftResult]:
    """Write drafts by name into a folder; copies go to `kept`.  All paths are checked before the first is written."""
    places = [(_inside(folder, name), text, _inside(kept, name)) for name, text in drafts.items()]
    return [_offer(*place) for place in places]


def accepted_files(folder: Path, drafts: Mapping[str, str], part: Callable[[str], str]) -> Iterator[AcceptedFile]:
    """The files of a folder in use that have the name of a draft and another text; only a `part` of both is compared line by line."""
    for name, text in drafts.items():
        path = folder / name
        standing = _read(path)
        if standing is not None and standing != text:
            yield AcceptedFile(path, standing, text_difference(path.as_posix(), part(standing), part(text), "草稿"))


def _offer(path: Path, text: str, copy: Path) -> DraftResult:
    standing = _read(path)
    if standing is not None and standing not in {text, _read(copy)}:
        return DraftResult(path, written=False, diff=text_difference(path.as_posix(), standing, text, "这次导入"))
    if standing != text:
        _write(path, text)
    # Also where the file was equal already: without a copy the next draft would take it for edited.
    _write(copy, text)
    return DraftResult(path, written=standing != text, diff=None)


def text_difference(name: str, standing: str, text: str, what: str) -> str:
    """The unified diff from what a file holds to another text; `what` is said of that one."""
    ours, theirs = f"{name}（现有）", f"{name}（{what}）"
    return "\n".join(difflib.unified_diff(standing.splitlines(), text.splitlines(), ours, theirs, lineterm=""))


def _inside(folder: Path, name: str) -> Path:
    """The path of a file in a folder; raises OutputFolderError for a symbolic link or a path outside."""
    path = folder / name
    if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
        raise OutputFolderError(f"{path.as_posix()} 指向文件夹之外，没有写入。请把链接换成实际的文件。")
    return path


def _read(path: Path) -> str | None:
    """The text of the file, None where there is none; undecodable bytes are escaped, so that they count as an edit."""
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
