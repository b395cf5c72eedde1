"""Templates that a showcase hands out from its branch's own folder (带走)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.model.attachment import attachment_fault
from generator.model.files import ATTACHMENTS
from generator.model.records.showcase import Takeaway

_FOLDER = PurePosixPath(ATTACHMENTS.pattern).parent.name


def sound_templates(folder: Path, rows: Iterable[Takeaway]) -> frozenset[str]:
    """The attached files that lie where they should and can be handed out, as the record names them."""
    return frozenset(row.file for row in rows if row.file is not None and _sound(folder, row.file))


def _sound(folder: Path, file: str) -> bool:
    name = PurePosixPath(file).name
    path = folder / _FOLDER / name
    if file != f"{_FOLDER}/{name}" or not ATTACHMENTS.matches(name) or not name.isascii():
        return False
    if path.is_symlink() or path.parent.is_symlink() or not path.is_file():
        return False
    return attachment_fault(path.suffix.lower(), path.read_bytes()) is None
