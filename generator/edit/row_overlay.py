"""A row on file with what a table says of it laid over: what the table cannot say stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from generator.edit.item_edits import paired
from generator.model.cell_text import cell_text, same_form
from generator.model.incoming import IncomingTable
from generator.model.shape import FieldKind
from generator.model.sheet import row_digest, visible
from generator.model.sheet_layout import SheetColumn, SheetLayout

_Path = tuple[str, ...]
_DAYS = frozenset({FieldKind.DAY, FieldKind.MONTH})
_APART = frozenset({FieldKind.NAME, FieldKind.IDENTIFIER, FieldKind.BRANCH, FieldKind.CRITERION})
"""Kinds of fields that tell two rows of one day apart: of which group, of which branch."""


class TableColumns:
    """The columns of a table that came back, and what rows say in them, however it is written."""

    def __init__(self, layout: SheetLayout, columns: frozenset[_Path]) -> None:
        self.layout = layout
        self._columns = columns
        self._within = frozenset(path[:end] for path in columns for end in range(1, len(path)))

    @classmethod
    def of(cls, table: IncomingTable) -> TableColumns:
        """Those of a table."""
        layout = next(each for each in table.file.sheets(table.audience) if each.key == table.key)
        return cls(layout, table.columns)

    def column(self, path: _Path) -> SheetColumn:
        """The column of a field."""
        return self.layout.columns[self.layout.by_path[path]]

    def digest(self, row: Mapping[str, Any]) -> str:
        """The digest that a row on file has on its sheet."""
        return row_digest(self.layout, row)

    def day(self, row: Mapping[str, Any]) -> str:
        """The day or month that a row is of; empty where its kind has none."""
        return self._own_text(row, next(self._own(_DAYS), None))

    def called(self, row: Mapping[str, Any]) -> str:
        """How people call a row: its day and what it is, or its first words."""
        words = (self._own_text(row, each) for each in self._own({FieldKind.CHOICE}))
        called = [self.day(row), next((each for each in words if each), "").replace("\n", "、")]
        texts = (
            self._own_text(row, each) for each in self._own({FieldKind.NAME, FieldKind.TEXT, FieldKind.IDENTIFIER})
        )
        return " ".join(filter(None, called)) or next((each for each in texts if each), "")

    def alike(self, row: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
        """Whether two rows may be about the same: of one day, in no other group or branch, and of a kind in common."""
        day = self.day(row)
        if not day or day != self.day(other):
            return False
        if any(_differ(self._own_text(row, each), self._own_text(other, each)) for each in self._own(_APART)):
            return False
        kind = next(self._own({FieldKind.CHOICE}), None)
        words, others = (set(self._own_text(each, kind).split("\n")) for each in (row, other))
        return bool(words & others) or words == {""} or others == {""}

    def _own(self, kinds: Collection[FieldKind]) -> Iterator[SheetColumn]:
        """The row's own columns of some kinds, those within mappings left out."""
        return (each for each in self.layout.columns if len(each.path) == 1 and each.kind in kinds)

    def _own_text(self, row: Mapping[str, Any], column: SheetColumn | None) -> str:
        return str(self._form(row.get(column.path[0]), column.path) or "") if column else ""

    def form(self, row: Mapping[str, Any]) -> Any:
        """What a row says in these columns, in a form that is equal for equal rows."""
        return self._form(row, ())

    def _form(self, value: Any, path: _Path) -> Any:
        if path in self._columns:
            column = self.column(path)
            text = cell_text(column.kind, value, many=column.many, words=column.choices)
            return same_form(column.kind, text)
        if isinstance(value, Mapping):
            inner = {key: self._form(each, (*path, key)) for key, each in value.items()}
            return {key: form for key, form in inner.items() if form}
        if isinstance(value, list) and path in self._within:
            return [self._form(each, path) for each in value] or "[]"
        return None

    def over(self, standing: Mapping[str, Any], incoming: Mapping[str, Any], *, exported: bool) -> dict[str, Any]:
        """The row on file with the table's values; what reads the same in a cell stays as it is written.

        What is empty in a row that was `exported` was taken out; of another one it was not said.
        """
        shown = visible(self.layout.kind, standing, self.layout.audience) if exported else {}
        return self._over(standing, shown, incoming, ())

    def _over(
        self, standing: Mapping[str, Any], shown: Mapping[str, Any], incoming: Mapping[str, Any], path: _Path
    ) -> dict[str, Any]:
        made = {}
        for key, value in standing.items():
            kept = self._kept(value, shown.get(key), incoming.get(key), (*path, key))
            if kept is not None:
                made[key] = kept
        fresh = {key: value for key, value in incoming.items() if key not in standing}
        return self._in_order(made, fresh, path) if fresh else made

    def _kept(self, value: Any, shown: Any, new: Any, path: _Path) -> Any:
        """What stands under a key of the row afterwards; None for nothing."""
        hidden = shown is None and new is None
        if hidden or path not in self._columns | self._within or self._form(value, path) == self._form(new, path):
            return value
        if path in self._within and isinstance(value, Mapping):
            return self._over(value, shown or {}, new or {}, path) or None
        if path in self._within and isinstance(value, list) and isinstance(new, list):
            return self._items(value, shown or [], new, path)
        return new

    def _items(self, standing: Sequence[Any], shown: Sequence[Any], incoming: Sequence[Any], path: _Path) -> list[Any]:
        """The records of a list within a row: each is laid over the one that it was."""
        pairs = paired(
            [self._form(each, path) for each in shown or standing], [self._form(each, path) for each in incoming]
        )
        return [
            new if pair.at is None else self._over(standing[pair.at], shown[pair.at] if shown else {}, new, path)
            for pair, new in zip(pairs, incoming, strict=True)
        ]

    def _in_order(self, made: dict[str, Any], fresh: Mapping[str, Any], path: _Path) -> dict[str, Any]:
        """The row with keys that it did not have, each behind the last one that is declared before it."""
        declared = dict.fromkeys(each.path[len(path)] for each in self.layout.columns if each.path[: len(path)] == path)
        rank = {key: number for number, key in enumerate(declared)}
        keys = list(made)
        for key in sorted(fresh, key=lambda key: rank.get(key, len(rank))):
            before = [at for at, each in enumerate(keys) if rank.get(each, len(rank)) < rank.get(key, len(rank))]
            keys.insert(before[-1] + 1 if before else 0, key)
        both = {**made, **fresh}
        return {key: both[key] for key in keys}


def _differ(text: str, other: str) -> bool:
    return bool(text and other) and text != other
