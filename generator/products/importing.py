"""Rows from workbooks and notes go into registers: read, merged, validated, and written all together or not at all.

    planned = plan_import(settings, tables, told)   # writes nothing
    planned.problems                                # at the cells and lines of the rows that stay out
    carry_out(planned)

What is valid goes in even where other rows do not; rows with mistakes, conflicts or open questions stay out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from generator.edit.row_merge import ASKED, MergeKind, RowMerge
from generator.edit.transaction import FileChange, write_together
from generator.model.incoming import IncomingTable
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.products.import_validation import check_together, new_problems, records_of
from generator.products.register_import import RegisterImport, places_of, read_register
from generator.settings import Settings

_ROUNDS = 5
"""How often what is left is validated again once rows with mistakes are out; each round costs a survey."""


class Answer(StrEnum):
    """What a person decides of a row in question."""

    ADD = "另加一行"
    CHANGE = "改原来的一行"
    LEAVE = "不动"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do: the files, what is wrong, and the changes of text that carry it out."""

    files: tuple[RegisterImport, ...]
    problems: tuple[Problem, ...]
    changes: tuple[FileChange, ...]

    @property
    def in_question(self) -> tuple[tuple[RegisterImport, RowMerge], ...]:
        """The rows about which a person has to decide, each with its file."""
        return tuple((file, row) for file in self.files for row in file.in_question)


def plan_import(
    settings: Settings,
    tables: Iterable[IncomingTable],
    told: Sequence[Problem] = (),
    answers: Mapping[Source, Answer] | None = None,
) -> ImportPlan:
    """What becomes of the rows of these tables; `told` is what their reader found wrong, which keeps their rows out.

    `answers` are what a person decided of rows in question, by the rows' places.
    """
    files, problems = _read(settings, tables)
    files = [_answered(file, answers or {}) for file in files]
    files = [_without_mistakes(file, told) for file in files]
    files, found = _validated(settings, files)
    changes, uneditable = _changes(files)
    in_question = [each for file in files for each in _questions(file)]
    return ImportPlan(
        files=tuple(files),
        problems=tuple(sorted({*told, *problems, *found, *uneditable, *in_question})),
        changes=changes,
    )


def carry_out(planned: ImportPlan) -> None:
    """Write every file, or none; raises OutputFolderError where one is no longer what was read."""
    write_together(planned.changes)


def _read(settings: Settings, tables: Iterable[IncomingTable]) -> tuple[list[RegisterImport], list[Problem]]:
    by_path: dict[Path, list[IncomingTable]] = {}
    for table in tables:
        by_path.setdefault(table.file.at(settings.records, **table.parts), []).append(table)
    files: list[RegisterImport] = []
    problems: list[Problem] = []
    for path, own in sorted(by_path.items()):
        file, told = read_register(path, settings.root, own)
        problems += told
        if file is not None:
            files.append(file)
    return files, problems


def _answered(file: RegisterImport, answers: Mapping[Source, Answer]) -> RegisterImport:
    """The file with what a person decided of its rows in question; of rivals one goes in at most, and settles the others."""
    rows: list[RowMerge] = []
    chosen: set[Source] = set()
    taken: set[tuple[str, int | None]] = set()
    for row in file.merge.rows:
        decided = _decided(row, answers.get(row.row.source))
        if {each.source for each in row.rivals} & chosen or (row.key, decided.at) in taken:
            decided = row
        if decided is not row:
            chosen.add(row.row.source)
            taken |= {(row.key, decided.at)} if decided.at is not None else set()
        rows.append(decided)
    left = tuple(row for row in rows if not _settled(row, answers, chosen))
    return replace(file, merge=replace(file.merge, rows=left))


def _settled(row: RowMerge, answers: Mapping[Source, Answer], chosen: set[Source]) -> bool:
    """Whether another row was chosen instead of this one, and nobody asked for both."""
    beside = {each.source for each in row.rivals}
    return bool(beside & chosen) and answers.get(row.row.source, Answer.LEAVE) is Answer.LEAVE


def _decided(row: RowMerge, answer: Answer | None) -> RowMerge:
    if row.kind not in ASKED or answer in (None, Answer.LEAVE):
        return row
    if answer is Answer.CHANGE and row.at is not None:
        return replace(row, kind=MergeKind.CHANGED, rivals=())
    return replace(row, kind=MergeKind.NEW, at=None, before=None, after=row.row.values, rivals=())


def _without_mistakes(file: RegisterImport, problems: Iterable[Problem]) -> RegisterImport:
    """The file without the rows in which there are mistakes."""
    places = {problem.source for problem in problems if problem.is_error}
    if not places:
        return file
    return file.without(row.row.source for row in file.merge.rows if places & places_of(row.row))


def _validated(settings: Settings, files: list[RegisterImport]) -> tuple[list[RegisterImport], list[Problem]]:
    """The files without the rows that are wrong by themselves or together with others, and what is wrong with them."""
    found: dict[Problem, None] = {}
    for _ in range(_ROUNDS):
        changed = [file for file in files if file.changes]
        if not changed:
            break
        records, told = records_of(changed)
        told += check_together(settings, changed, records)
        left = [_without_mistakes(file, told) for file in files]
        own = {place for file in changed for row in file.written for place in places_of(row.row)}
        found.update(dict.fromkeys(row for row in told if row.source in own))
        if left == files:
            elsewhere = [row for row in told if row.is_error and row.source not in own]
            left, more = _blamed(files, new_problems(settings, changed, elsewhere) if elsewhere else [])
            found.update(dict.fromkeys(more))
        if left == files:
            break
        files = left
    return files, list(found)


def _blamed(files: list[RegisterImport], problems: Sequence[Problem]) -> tuple[list[RegisterImport], list[Problem]]:
    """The files without the rows of units in whose files there are new mistakes, at lines that were not imported."""
    if not problems:
        return files, []
    units = {row.source.path.rpartition("/")[0] for row in problems}
    near = [file for file in files if file.name.rpartition("/")[0] in units] or files
    told = [
        report("M106", row.row.source, f"写进去以后，{problems[0].source} 会有错误", "请看那一处的说明，两边改成一致。")
        for file in near
        for row in file.written
    ]
    left = [file.without(row.row.source for row in file.written) if file in near else file for file in files]
    return left, [*problems, *told]


def _changes(files: Iterable[RegisterImport]) -> tuple[tuple[FileChange, ...], list[Problem]]:
    changes: list[FileChange] = []
    problems: list[Problem] = []
    for file in files:
        if not file.changes:
            continue
        change = file.change()
        if change is None:
            hint = "请先把这几行照样写进去，或把文件改成填写说明里的写法，再导入。"
            problems.append(report("M105", Source(file.name), "这个文件的写法程序改不了，没有导入", hint))
        elif change.new != change.old:
            changes.append(change)
    return tuple(changes), problems


def _questions(file: RegisterImport) -> Iterator[Problem]:
    """The rows in question as problems: they do not go in."""
    for row in file.in_question:
        if row.rivals:
            others = "、".join(str(each.source) for each in row.rivals)
            yield report(
                "M103", row.row.source, f"与 {others} 写的不一样", "请核对哪一份对，只交那一份，或在终端里选。"
            )
        elif row.kind is MergeKind.CONFLICT:
            hint = "请核对两边，改好一边再导入，或在终端里选。"
            yield report("M101", row.row.source, f"导出以后 {file.name} 里改过这一行", hint)
        else:
            hint = "请在终端里回答是改它还是另加一行；另有一次的，写明时间、地点也可以先在台账里加。"
            yield report("M102", row.row.source, f"{file.name} 里已有同一天、同类的一行", hint)
