"""One file for few eyes, written beside sites but never into one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.errors import OutputFolderError, reason
from generator.output.folder import MARKER
from generator.output.replacement import replace_file


def refuse_published(path: Path, folders: Iterable[Path]) -> None:
    """Raise OutputFolderError where the file would lie in a finished site, or in one of the given folders."""
    place = path.resolve()
    for folder in folders:
        if place.is_relative_to(folder.resolve()):
            raise OutputFolderError(f"{path} 在 {folder} 里，会随它发布或流转。请另给一个文件。")
    site = next((parent for parent in place.parents if (parent / MARKER).is_file()), None)
    if site is not None:
        raise OutputFolderError(f"{path} 在站点 {site} 里，会随站点发布。请另给一个文件。")


def write_private(path: Path, content: str | bytes) -> None:
    """Write the file so that its owner alone can read it; what stands there stays until the new file is whole.

    Raises OutputFolderError where it cannot be written.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # a device or a pipe, such as /dev/stdout
            path.write_bytes(data)
        else:
            replace_file(path.resolve(), data, 0o600)
    except OSError as error:
        raise OutputFolderError(f"写不进 {path}：{reason(error)}。请换一个文件，或检查权限。") from error
