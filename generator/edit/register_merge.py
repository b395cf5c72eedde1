"""All tables that came back for one file, merged into what it holds; and the edits of its text that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.edit.rewriting import SectionEdit
from generator.edit.row_merge import WRITTEN, MergeKind, RowMerge, TableMerge, merge_table
from generator.edit.row_overlay import TableColumns
from generator.model.incoming import IncomingTable


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterMerge:
    """What becomes of every incoming row of a file, section by section.

    `missing` are, by section, the numbers of rows on file that no table has.  `none` are the sections of which a table states
    that they have no rows, and of which nothing is on file.
    """

    rows: tuple[RowMerge, ...]
    missing: Mapping[str, tuple[int, ...]]
    none: tuple[str, ...] = ()


def merge_tables(tables: Iterable[IncomingTable], tree: Mapping[str, Any]) -> RegisterMerge:
    """Merge tables into the mapping of their file."""
    by_key: dict[str, list[IncomingTable]] = {}
    for table in tables:
        by_key.setdefault(table.key, []).append(table)
    rows: list[RowMerge] = []
    missing: dict[str, tuple[int, ...]] = {}
    none: list[str] = []
    for key, own in by_key.items():
        merged = [merge_table(table, standing_rows(table, tree)) for table in own]
        rows += _side_by_side(merged, own)
        missing[key] = tuple(sorted(set.intersection(*(set(each.missing) for each in merged))))
        if any(table.none for table in own) and key and key not in tree:
            none.append(key)
    return RegisterMerge(
        rows=tuple(rows), missing={key: some for key, some in missing.items() if some}, none=tuple(none)
    )


def standing_rows(table: IncomingTable, tree: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The rows on file that a table is about."""
    value = tree.get(table.key) if table.key else tree
    if isinstance(value, list):
        return [row for row in value if isinstance(row, Mapping)]
    return [value] if isinstance(value, Mapping) and value else []


def _side_by_side(merged: Sequence[TableMerge], tables: Sequence[IncomingTable]) -> Iterator[RowMerge]:
    """The rows of all tables of a section: what several say alike counts once, where they differ nothing is chosen."""
    if len(merged) == 1:
        yield from merged[0].rows
        return
    columns = TableColumns.of(tables[0])
    rows = list(_once(merged))
    near: dict[object, list[tuple[int, RowMerge]]] = {}
    for table, row in rows:
        if row.kind in WRITTEN:
            near.setdefault(_meant(row, columns), []).append((table, row))
    for table, row in rows:
        beside = near.get(_meant(row, columns), ()) if row.kind in WRITTEN else ()
        rivals = tuple(each.row for other, each in beside if other != table and _rivals(row, each, columns))
        yield replace(row, kind=MergeKind.CONFLICT, rivals=rivals) if rivals else row


def _once(merged: Sequence[TableMerge]) -> Iterator[tuple[int, RowMerge]]:
    """Every row once, with the number of its table; one that is new as often as the table says that has it most often."""
    seen: Counter[tuple[object, ...]] = Counter()
    for number, each in enumerate(merged):
        own: Counter[tuple[object, ...]] = Counter()
        for row in each.rows:
            same = row.at, row.kind in WRITTEN, _frozen(row.after)
            own[same] += 1
            if own[same] > seen[same]:
                yield number, row
        seen |= own


def _meant(row: RowMerge, columns: TableColumns) -> object:
    """What rivals have in common: the row on file that they mean, or the day of a new one."""
    return columns.day(row.after) if row.at is None else row.at


def _rivals(row: RowMerge, other: RowMerge, columns: TableColumns) -> bool:
    """Whether two rows would make different things of one row, or look like two accounts of a new one."""
    if row.at is not None or columns.layout.single:
        return row.at == other.at
    return columns.alike(row.after, other.after)


def _frozen(value: Any) -> object:
    """A value that can be counted."""
    if isinstance(value, Mapping):
        return frozenset((key, _frozen(each)) for key, each in value.items())
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def section_edits(
    rows: Iterable[RowMerge], tree: Mapping[str, Any], columns: Mapping[str, TableColumns], none: Iterable[str] = ()
) -> dict[str, SectionEdit]:
    """The edits of a file that these rows ask for, all of them to be written; `columns` are those of each section."""
    edits = {key: SectionEdit(value=[]) for key in none}
    by_key: dict[str, list[RowMerge]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    for key, own in by_key.items():
        if not key:
            for row in own:
                edits.update({each: SectionEdit(value=row.after.get(each)) for each in row.changed})
        elif columns[key].layout.single:
            edits[key] = SectionEdit(value=own[0].after)
        else:
            edits[key] = _list_edit(own, tree.get(key) or [], columns[key])
    return edits


def _list_edit(rows: Sequence[RowMerge], standing: Sequence[Mapping[str, Any]], columns: TableColumns) -> SectionEdit:
    changed = {row.at: row.after for row in rows if row.at is not None}
    fresh = sorted((row.after for row in rows if row.at is None), key=columns.day)
    days = [columns.day(row) for row in standing] if fresh else []
    return SectionEdit(changed=changed, added=[(_place(columns.day(row), days), row) for row in fresh])


def _place(day: str, days: Sequence[str]) -> int:
    """Before which row one of that day goes: the first later one where rows stand in order of days, else behind all."""
    dated = [each for each in days if each]
    if not day or dated != sorted(dated):
        return len(days)
    return next((number for number, each in enumerate(days) if each > day), len(days))
