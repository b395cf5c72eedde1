"""Rows of a table merged into those on file, in three ways: as exported, as they came back, and as they stand now.

A row is found by its digest: the one it had when it was exported, or the one it has now.  Rows are counted, so that two equal
ones are two.  Nothing is chosen where both sides changed, and nothing that is missing in a table is taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.edit.row_overlay import TableColumns
from generator.model.incoming import IncomingRow, IncomingTable


class MergeKind(StrEnum):
    """What becomes of an incoming row."""

    NEW = "新增"
    CHANGED = "更改"
    STANDING = "已有"
    CONFLICT = "冲突"
    ALIKE = "疑似重复"


WRITTEN = frozenset({MergeKind.NEW, MergeKind.CHANGED})
"""What goes into the register without a question."""

ASKED = frozenset({MergeKind.CONFLICT, MergeKind.ALIKE})
"""What a person has to decide."""

_AHEAD = 4
"""How many rows on file are looked at for one that equals an untouched row; others are found by their digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowMerge:
    """What becomes of one row.

    `at` is the number of the row on file that is meant, if one is; `before` what stands there, `after` what the row would be.
    `rivals` are rows of other tables that would make something else of the same row.
    """

    kind: MergeKind
    key: str
    row: IncomingRow
    after: Mapping[str, Any]
    at: int | None = None
    before: Mapping[str, Any] | None = None
    rivals: tuple[IncomingRow, ...] = ()

    @property
    def changed(self) -> list[str]:
        """The keys of the row under which something else stands afterwards."""
        before = self.before or {}
        return [key for key in {**before, **self.after} if before.get(key) != self.after.get(key)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMerge:
    """What becomes of the rows of one table; `missing` are the numbers of rows on file that it does not have."""

    rows: tuple[RowMerge, ...]
    missing: tuple[int, ...] = ()


def merge_table(table: IncomingTable, standing: Sequence[Mapping[str, Any]]) -> TableMerge:
    """Merge a table into the rows on file of its key; of a key with one mapping these are one row or none."""
    return _Merge(table, standing).done()


class _Merge:
    """The rows on file, and which of them an incoming row has claimed."""

    def __init__(self, table: IncomingTable, standing: Sequence[Mapping[str, Any]]) -> None:
        self.table = table
        self.standing = standing
        self.columns = TableColumns.of(table)
        self._claimed: set[int] = set()
        self._by_digest: dict[str, list[int]] | None = None
        self._by_day: dict[str, list[int]] = {}

    def done(self) -> TableMerge:
        """Untouched rows claim first, then those that are on file already, then those that changed, then new ones."""
        found: dict[int, RowMerge] = {}
        numbered = sorted(enumerate(self.table.rows), key=lambda each: _untouched(each[1]), reverse=True)
        for number, same in self._equal(numbered):
            found[number] = self._merged(MergeKind.STANDING, self.table.rows[number], same)
        for number, row in numbered:
            if number not in found and (at := self._claim(row.digest)) is not None:
                found[number] = self._merged(MergeKind.STANDING, row, at)
        for number, row in sorted(numbered, key=lambda each: bool(each[1].base), reverse=True):
            if number not in found:
                found[number] = self._changed(row)
        rows = tuple(found[number] for number in sorted(found))
        meant = {row.at for row in rows}
        missing = (number for number in range(len(self.standing)) if self.table.whole and number not in meant)
        return TableMerge(rows=rows, missing=tuple(missing))

    def _equal(self, numbered: Iterable[tuple[int, IncomingRow]]) -> Iterator[tuple[int, int]]:
        """Untouched rows that equal those on file, in the order of both: most do, and equal rows have equal digests."""
        at = 0
        for number, row in numbered:
            ahead = range(at, min(at + _AHEAD, len(self.standing))) if _untouched(row) else ()
            same = next((each for each in ahead if self.standing[each] == row.values), None)
            if same is not None:
                at = same + 1
                yield number, same

    def _changed(self, row: IncomingRow) -> RowMerge:
        if row.base and (at := self._claim(row.base)) is not None:
            return self._merged(MergeKind.CHANGED, row, at)
        near = self._near(row)
        if not row.base and (at := self._saying_more(row, near)) is not None:
            return self._merged(MergeKind.STANDING, row, at)
        alike = next((at for at in near if self.columns.alike(row.values, self.standing[at])), None)
        if not self.table.many and self.standing:
            alike = 0
            if not row.base and _agree(self.columns.form(row.values), self.columns.form(self.standing[0])):
                return self._merged(MergeKind.CHANGED, row, alike)
        if _untouched(row):  # who keeps the register has changed it, the table says nothing
            return self._merged(MergeKind.STANDING, row, alike)
        if row.base:
            return self._merged(MergeKind.CONFLICT, row, alike)
        return self._merged(MergeKind.NEW if alike is None else MergeKind.ALIKE, row, alike)

    def _merged(self, kind: MergeKind, row: IncomingRow, at: int | None) -> RowMerge:
        if at is not None:
            self._claimed.add(at)
        before = None if at is None else self.standing[at]
        same = before is not None and kind is MergeKind.STANDING
        after = before if same else self.columns.over(before or {}, row.values, exported=bool(row.base))
        return RowMerge(kind=kind, key=self.table.key, row=row, at=at, before=before, after=after or {})

    def _claim(self, digest: str) -> int | None:
        """The first row on file with this digest that nobody has claimed."""
        if self._by_digest is None:
            self._by_digest = {}
            for number, row in enumerate(self.standing):
                if number not in self._claimed:
                    self._by_digest.setdefault(self.columns.digest(row), []).append(number)
        return next((at for at in self._by_digest.get(digest, ()) if at not in self._claimed), None)

    def _near(self, row: IncomingRow) -> list[int]:
        """The unclaimed rows of the same day; all where the row has none."""
        if not self._by_day:
            for number, each in enumerate(self.standing):
                self._by_day.setdefault(self.columns.day(each), []).append(number)
        day = self.columns.day(row.values)
        numbers = self._by_day.get(day, []) if day else range(len(self.standing))
        return [number for number in numbers if number not in self._claimed]

    def _saying_more(self, row: IncomingRow, near: Iterable[int]) -> int | None:
        """A row on file that says everything that this one does."""
        form = self.columns.form(row.values)
        return next((at for at in near if _within(form, self.columns.form(self.standing[at]))), None)


def _untouched(row: IncomingRow) -> bool:
    return bool(row.base) and row.base == row.digest


def _within(form: Any, other: Any) -> bool:
    """Whether everything in one form stands in another."""
    if isinstance(form, dict):
        return isinstance(other, dict) and all(key in other and _within(each, other[key]) for key, each in form.items())
    if isinstance(form, list):
        return isinstance(other, list) and len(form) == len(other) and all(map(_within, form, other))
    return bool(form == other)


def _agree(form: Any, other: Any) -> bool:
    """Whether two forms say the same wherever both say something."""
    if isinstance(form, dict) and isinstance(other, dict):
        return all(_agree(form[key], other[key]) for key in form.keys() & other.keys())
    return bool(form == other)
