"""Rows that come back from a unit, in a workbook or a note, before anything is merged into its files.

Who reads the medium (`load/workbook/`, `load/note/`) makes these values; who merges and writes (`products/`, `edit/`) takes
them.  Neither knows of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.record import SOURCE_KEY, Audience, Source
from generator.model.record_file import RecordFile

ValuePath = tuple[str | int, ...]
"""The keys and indexes that lead to a value within a row: `("议题", 0, "表决", "赞成")`."""


class SpreadPlace(Source):
    """The position of a mapping whose values stand at places of their own: cells of a sheet, lines of a note."""

    places: Mapping[str, Source]

    @classmethod
    def over(cls, place: Source, places: Mapping[str, Source]) -> SpreadPlace:
        """The position `place` of a mapping, and those of the values under its keys."""
        made = cls(*place)
        made.places = places
        return made

    def of(self, key: str) -> Source:
        """The position of the value under `key`; the mapping's own where there is none."""
        return self.places.get(key, Source(*self))

    def __reduce__(self) -> tuple[type[Source], tuple[str, int, int]]:
        """Pickled and copied as a plain `Source`."""
        return Source, (self.path, self.line, self.column)


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
    paths of the fields that the table had columns for: what has none is not known here and stays as it is.  `whole` is set
    where every row on file ought to be there, so that a missing one is told; `none` where the table states that there are
    no rows (`[]`), which is not the same as having none.  `audience` is that whose sheets the digests are of.
    """

    file: RecordFile
    parts: Mapping[str, str]
    key: str
    many: bool
    columns: frozenset[tuple[str, ...]]
    rows: tuple[IncomingRow, ...]
    whole: bool = False
    none: bool = False
    audience: Audience = Audience.RESTRICTED


def with_places(row: IncomingRow) -> dict[str, Any]:
    """The mapping of a row with the position of every mapping in it, as the readers of YAML leave it."""
    placed: dict[str, Any] = _placed(row.values, (), row)
    return placed


def _placed(value: Any, path: ValuePath, row: IncomingRow) -> Any:
    if isinstance(value, Mapping):
        keys = {key: row.place((*path, key)) for key in value}
        inner = {key: _placed(item, (*path, key), row) for key, item in value.items()}
        return {SOURCE_KEY: SpreadPlace.over(row.place(path), keys), **inner}
    if isinstance(value, list):
        return [_placed(item, (*path, number), row) for number, item in enumerate(value)]
    return value
