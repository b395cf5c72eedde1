"""Papers written as Word files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.errors import OutputFolderError, reason
from generator.formats.word.package import to_docx
from generator.model.paper import Paper


class PaperFile(NamedTuple):
    """A finished file and its name."""

    name: str
    data: bytes

    @classmethod
    def word(cls, name: str, paper: Paper) -> PaperFile:
        """A paper for Word; `name` has no suffix."""
        return cls(f"{name}.docx", to_docx(paper))


def write_files(files: Iterable[PaperFile], folder: Path) -> list[Path]:
    """Write finished files; raises OutputFolderError where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        for row in files:
            paths.append(folder / row.name)
            paths[-1].write_bytes(row.data)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return paths


def _unwritable(path: Path, error: OSError) -> OutputFolderError:
    return OutputFolderError(f"写不进 {path}：{reason(error)}。请换一个目录，或检查权限。")
