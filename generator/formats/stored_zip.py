"""A zip of finished files whose bytes are the same on every machine: sorted, dated, not compressed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_UNIX, _READABLE = 3, 0o644 << 16
_FIRST = date(1980, 1, 1)
"""The earliest day that an archive can bear."""


def to_zip(files: Mapping[str, bytes], day: date) -> bytes:
    """An archive of the files by their names in it, in the order of the names.

    Nothing is compressed: what a compressor makes depends on its version, and pictures and PDFs are compressed already.
    """
    made = BytesIO()
    write_zip(made, sorted(files.items()), day)
    return made.getvalue()


def write_zip(target: Path | IO[bytes], files: Iterable[tuple[str, bytes]], day: date) -> None:
    """The same into a file, for more than fits into memory; the files stand in the order in which they come."""
    on = max(day, _FIRST)
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, data in files:
            info = ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
            info.create_system, info.external_attr = _UNIX, _READABLE
            archive.writestr(info, data)
