"""`zhibu import note`: notes of activities and visits as incoming rows of the registers of their branches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.errors import ConfigurationError
from generator.load.filesystem import decode, display_path, read_text
from generator.load.index import load_index
from generator.load.note.reader import ReadNote, read_notes
from generator.load.plain_tree import without_positions
from generator.model.files import REGISTER, declared_forms
from generator.model.incoming import IncomingRow, IncomingTable, ValuePath
from generator.model.index import BranchEntry, Index
from generator.model.nearest import did_you_mean
from generator.model.note_format import NoteFormat
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import SOURCE_KEY, Audience, Source
from generator.model.records.visit_note import VisitNote
from generator.model.sheet import row_digest
from generator.model.sheet_layout import SheetLayout
from generator.settings import Settings


class NoteTables(NamedTuple):
    """What notes say, a table for each branch and year, and what is wrong with the rest of them."""

    tables: tuple[IncomingTable, ...]
    problems: tuple[Problem, ...]


class _Table(NamedTuple):
    """Which rows of which register."""

    kind: NoteFormat
    committee: str
    branch: str
    year: int


_PIPED = "-"
_CALLED = "标准输入"


def read_texts(
    files: Iterable[Path], root: Path, piped: Callable[[], bytes]
) -> tuple[list[tuple[str, str]], list[Problem]]:
    """The texts of files, each with what it is called, and what is wrong with those that are none; `-` is what is `piped`."""
    texts: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for file in files:
        name = _CALLED if str(file) == _PIPED else display_path(file.absolute(), root)
        text, told = decode(piped(), name) if name == _CALLED else read_text(file.absolute(), root)
        problems += told
        if text is not None:
            texts.append((name, text))
    return texts, problems


def note_tables(settings: Settings, texts: Iterable[tuple[str, str]], committee: str | None = None) -> NoteTables:
    """The notes in texts, each with what it is called, as tables; with `committee`, of its branches only.

    Raises ConfigurationError where there are no records, or no such committee.
    """
    index, _ = load_index(settings.records, settings.root)
    if index is None:
        raise ConfigurationError(f"没有 {settings.records}，不知道有哪些支部。")
    if committee is not None and committee not in {entry.id for entry in index.committees}:
        raise ConfigurationError(f"没有基层党委“{committee}”。请写 records/units/ 下的文件夹名。")
    read = read_notes(texts)
    problems, rows = list(read.problems), dict[_Table, list[IncomingRow]]()
    for note in read.notes:
        branch, fault = _branch(note, index, settings, committee)
        fault = fault or _unknown_host(note, index)
        if fault is not None:
            problems.append(fault)
        elif branch is not None:
            rows.setdefault(_Table(note.kind, branch.committee, branch.id, note.year), []).append(_row(note))
    return NoteTables(tuple(_tables(rows)), tuple(sorted(problems)))


def _tables(rows: Mapping[_Table, list[IncomingRow]]) -> Iterator[IncomingTable]:
    for table, found in rows.items():
        own, layout = {_path(path) for row in found for path in row.places}, _layout(table.kind)
        yield IncomingTable(
            file=REGISTER,
            parts={"committee": table.committee, "branch": table.branch, "year": str(table.year)},
            key=layout.key,
            many=True,
            columns=frozenset((_asked(table.kind) | own) & layout.by_path.keys()),
            rows=tuple(found),
        )


def _path(path: ValuePath) -> tuple[str, ...]:
    return tuple(step for step in path if isinstance(step, str))


def _asked(kind: NoteFormat) -> set[tuple[str, ...]]:
    """The paths of the fields that a page asks for: those of the forms of the rows."""
    forms = (form for form in declared_forms() if form.record is kind.record)
    return {field.path for form in forms for field in form.fields if field.path}


def _layout(kind: NoteFormat) -> SheetLayout:
    return next(layout for layout in REGISTER.sheets(Audience.RESTRICTED) if layout.kind is kind.record)


def _branch(
    note: ReadNote, index: Index, settings: Settings, committee: str | None
) -> tuple[BranchEntry | None, Problem | None]:
    """The branch whose register a note belongs in, by its id or by its name if no other has the same."""
    every = [branch for entry in index.committees for branch in entry.roster]
    found = [row for row in every if note.branch in (row.id, row.name)]
    if len(found) != 1:
        told = f"有 {len(found)} 个支部叫“{note.branch}”" if found else f"没有支部“{note.branch}”"
        names = [name for row in every for name in (row.id, row.name)]
        hint = "请写支部的文件夹名。" if found else did_you_mean(note.branch, names, "请写支部的文件夹名或全称。")
        return None, report("N111", note.source, told, hint)
    branch = found[0]
    if committee is not None and branch.committee != committee:
        told = f"{branch.name}是基层党委 {branch.committee} 的支部，这次只收 {committee} 的"
        return None, report("N112", note.source, told, "请转给那家的组织员；确要收的，不写 --committee。")
    parts = {"committee": branch.committee, "branch": branch.id, "year": str(note.year)}
    if note.year != settings.year and not REGISTER.at(settings.records, **parts).is_file():
        told = f"{branch.name}没有 {note.year} 年的台账"
        return None, report("N113", note.source, told, f"请核对首行的年度；现在是 {settings.year} 年的台账。")
    return branch, None


def _unknown_host(note: ReadNote, index: Index) -> Problem | None:
    """An 观摩点 that is no branch."""
    ids = {branch.id for entry in index.committees for branch in entry.roster}
    if not isinstance(note.row, VisitNote) or note.row.host in ids:
        return None
    hint = did_you_mean(note.row.host, ids, "请写观摩点网址的末尾一段，就是它的支部编号。")
    return report("N209", note.row.where("host"), f"没有支部“{note.row.host}”", hint)


def _row(note: ReadNote) -> IncomingRow:
    values: dict[str, Any] = without_positions(note.tree)
    return IncomingRow(
        values=values,
        digest=row_digest(_layout(note.kind), values),
        source=note.source,
        places=dict(_places(note.tree, ())),
    )


def _places(value: Any, path: ValuePath) -> Iterator[tuple[ValuePath, Source]]:
    """Where the values within a mapping stand, by their paths."""
    for key, item in value.items():
        if key == SOURCE_KEY:
            continue
        yield (*path, key), value.place.of(key)
        if isinstance(item, Mapping):
            yield from _places(item, (*path, key))
        elif isinstance(item, list):
            for number, row in enumerate(item):
                if isinstance(row, Mapping):
                    yield from _places(row, (*path, key, number))
