"""PDFs of branches as files of their own: judged, shown, looked through by the gate, set and written branch by branch.

A branch whose PDF cannot be made keeps the file that it has, and the others are made all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from generator.build.cached_compiler import CachedCompiler, searched_text
from generator.build.edition import Edition
from generator.build.executors import map_in_order, open_executor
from generator.build.program import program
from generator.build.unit_prints import UnitPrint
from generator.disclose.gate import Leak, page_leaks, refuse
from generator.disclose.hidden import hidden_words
from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView
from generator.errors import ConfigurationError, PdfError, RecordsRefusedError, UnprintableError
from generator.judge import judge_branch
from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.problem import Problem, Severity, errors_in, has_errors
from generator.model.record import Audience
from generator.model.steps import STEPS
from generator.output.cache import Cache
from generator.present.kit.site import Site
from generator.products.paper_files import asked_for, sound_survey, write_changed
from generator.products.print_notes import PrintNotes, print_cache
from generator.settings import Scope, Settings
from generator.survey import Rules

_TOGETHER = 10
"""Branches that a process is given at a time, at least."""

_REFUSAL = "台账有错误，没有生成 PDF。"


class PrintedUnit(NamedTuple):
    """What a branch's PDF came to: its file, or why there is none.

    `changed` says whether the file was written anew; `problems` are those of its records.  `held` is a file that is not
    written yet, because of `leaks` that may stand elsewhere in the edition.
    """

    branch: str
    problems: tuple[Problem, ...]
    name: str = ""
    size: int = 0
    changed: bool = False
    refusal: str = ""
    leaks: tuple[Leak, ...] = ()
    held: bytes = b""


@dataclass(slots=True)
class PrintSummary:
    """What a run came to."""

    kind: str
    made: list[PrintedUnit] = field(default_factory=list)
    failed: list[PrintedUnit] = field(default_factory=list)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the records of these branches."""
        return tuple(sorted({problem for row in (*self.made, *self.failed) for problem in row.problems}))

    def told(self) -> str:
        """Counts and sizes in one sentence."""
        size = sum(row.size for row in self.made) / 1e6
        fresh = sum(row.changed for row in self.made)
        parts = [
            f"{self.kind} {len(self.made)} 份，共 {size:.1f} MB",
            f"新写 {fresh} 份，未变 {len(self.made) - fresh} 份",
        ]
        if self.failed:
            parts.append(f"没有生成 {len(self.failed)} 份，原有的文件没有动")
        return "；".join(parts) + "。"


def print_units(
    settings: Settings, row: UnitPrint, ids: Collection[str], folder: Path, *, jobs: int = 1, asked: str = ""
) -> PrintSummary:
    """Write this PDF of each of these branches into `folder`, of every branch where none is named.

    `asked` tells runs apart that differ in what `row` was made with.

    Raises RecordsRefusedError or PdfError where one branch alone is asked for and its PDF cannot be made, LeakError
    before anything is written that the audience may not see.
    """
    if settings.audience is Audience.PUBLIC:
        raise ConfigurationError(f"公开版没有{row.name}：里面有结论。请加 --audience internal。")
    notes = PrintNotes.of(settings, (row.option, asked, *ids), folder)
    summary = PrintSummary(row.name)
    for number, unit in enumerate(_printed(settings, row, ids, folder, jobs), 1):
        (summary.failed if unit.refusal else summary.made).append(unit)
        STEPS.info("生成%s：第 %d 份", row.name, number)
    if not summary.failed:
        notes.write(unit.name for unit in summary.made)
    return summary


def _printed(
    settings: Settings, row: UnitPrint, ids: Collection[str], folder: Path, jobs: int
) -> Iterator[PrintedUnit]:
    alone = len(ids) == 1
    scope = Scope(kind="branch", id=next(iter(ids))) if alone else None
    surveyed = sound_survey(replace(settings, scope=scope))
    edition = Edition.of(surveyed)
    compiler = CachedCompiler.of(settings.typefaces, Cache(print_cache(settings.root), program()), "sheets")
    given = _Given(
        rules=edition.rules,
        site=replace(edition.site, scope=scope or _ONE, every_name=surveyed.names["branch"]),
        compiler=compiler,
        row=row,
        folder=folder,
        hidden=tuple(edition.hidden_words()),
        alone=alone,
    )
    tasks = list(_tasks(given, edition.on_record.committees, ids, jobs))
    with open_executor(jobs if len(tasks) > 1 else 1) as executor:
        for unit in chain.from_iterable(map_in_order(executor, _print_some, tasks)):
            if unit.leaks:
                refuse(unit.leaks, edition.seen_words)
                yield unit._replace(leaks=(), held=b"", changed=write_changed(folder / unit.name, unit.held))
            else:
                yield unit


