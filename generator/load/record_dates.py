"""A plausibility check of `as_of` against the dates in the registers, by a regular expression over their text.

With a plausible `as_of` the first register usually ends the search; only a wrong one makes it scan all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from generator.load.filesystem import display_path, read_text
from generator.model.index import Index
from generator.model.record import Source

_YEAR = re.compile(r"(\d{4})\.yml", re.ASCII)
_DAY = re.compile(r"日期: *[\"']?(\d{4}-\d{2}-\d{2})", re.ASCII)
_OPTION = re.compile(r"^(\s*)as_of:", re.MULTILINE)


def dates_away_from(index: Index, root: Path, as_of: date) -> tuple[date, date] | None:
    """The first and last day in the registers; None where `as_of` is plausible, or no register has a day.

    Plausible: some day is not after `as_of` and in its year or the year before.
    """
    first = last = None
    for day in _days(index, root):
        if day <= as_of and as_of.year <= day.year + 1:
            return None
        first, last = min(day, first or day), max(day, last or day)
    return (first, last) if first and last else None


def place_of_as_of(root: Path) -> Source:
    """The position of `as_of` in `mkdocs.yml`; the file itself where it is not set."""
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
