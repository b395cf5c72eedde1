"""What an import makes of one file of records: read once, merged, and its text as it would be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.edit.register_merge import RegisterMerge, merge_tables, section_edits
from generator.edit.rewriting import StandingText, rewritten
from generator.edit.row_merge import ASKED, WRITTEN, RowMerge
from generator.edit.row_overlay import TableColumns
from generator.edit.transaction import FileChange
from generator.load.filesystem import display_path, read_text
from generator.load.placed_trees import to_record_anywhere
from generator.load.plain_tree import placed_tree, plainly_written, without_positions
from generator.model.incoming import IncomingRow, IncomingTable, SpreadPlace, with_places
from generator.model.problem import Problem, has_errors
from generator.model.problem_codes import report
from generator.model.record import SOURCE_KEY, Record, Source
from generator.model.record_file import RecordFile
from generator.model.shape import shape_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterImport:
    """One file of records and what becomes of every row that came back for it.

    `name` is its path as people call it, `standing` what it holds, `placed` the same as a mapping with positions.  `held` are the places of rows that stay out because of mistakes.
    """

    path: Path
    name: str
    file: RecordFile
    parts: Mapping[str, str]
    standing: StandingText
    placed: Mapping[str, Any]
    columns: Mapping[str, TableColumns]
    merge: RegisterMerge
    held: frozenset[Source] = frozenset()

    @property
    def written(self) -> tuple[RowMerge, ...]:
        """The rows that go in."""
        return tuple(row for row in self.merge.rows if row.kind in WRITTEN and row.row.source not in self.held)

    @property
    def in_question(self) -> tuple[RowMerge, ...]:
        """The rows about which a person has to decide."""
        return tuple(row for row in self.merge.rows if row.kind in ASKED and row.row.source not in self.held)

    @property
    def changes(self) -> bool:
        """Whether anything goes in."""
        return bool(self.written or self.merge.none)

    def without(self, held: Iterable[Source]) -> RegisterImport:
        """The same without the rows at these places."""
        return replace(self, held=self.held.union(held))

    def record(self) -> tuple[Record | None, list[Problem]]:
        """The record that the file would hold, its new rows with their own positions; or None and what is wrong."""
        assert self.file.record is not None
        rows = [replace(row, after=_placed(row)) for row in self.written if row.key]
        tree = dict(self.placed)
        for key, edit in section_edits(rows, self.placed, self.columns, self.merge.none).items():
            tree[key] = edit.of(tree.get(key))
        for row in self.written:
            if not row.key:
                _set_plain(tree, row)
        return to_record_anywhere(tree, self.file.record)

    def change(self) -> FileChange | None:
        """The change of its text; None where it is written in a way that this program does not change."""
        edits = section_edits(self.written, self.standing.tree, self.columns, self.merge.none)
        order = [field.label for field in shape_of(self.file.record)] if self.file.record else []
        new = rewritten(self.standing, edits, order)
        return FileChange(self.path, self.standing.text, new) if new is not None else None


def read_register(
    path: Path, root: Path, tables: Sequence[IncomingTable]
) -> tuple[RegisterImport | None, list[Problem]]:
    """A file and the tables that came back for it, merged; None and the reasons where it cannot be read."""
    name = display_path(path, root)
    text, read = None, ""
    if path.exists() or path.is_symlink():
        unified, problems = read_text(path, root)
        if unified is None:
            return None, problems
        text, read = path.read_bytes().decode("utf-8"), unified
    placed, problems = placed_tree(name, read)
    if placed is None or has_errors(problems):
        return None, [_refused(name), *problems]
    tree: dict[str, Any] = without_positions(placed)
    if not all(_is_of_shape(tree.get(table.key, ""), table) for table in tables if table.key):
        assert tables[0].file.record is not None
        return None, [_refused(name), *to_record_anywhere(placed, tables[0].file.record)[1]]
    made = RegisterImport(
        path=path,
        name=name,
        file=tables[0].file,
        parts=tables[0].parts,
        standing=StandingText(text, tree, plainly_written(placed)),
        placed=placed,
        columns={table.key: TableColumns.of(table) for table in tables},
        merge=merge_tables(tables, tree),
    )
    return made, []


def _refused(name: str) -> Problem:
    return report("M104", Source(name), "这个文件有错误，没有导入", "请先照 zhibu check 说的改好，再导入一次。")


def _is_of_shape(value: Any, table: IncomingTable) -> bool:
    """Whether what stands under a key is what a table has rows for; an empty value is nothing."""
    if value == "":
        return True
    if table.many:
        return isinstance(value, list) and all(isinstance(row, Mapping) for row in value)
    return isinstance(value, Mapping)


def places_of(row: IncomingRow) -> set[Source]:
    """Every place that belongs to a row."""
    return {row.source, *row.places.values()}


def _placed(row: RowMerge) -> dict[str, Any]:
    """What a row would be, every value of it at its cell or line, else at that of the row."""
    return with_places(replace(row.row, values=row.after))


def _set_plain(tree: dict[str, Any], row: RowMerge) -> None:
    """Put the plain fields of a file into its mapping."""
    places = {key: row.row.place((key,)) for key in row.changed}
    tree.update((key, row.after.get(key)) for key in places)
    present = {key: value for key, value in tree.items() if value is not None}
    tree.clear()
    tree.update(present)
    tree[SOURCE_KEY] = SpreadPlace.over(tree[SOURCE_KEY], places)
