"""Reading files and folders safely: size limits, encodings, no symbolic links; refusals are Problems."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from sys import intern

from generator.errors import reason
from generator.model.picture import HEIC_SUFFIXES, PICTURE_SUFFIXES
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

SIZE_LIMIT = 5 * 1024 * 1024
"""Bytes that a register may have at most; the largest real ones stay below 100 KB."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_SAVE_AS = "请用“另存为”，编码选 UTF-8。"


def display_path(path: Path, root: Path) -> str:
    """The path as a user at the project root would type it, with forward slashes on every system."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def read_text(path: Path, root: Path) -> tuple[str | None, list[Problem]]:
    """The text of a file with plain line feeds and no byte order mark, or None and the reason why there is none."""
    place = Source(display_path(path, root), 1, 1)
    try:
        # lstat, not stat: a symbolic link is refused, wherever it points.
        state = path.lstat()
        if not S_ISREG(state.st_mode):
            return None, [irregular(path, root, state.st_mode)]
        if state.st_size > SIZE_LIMIT:
            return None, [report("R004", place, "文件超过 5 MB", "请检查是否放错了文件，或按年拆开。")]
        data = path.read_bytes()
    except OSError as error:
        return None, [unreadable(path, root, error)]
    return decode(data, place.path)


def decode(data: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """The text in these bytes, if they are UTF-8; otherwise a Problem that names the likely encoding."""
    if data.startswith(_UTF16) or _looks_like_utf16(data):
        return None, [report("R002", Source(path, 1, 1), "文件是 UTF-16 编码", _SAVE_AS)]
    if b"\0" in data:
        return None, [_binary(data, data.index(b"\0"), path)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error.start, path)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def list_folder(folder: Path, root: Path) -> tuple[list[Path], list[Problem]]:
    """The entries of a folder, sorted by name, without hidden ones; symbolic links are Problems and never followed."""
    try:
        # Sorted, because the order of scandir differs between file systems, and messages and pages must not.
        with os.scandir(folder) as listed:
            found = sorted((entry.name, entry.is_symlink()) for entry in listed if not entry.name.startswith("."))
    except OSError as error:
        return [], [unreadable(folder, root, error)]
    refused = [link_refused(folder / name, root) for name, is_link in found if is_link]
    refused += _alike(folder, [name for name, _ in found], root)
    return [folder / name for name, is_link in found if not is_link], refused


def _alike(folder: Path, names: list[str], root: Path) -> list[Problem]:
    """Names that differ only in case or Unicode normalization: one file on macOS and Windows."""
    first: dict[str, str] = {}
    return [
        report("P117", Source(display_path(folder / name, root)), f"{name} 与 {other} 只差大小写", "请给其中一个换名。")
        for name in names
        if (other := first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)) != name
    ]


def link_refused(path: Path, root: Path) -> Problem:
    """The Problem of a symbolic link in place of a file or folder; of a picture, only that picture is left out."""
    code = "P123" if path.suffix.lower() in {*PICTURE_SUFFIXES, *HEIC_SUFFIXES} else "P104"
    return report(code, Source(display_path(path, root)), "这是符号链接，不读取", "请把实际的文件或文件夹放到这里。")


def irregular(path: Path, root: Path, mode: int) -> Problem:
    """The Problem of a link, folder, device or pipe in place of a file."""
    if S_ISLNK(mode):
        return link_refused(path, root)
    what = "文件夹" if S_ISDIR(mode) else "设备或管道"
    return report("P115", Source(display_path(path, root)), f"这里该是文件，却是{what}", "请换成文件；不需要的就移走。")


def unreadable(path: Path, root: Path, error: OSError) -> Problem:
    """The Problem of a file or folder that cannot be read, or does not exist."""
    place = Source(display_path(path, root))
    if isinstance(error, FileNotFoundError):
        return missing(path, root)
    if isinstance(error, NotADirectoryError):
        return report("P115", place, "这里该是文件夹，却是文件", "请换成文件夹；不需要的就移走。")
    return report("P107", place, f"读不出来：{reason(error)}", "请检查读取权限和磁盘。")


def missing(path: Path, root: Path) -> Problem:
    """The Problem of a required file or folder that does not exist."""
    return report("P105", Source(display_path(path, root)), f"缺少 {path.name}", "请补上这个文件，样例见填写说明。")


def _looks_like_utf16(data: bytes) -> bool:
    """UTF-16 without a byte order mark: many zero bytes, and only at even or only at odd offsets.

    Colons, digits, spaces and line ends are the ASCII that every register has, so an eighth of the bytes is enough.
    """
    even, odd = data[:400:2].count(0), data[1:400:2].count(0)
    return min(even, odd) == 0 and max(even, odd) * 8 >= len(data[:400]) >= 16


def _not_utf8(data: bytes, at: int, path: str) -> Problem:
    """GBK, in the whole file or in one line that was pasted into it; anything else is taken for binary."""
    line = data[data.rfind(b"\n", 0, at) + 1 :].partition(b"\n")[0]
    if _CONTROL.search(data) or not (_is_gbk(data) or _is_gbk(line)):
        return _binary(data, at, path)
    return report("R001", _place(data, at, path), "文件不是 UTF-8，像是 GBK 编码", "请另存为 UTF-8。")


def _is_gbk(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _binary(data: bytes, at: int, path: str) -> Problem:
    return report(
        "R003", _place(data, at, path), "这里不是文字，文件像是二进制文件", "请核对文件内容，用 UTF-8 文本重新保存。"
    )


def _place(data: bytes, at: int, path: str) -> Source:
    """Line and column of the byte at `at`, the first that is not UTF-8."""
    start = data.rfind(b"\n", 0, at) + 1
    return Source(path, data.count(b"\n", 0, at) + 1, len(data[start:at].decode("utf-8", "replace")) + 1)


def signatures(folder: Path, within: Collection[str] = ()) -> tuple[tuple[str, int, int, int, int], ...]:
    """`stat` of the files in a folder and its subfolders `within`, sorted: path, size, mtime and ctime (ns), inode.

    Other subfolders are listed by name, with a slash at the end.
    """
    rows = []
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith("."):
                continue
            if entry.is_file(follow_symlinks=False):
                is_now = entry.stat(follow_symlinks=False)
                rows.append((intern(entry.name), is_now.st_size, is_now.st_mtime_ns, is_now.st_ctime_ns, is_now.st_ino))
            elif entry.is_dir(follow_symlinks=False):
                rows.append((f"{entry.name}/", 0, 0, 0, 0))
                if entry.name in within:
                    rows += [(f"{entry.name}/{row[0]}", *row[1:]) for row in signatures(folder / entry.name)]
    return tuple(sorted(rows))
