"""Whether any record lies near `as_of`, told from the registers' text before any is read through.

Where `as_of` is sound the first register says so; only where it is astray are all of them looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from generator.load.files import display_path, read_text
from generator.model.index import Index
from generator.model.record import Source

_YEAR = re.compile(r"(\d{4})\.yml", re.ASCII)
_DAY = re.compile(r"日期: *[\"']?(\d{4}-\d{2}-\d{2})", re.ASCII)
_OPTION = re.compile(r"^(\s*)as_of:", re.MULTILINE)


def dates_away_from(index: Index, root: Path, as_of: date) -> tuple[date, date] | None:
    """The first and the last day that registers hold; None where there is none, or one within a year up to `as_of`."""
    first = last = None
    for day in _days(index, root):
        if day <= as_of and as_of.year <= day.year + 1:
            return None
        first, last = min(day, first or day), max(day, last or day)
    return (first, last) if first and last else None


def place_of_as_of(root: Path) -> Source:
    """Where `mkdocs.yml` says `as_of`; the file where it does not."""
    path = root / "mkdocs.yml"
    text = (read_text(path, root)[0] if path.is_file() else None) or ""
    found = _OPTION.search(text)
    return (
        Source(display_path(path, root), text[: found.start()].count("\n") + 1, len(found[1]) + 1)
        if found
        else Source(display_path(path, root))
    )


def _days(index: Index, root: Path) -> Iterator[date]:
    for branch in index.branches():
        for name in sorted(branch.state.names, reverse=True):
            if _YEAR.fullmatch(name):
                text = read_text(branch.folder / name, root)[0] or ""
                for found in _DAY.finditer(text):
                    with suppress(ValueError):
                        yield date.fromisoformat(found[1])
