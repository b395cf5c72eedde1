"""Where a build keeps what belongs to an output folder: in a work folder beside it."""

from __future__ import annotations

from pathlib import Path

WORK = ".zhibu"
"""The name of the work folder."""


def beside(target: Path, what: str) -> Path:
    """The place of something that belongs to the output folder `target`: its `lock`, its `cache`, a tree of files."""
    return target.parent / WORK / f"{target.name}.{what}"


def is_store(out: str) -> bool:
    """Whether an output is an address (`s3://bucket/site`) and not a folder."""
    return "://" in out