_ONE = Scope(kind="branch", id="*")
"""The scope of a file that goes to its own branch, whichever that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    rules: Rules
    site: Site
    compiler: CachedCompiler
    row: UnitPrint
    folder: Path
    hidden: tuple[str, ...]
    alone: bool


class _Task(NamedTuple):
    given: _Given
    committee: CommitteeEntry
    entries: Sequence[BranchEntry]


def _tasks(given: _Given, committees: Iterable[CommitteeEntry], ids: Collection[str], jobs: int) -> Iterator[_Task]:
    """Several a process: each has to be sent all that they share."""
    rows = [(committee, entry) for committee in committees for entry in committee.branches]
    asked = asked_for({entry.id: entry for _, entry in rows}, ids, "支部", "请写支部的编号。")
    size = max(_TOGETHER, len(asked) // (4 * jobs))
    for committee in dict.fromkeys(committee.id for committee, _ in rows):
        mine = [(each, entry) for each, entry in rows if each.id == committee and entry.id in asked]
        left = iter(entry for _, entry in mine)
        while some := list(islice(left, size)):
            yield _Task(given, replace(mine[0][0], branches=()), some)


def _print_some(task: _Task) -> list[PrintedUnit]:
    given = task.given
    above = given.rules.above(given.rules.unit(task.committee))
    made = (_print_one(given, judge_branch(given.rules, entry, above)) for entry in task.entries)
    return [unit for unit in made if unit is not None]


def _print_one(given: _Given, judged: JudgedBranch) -> PrintedUnit | None:
    """None where the branch has no such document."""
    view = BranchView.of(judged, given.rules.settings.audience, alone=True)
    if view is None or has_errors(judged.problems):
        if given.alone:
            raise RecordsRefusedError(_REFUSAL, sorted(judged.problems))
        return PrintedUnit(judged.entry.id, tuple(errors_in(judged.problems)), refusal=_REFUSAL)
    try:
        return _set(given, judged, view)
    except PdfError as error:
        stops = tuple(_unprinted(judged.problems, error)) if isinstance(error, UnprintableError) else ()
        if given.alone and stops:
            raise RecordsRefusedError(_REFUSAL, stops) from error
        if given.alone:
            raise
        return PrintedUnit(judged.entry.id, stops, refusal=str(error))


def _set(given: _Given, judged: JudgedBranch, view: BranchView) -> PrintedUnit | None:
    """The gate looks at what a PDF is made of, for it is all that it says, before anything is written."""
    source = given.row.make(given.site, view)
    if source is None:
        return None
    name = f"{judged.entry.id}-{Path(given.row.address(judged.entry.id, given.site)).name}"
    leaks = tuple(_leaks(given, judged, view, name, searched_text(source)))
    data = given.compiler.compiled(source).data
    made = PrintedUnit(judged.entry.id, judged.problems, name, len(data))
    if leaks:
        return made._replace(leaks=leaks, held=data)
    return made._replace(changed=write_changed(given.folder / name, data))


def _leaks(given: _Given, judged: JudgedBranch, view: BranchView, name: str, text: str) -> Iterator[Leak]:
    hidden = hidden_words(judged, view)
    words = (*hidden.words, *given.hidden)
    return page_leaks(name, text, text.encode(), words, view.texts, strict=hidden.strict)


def _unprinted(problems: Iterable[Problem], error: UnprintableError) -> Iterator[Problem]:
    """The warnings about characters without a glyph that now stop the PDF, as 错误."""
    for row in problems:
        if row.code == "R028" and any(map(row.message.__contains__, error.characters)):
            yield row._replace(severity=Severity.ERROR)
