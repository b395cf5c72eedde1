"""Workbooks of units: what a branch, a committee or 学校 has on record of a year, as one audience may see it, to write on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.disclose.gate import Leak, page_leaks, refuse
from generator.disclose.raw_rows import ShownFiles, shown_rows
from generator.disclose.withheld import hidden_only
from generator.errors import RecordsRefusedError
from generator.formats.workbook.content import FilledSheet, UnitWorkbook
from generator.load.filesystem import display_path, read_text
from generator.load.plain_tree import placed_tree
from generator.model.example import ExampleContext
from generator.model.files import COMMITTEE, INSTITUTION, RECORD_FILES
from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.kinds import Duty
from generator.model.problem import Problem, errors_in
from generator.model.record import Record, project_files
from generator.model.record_file import Owner, RecordFile
from generator.model.sample import sample
from generator.model.shape import FieldKind
from generator.model.sheet import Cells, RawRow, example_lines, marked_lines, none_line, rows_of, states_none
from generator.model.sheet_layout import SheetLayout
from generator.model.standard_set import criteria_of, standards_of
from generator.model.workbook_stamp import SCHOOL_SCOPE
from generator.settings import Settings
from generator.survey import Rules, Survey

BranchReader = Callable[[Rules, BranchEntry], tuple[ShownFiles | None, list[Problem]]]
"""What gives the files of a branch: `records_shown`."""


class GuardedWorkbook(NamedTuple):
    """A workbook, and the words of the unit's records that its readers may not see."""

    content: UnitWorkbook
    hidden: tuple[str, ...]

    def leaks(self, file: str) -> Iterator[Leak]:
        """What its rows hold and should not; heads, hints and examples are the program's own."""
        lines = (line for sheet in self.content.sheets for line in sheet.lines)
        text = "\n".join(cell for _, *cells in lines for cell in cells if cell)
        return page_leaks(file, text, text.encode(), self.hidden, tuple)


def unit_workbooks(
    survey: Survey, read: BranchReader, owners: Collection[Owner], kinds: Collection[str] = ()
) -> Iterator[GuardedWorkbook]:
    """The workbooks of the units within the scope that are of these owners; branches are `read`.

    `kinds` are the sheets that are asked for, all where none is named.  Of branches that were dissolved before the year
    there is none, unless the scope is that branch.  Raises RecordsRefusedError where files of a branch have mistakes.
    """
    index, scope = survey.index, survey.settings.scope
    if index is None:
        return
    if scope is None and Owner.INSTITUTION in owners:
        yield school_workbook(survey, index, kinds)
    alone = survey.settings.alone
    for committee in index.committees:
        if not alone and Owner.COMMITTEE in owners:
            yield committee_workbook(survey, index, committee, kinds)
        for entry in committee.branches if Owner.BRANCH in owners else ():
            if alone or not entry.ended(_first_day(survey)):
                made, problems = branch_workbook(survey, read, entry, kinds)
                if made is None:
                    raise RecordsRefusedError("台账有错误，什么都没有写。", errors_in(problems))
                yield made


