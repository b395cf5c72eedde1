"""Writing into the new tree: text files of the site, and the slots of prose pages that MkDocs has already written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.model.page import SLOT


def write_file(tree: Path, name: str, text: str) -> None:
    """Write a text file of the site."""
    target = tree / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode())


def fill_slots(html: str, fill: Callable[[str], str]) -> str:
    """The page with every slot replaced by what `fill` gives for its name."""
    return SLOT.sub(lambda found: fill(found["name"]), html)
