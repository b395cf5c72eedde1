"""A finished file in the place of the one before: the old one or the new one stands there, never a part of one."""

from __future__ import annotations

import os
from pathlib import Path


def replace_file(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write beside `path` and rename; a hard link to the old file keeps its bytes.  Raises OSError, and leaves nothing.

    `mode` is that of the new file, less what the process's umask takes away.
    """
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(data)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