def guarded_contents(made: Iterable[GuardedWorkbook], allowed: Callable[[], Iterable[str]]) -> list[UnitWorkbook]:
    """The workbooks once the gate has looked at all of them; raises LeakError for a hit that is not `allowed` elsewhere.

    As with pages, each is held against its own unit's words.
    """
    found = list(made)
    refuse((leak for each in found for leak in each.leaks(each.content.file_name)), allowed)
    return [each.content for each in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """A unit: what its files are found by, its records as the audience may see them by file name, what its rows may name."""

    owner: Owner
    scope: str
    name: str
    recipient: str
    parts: Mapping[str, str]
    shown: Mapping[str, Record]
    hidden: tuple[str, ...]
    criteria: tuple[str, ...]
    branches: tuple[tuple[str, str], ...] = ()


def branch_workbook(
    survey: Survey, read: BranchReader, entry: BranchEntry, kinds: Collection[str] = ()
) -> tuple[GuardedWorkbook | None, list[Problem]]:
    """The workbook of a branch, for the audience and year of the settings; none where its files have mistakes."""
    rules = survey.rules
    if rules is None:
        return None, list(survey.problems)
    files, problems = read(rules, entry)
    if files is None:
        return None, problems
    duties = rules.criteria(entry.kind, survey.settings.year).duties
    unit = _Unit(
        owner=Owner.BRANCH,
        scope=f"branch:{entry.id}",
        name=entry.name,
        recipient=f"{survey.names['committee'].get(entry.committee, '基层党委')}组织员",
        parts={"committee": entry.committee, "branch": entry.id},
        shown=files.shown,
        hidden=files.hidden,
        criteria=tuple(id for id, duty in duties.items() if duty is Duty.BRANCH),
    )
    return _workbook(survey, unit, kinds), problems


def committee_workbook(
    survey: Survey, index: Index, entry: CommitteeEntry, kinds: Collection[str] = ()
) -> GuardedWorkbook:
    """The workbook of a committee, without its branches' registers."""
    audience = survey.settings.audience
    seen = entry.project(audience)
    unit = _Unit(
        owner=Owner.COMMITTEE,
        scope=f"committee:{entry.id}",
        name=entry.committee.name,
        recipient=f"{index.institution.name}党委组织部",
        parts={"committee": entry.id},
        shown={COMMITTEE.name: seen.committee, **seen.further},
        hidden=tuple(hidden_only(entry.records, seen.records, audience)),
        criteria=tuple(criteria_of(survey.sets).duties),
        branches=_branches(survey, entry.roster),
    )
    return _workbook(survey, unit, kinds)


def school_workbook(survey: Survey, index: Index, kinds: Collection[str] = ()) -> GuardedWorkbook:
    """The workbook of 学校's own registers."""
    audience = survey.settings.audience
    own = project_files({INSTITUTION.name: index.institution, **index.further}, audience)
    shown = {name.rpartition("/")[2]: row for name, row in own.items()}
    unit = _Unit(
        owner=Owner.INSTITUTION,
        scope=SCHOOL_SCOPE,
        name=index.institution.name,
        recipient="组织部负责台账的人",
        parts={},
        shown=shown,
        hidden=tuple(hidden_only((index.institution, *index.further.values()), shown.values(), audience)),
        criteria=tuple(criteria_of(survey.sets).duties),
        branches=_branches(survey, tuple(index.branches())),
    )
    return _workbook(survey, unit, kinds)


def _branches(survey: Survey, entries: tuple[BranchEntry, ...]) -> tuple[tuple[str, str], ...]:
    """Those that lived in the year."""
    return tuple((row.id, row.name) for row in entries if not row.ended(_first_day(survey)))


def _first_day(survey: Survey) -> date:
    return date(survey.settings.year, 1, 1)


def _workbook(survey: Survey, unit: _Unit, kinds: Collection[str]) -> GuardedWorkbook:
    settings = survey.settings
    content = UnitWorkbook(
        scope=unit.scope,
        name=unit.name,
        recipient=unit.recipient,
        year=settings.year,
        as_of=settings.as_of,
        audience=settings.audience,
        sheets=tuple(_sheets(survey, unit, kinds)),
        words={
            FieldKind.BRANCH: tuple(id for id, _ in unit.branches),
            FieldKind.CRITERION: unit.criteria,
            FieldKind.STANDARD: tuple(standards_of(survey.sets)),
        },
        branches=unit.branches,
    )
    return GuardedWorkbook(content, unit.hidden)


def _sheets(survey: Survey, unit: _Unit, kinds: Collection[str]) -> Iterator[FilledSheet]:
    """Those of the files that change most often first."""
    settings = survey.settings
    files = [file for file in RECORD_FILES if file.owner is unit.owner]
    for file in sorted(files, key=lambda file: not file.yearly):
        layouts = [each for each in sheets_of(file, settings) if not kinds or each.title in kinds]
        raw = _raw(survey, file, unit) if layouts else {}
        for layout in layouts:
            yield _filled(file, layout, raw, _example_context(survey))


def sheets_of(file: RecordFile, settings: Settings) -> tuple[SheetLayout, ...]:
    """The sheets of a file that an edition may hold: what is a branch's own, in the workbook that is made for it alone."""
    sheets = file.sheets(settings.audience)
    return tuple(each for each in sheets if settings.alone or not each.kind.OWN_ONLY)


def _raw(survey: Survey, file: RecordFile, unit: _Unit) -> RawRow:
    """A file as its YAML holds it, without what the audience may not see; empty where there is none."""
    settings = survey.settings
    path = file.at(settings.records, year=settings.year, **unit.parts)
    shown = unit.shown.get(path.name)
    text = read_text(path, settings.root)[0] if shown is not None else None
    tree = placed_tree(display_path(path, settings.root), text)[0] if text is not None else None
    return shown_rows(tree or {}, shown)


def _filled(file: RecordFile, layout: SheetLayout, raw: RawRow, context: ExampleContext) -> FilledSheet:
    rows = rows_of(layout, raw)
    lines = tuple(line for row in rows for line in marked_lines(layout, row))
    if states_none(layout, raw):
        lines = (none_line(layout),)
    return FilledSheet(layout, _example(layout, context), lines, len(rows), file.title, file.changes)


@lru_cache(maxsize=512)
def _example(layout: SheetLayout, context: ExampleContext) -> tuple[Cells, ...]:
    return tuple(example_lines(layout, sample(layout.kind, context)))


def _example_context(survey: Survey) -> ExampleContext:
    name = survey.index.institution.name if survey.index else ""
    return ExampleContext(survey.settings.year, name)
