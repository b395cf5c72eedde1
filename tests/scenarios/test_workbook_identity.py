"""Out as a workbook, into an empty register and out again: the second workbook is the first."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edit.register_merge import merge_tables, section_edits
from generator.edit.rewriting import StandingText, rewritten
from generator.edit.row_overlay import TableColumns
from generator.formats.workbook.book import to_xlsx
from generator.formats.workbook.content import FilledSheet, UnitWorkbook
from generator.load.plain_tree import plain_tree
from generator.load.workbook.book import read_incoming
from generator.load.workbook.units import Expected, ImportUnit
from generator.model.cell_text import same_form
from generator.model.files import COMMITTEE_REGISTER, REGISTER
from generator.model.incoming import IncomingTable
from generator.model.record import Audience
from generator.model.record_file import RecordFile
from generator.model.shape import FieldKind, FieldShape, shape_of
from generator.model.sheet import Cells, marked_lines, none_line, rows_of, states_none
from generator.model.sheet_layout import SheetLayout

RECORDS = Path(__file__).parents[2] / "records"
YEAR = 2019
SCOPES = {REGISTER: "branch:xx-1", COMMITTEE_REGISTER: "committee:xx"}
PARTS = {REGISTER: {"committee": "xx", "branch": "xx-1"}, COMMITTEE_REGISTER: {"committee": "xx"}}
HARD = [
    "14:30",
    "1.10",
    "NO",
    "~",
    "=1+1",
    "#一",
    "a: b",
    "一, 二；三",
    "一\n二",
    "“好”",
    'a"b',
    "\\",
    "-",
    "07",
    "（无）",
    "{一}",
]

Tree = Mapping[str, Any]


def sheets(file: RecordFile, tree: Tree, audience: Audience) -> list[FilledSheet]:
    """The sheets of a register, as `zhibu form` fills them in."""
    made = []
    for layout in file.sheets(audience):
        lines = tuple(line for row in rows_of(layout, tree) for line in marked_lines(layout, row))
        if states_none(layout, tree):
            lines = (none_line(layout),)
        made.append(FilledSheet(layout, (), lines, len(lines)))
    return made


def copied(sheet: FilledSheet) -> FilledSheet:
    """The sheet as somebody copies it into a new workbook: the hidden marks stay behind."""
    return sheet._replace(lines=tuple(("", *cells) for _, *cells in sheet.lines))


def workbook(file: RecordFile, filled: list[FilledSheet], audience: Audience) -> bytes:
    content = UnitWorkbook(
        scope=SCOPES[file],
        name="甲",
        recipient="乙",
        year=YEAR,
        as_of=date(YEAR, 11, 25),
        audience=audience,
        sheets=tuple(filled),
    )
    return to_xlsx(content)


def tables(file: RecordFile, data: bytes) -> tuple[IncomingTable, ...]:
    unit = ImportUnit(scope=SCOPES[file], name="甲", parts=PARTS[file])
    read = read_incoming(data, "甲.xlsx", Expected(units={unit.scope: unit}, year=YEAR))
    return tuple(table for table in read.tables if table.file is file)


def imported(file: RecordFile, came: tuple[IncomingTable, ...], old: str | None) -> str | None:
    """The text of the register once everything that came is in it."""
    standing = StandingText.read(old)
    assert standing is not None
    merged = merge_tables(came, standing.tree)
    columns = {table.key: TableColumns.of(table) for table in came}
    edits = section_edits(merged.rows, standing.tree, columns, merged.none)
    assert file.record is not None
    return rewritten(standing, edits, [field.label for field in shape_of(file.record)])


def lines(filled: list[FilledSheet]) -> dict[str, list[Cells]]:
    """The lines of every sheet, in no order; an amount of 703.80 is one of 703.8, as a spreadsheet says."""
    return {sheet.layout.title: sorted(_plain(sheet.layout, line) for line in sheet.lines) for sheet in filled}


def _plain(layout: SheetLayout, line: Cells) -> Cells:
    return (line[0], *map(same_form, (column.kind for column in layout.columns), line[1:]))


def returned(file: RecordFile, filled: list[FilledSheet], audience: Audience) -> tuple[IncomingTable, ...]:
    """The tables of a workbook whose cells are looked at one by one, though nobody touched them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.formats.workbook.book.cells_digest", lambda _: "")
        return tables(file, workbook(file, filled, audience))


