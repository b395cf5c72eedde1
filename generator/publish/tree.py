"""Writing into the new tree: record pages, and the slots of prose pages that MkDocs has already written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.model.page import SLOT, page_file


def write_page(tree: Path, path: str, content: bytes) -> None:
    """Write the page whose URL path is `path`."""
    _write(tree / page_file(path), content)


def write_file(tree: Path, name: str, text: str) -> None:
    """Write a text file of the site."""
    _write(tree / name, text.encode())


def fill_slots(html: str, fill: Callable[[str], str]) -> str:
    """The page with every slot replaced by what `fill` gives for its name."""
    return SLOT.sub(lambda found: fill(found["name"]), html)


def fill_file(path: Path, fill: Callable[[str], str]) -> None:
    """Fill the slots of a page that is already written; a page without slots is left alone."""
    html = path.read_text(encoding="utf-8")
    if SLOT.search(html):
        path.write_text(fill_slots(html, fill), encoding="utf-8")


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
