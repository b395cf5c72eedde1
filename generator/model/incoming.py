"""Rows that come back from a unit, in a workbook or a note, before anything is merged into its files.

Who reads the medium (`load/workbook/`, `load/note/`) makes these values; who merges and writes (`products/`, `edit/`) takes
them.  Neither knows of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.record import Source
from generator.model.record_file import RecordFile

ValuePath = tuple[str | int, ...]
"""The keys and indexes that lead to a value within a row: `("议题", 0, "表决", "赞成")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingRow:
    """One row: `values` as a YAML file holds them (texts, lists and mappings), valid by the record kind.

    `base` is the digest of the row as it was exported, empty where it was not (a new row, a note); `digest` that of what it
    holds now.  `source` is where the row begins, `places` where each value stands.
    """

    values: Mapping[str, Any]
    digest: str
    source: Source
    base: str = ""
    places: Mapping[ValuePath, Source]

    def place(self, path: ValuePath) -> Source:
        """Where the value at the end of a path stands, or what is known of what holds it, at last the row itself."""
        steps = (path[:end] for end in range(len(path), 0, -1))
        return next((self.places[step] for step in steps if step in self.places), self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingTable:
    """What came back for one top-level key of one file.

    `file` and `parts` (committee, branch, year) name the file.  `key` is the top-level key, empty for the plain fields of
    the file itself; `many` is set where the key holds a list of rows, else there is one row at most.  `columns` are the
    paths of the fields that the table had columns for: what has none is not known here and stays as it is.
    """

    file: RecordFile
    parts: Mapping[str, str]
    key: str
    many: bool
    columns: frozenset[tuple[str, ...]]
    rows: tuple[IncomingRow, ...]