def check_identity(file: RecordFile, tree: Tree) -> None:
    first = sheets(file, tree, Audience.RESTRICTED)
    came = returned(file, [copied(sheet) for sheet in first], Audience.RESTRICTED)
    text = imported(file, came, None)
    assert text is not None
    made = plain_tree(text)
    assert made is not None
    assert lines(sheets(file, made, Audience.RESTRICTED)) == lines(first)
    assert imported(file, came, text) == text


def registers() -> Iterator[tuple[RecordFile, Path]]:
    yield from ((REGISTER, path) for path in sorted(RECORDS.glob(f"units/*/*/{YEAR}.yml")))
    yield from ((COMMITTEE_REGISTER, path) for path in sorted(RECORDS.glob(f"units/*/{YEAR}.yml")))


ALL = list(registers())


@cache
def tree_of(path: Path) -> Tree:
    return plain_tree(path.read_text(encoding="utf-8")) or {}


SOME = pytest.mark.parametrize(("file", "path"), ALL[::12], ids=[path.parent.name for _, path in ALL[::12]])


@SOME
def test_a_register_of_the_demonstration_comes_back(file: RecordFile, path: Path) -> None:
    check_identity(file, tree_of(path))


@SOME
def test_a_workbook_that_nobody_touched_changes_nothing(file: RecordFile, path: Path) -> None:
    """Not even where numbers of few people are left out of it, or the marks were lost."""
    text = path.read_text(encoding="utf-8")
    filled = sheets(file, tree_of(path), Audience.INTERNAL)
    assert tables(file, workbook(file, filled, Audience.INTERNAL)) == ()
    assert imported(file, returned(file, filled, Audience.INTERNAL), text) == text
    without_marks = [copied(sheet) for sheet in filled]
    assert imported(file, returned(file, without_marks, Audience.INTERNAL), text) == text


def random_tree(chance: random.Random) -> Tree:
    """A register put together from rows of all branches, with texts that are hard to write."""
    made: dict[str, Any] = {}
    assert REGISTER.record is not None
    for field in shape_of(REGISTER.record):
        found = [tree_of(path)[field.label] for file, path in ALL if file is REGISTER and field.label in tree_of(path)]
        if not found or chance.random() < 0.3:
            continue
        value = chance.choice(found)
        if isinstance(value, list):
            rows = chance.sample(value, min(len(value), chance.randrange(1, 6)))
            made[field.label] = [_mutated(row, field, chance) for row in rows]
        else:
            made[field.label] = _mutated(value, field, chance)
    return made


def _mutated(row: Any, field: FieldShape, chance: random.Random) -> Any:
    if isinstance(row, dict) and field.record is not None:
        fields = {each.label: each for each in shape_of(field.record)}
        return {key: _mutated(value, fields[key], chance) for key, value in row.items()}
    if isinstance(row, list):
        return [_mutated(each, field, chance) for each in row]
    return chance.choice(HARD) if field.kind is FieldKind.TEXT and chance.random() < 0.3 else row


@settings(max_examples=12)
@given(seed=st.integers(0, 2**32))
def test_any_register_comes_back(seed: int) -> None:
    check_identity(REGISTER, random_tree(random.Random(seed)))


@pytest.mark.load
def test_every_register_of_the_demonstration_comes_back(load: Callable[[int], int]) -> None:
    for file, path in ALL[: load(len(ALL))]:
        check_identity(file, tree_of(path))
