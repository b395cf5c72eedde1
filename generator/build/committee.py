"""One committee's record pages: the unit that work is cut into.

A unit knows only its own part of the institution, and gives back only summaries: it may be made in this process, in
another one, or on another machine.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.build.executors import BATCH, unhurried
from generator.disclose.gate import Leak, page_leaks
from generator.disclose.hidden import HiddenWords, hidden_words, introduction_leaks
from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView
from generator.disclose.withheld import withheld
from generator.evaluate.assess import UpperReviews
from generator.judge import judge_branch
from generator.model.finding import Assessment
from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.judged_year import JudgedYear
from generator.model.page import Page, page_file
from generator.model.problem import Problem
from generator.model.summary import BranchSummary, CommitteeSummary, summarise, summarise_committee
from generator.output.outlet import Outlet
from generator.present.branch.branch_year import branch_pages
from generator.present.committee.views import committee_pages
from generator.present.kit.site import Site
from generator.present.kit.urls import branch_path
from generator.prose.shells import Shells
from generator.survey import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What all units of an edition are made by.  `site` may know only the committees of the units it is given to.

    `guarded` are words of the handbook that may stand on no page of this edition.
    """

    rules: Rules
    site: Site
    shelf: Shells
    site_url: str
    guarded: tuple[str, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether the edition is one branch's part."""
        return self.site.scope is not None and self.site.scope.kind == "branch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What is kept of one branch once its pages are written.

    `hidden` are its words that this edition's readers may not see, for the gate, `names` the persons among them;
    `pages` what the URL paths of its pages have after its own folder's; `further` are its sums of the other years that
    there is a plan for.  No summary where nothing could be judged.
    """

    summary: BranchSummary | None
    problems: tuple[Problem, ...]
    hidden: tuple[str, ...]
    names: tuple[str, ...]
    pages: tuple[str, ...] = ()
    further: Mapping[int, BranchSummary] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A committee whose pages are to be made: those of the branches in `dirty`; of the others, `kept` is still true.

    `entry` is what the edition's readers may know of it, `on_record` all that is known of it without its branches.
    """

    entry: CommitteeEntry
    on_record: CommitteeEntry
    dirty: frozenset[str]
    kept: Mapping[str, Made]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitResult:
    """A committee whose pages are written.

    `further` are its sums of the other years that there is a plan for; `pages` the URL paths of its own pages, without its
    branches'; `written` the files of all pages that were made anew.
    """

    id: str
    branches: Mapping[str, Made]
    total: CommitteeSummary | None
    further: Mapping[int, CommitteeSummary]
    pages: tuple[str, ...]
    written: tuple[str, ...]
    leaks: tuple[Leak, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with its branches' records."""
        return tuple(problem for made in self.branches.values() for problem in made.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Several units with what they are made by and where their pages go: what is handed to a worker."""

    brief: Brief
    units: tuple[Unit, ...]
    outlet: Outlet


@unhurried()
def carry_out(task: Task) -> list[UnitResult]:
    """Make every unit of a task."""
    return [_Desk(task.brief, unit, task.outlet).work() for unit in task.units]


class _Desk:
    """One unit while it is made."""

    def __init__(self, brief: Brief, unit: Unit, outlet: Outlet) -> None:
        self.brief = brief
        self.unit = unit
        self.outlet = outlet
        self.above = UpperReviews.of(brief.rules.context.institution, unit.on_record.committee)
        self.hidden = tuple(_hidden_above(brief.rules, unit.on_record))
        self.written: list[str] = []
        self.leaks: list[Leak] = []

    def work(self) -> UnitResult:
        branches = {entry.id: self._branch(entry) for entry in self.unit.entry.branches}
        summaries = [made.summary for made in branches.values() if made.summary is not None]
        hidden = tuple(dict.fromkeys(word for made in branches.values() for word in made.hidden))
        pages = tuple(self._committee(summaries, hidden))
        entry = self.unit.entry
        return UnitResult(
            id=entry.id,
            branches=branches,
            total=summarise_committee(entry.id, entry.committee.name, summaries) if summaries else None,
            further=self._further(branches.values()),
            pages=pages,
            written=tuple(self.written),
            leaks=tuple(self.leaks),
        )

    def _further(self, branches: Collection[Made]) -> Mapping[int, CommitteeSummary]:
        entry = self.unit.entry
        years = sorted({year for made in branches for year in made.further})
        return {
            year: summarise_committee(
                entry.id, entry.committee.name, (made.further[year] for made in branches if year in made.further)
            )
            for year in years
        }

    def _branch(self, entry: BranchEntry) -> Made:
        kept = self.unit.kept.get(entry.id)
        if kept is not None and entry.id not in self.unit.dirty:
            return kept
        judged = judge_branch(self.brief.rules, entry, self.above)
        view = BranchView.of(judged, self.brief.rules.settings.audience, alone=self.brief.alone)
        if view is None:
            return Made(summary=None, problems=judged.problems, hidden=(), names=())
        return self._written(judged, view)

    def _written(self, judged: JudgedBranch, view: BranchView) -> Made:
        rules, entry = self.brief.rules, judged.entry
        hidden = hidden_words(judged, view)
        self.leaks += introduction_leaks(view, page_file(branch_path(entry.id)), hidden.names)
        pages = tuple(branch_pages(self.brief.site, view))
        for page in pages:
            self._write(page, hidden, view)
        return Made(
            summary=_summary(entry, view.current, view.further, rules) if view.current else None,
            problems=judged.problems,
            hidden=hidden.words,
            names=hidden.names,
            pages=tuple(page.path.removeprefix(branch_path(entry.id)) for page in pages),
            further={
                row.assessment.year: _summary(entry, row, (), rules)
                for row in view.further
                if row.assessment.year in rules.planned
            },
        )

    def _committee(self, summaries: list[BranchSummary], hidden: tuple[str, ...]) -> Iterator[str]:
        if self.brief.site.has_committees:
            for page in committee_pages(self.brief.site, self.unit.entry, summaries):
                self._write(page, HiddenWords(hidden))
                yield page.path

    def _write(self, page: Page, hidden: HiddenWords, view: BranchView | None = None) -> None:
        name, body = page_file(page.path), page.body.encode()
        words = (*hidden.words, *self.hidden, *self.brief.guarded)
        self.leaks += page_leaks(
            name, page.body, body, words, lambda: view.texts() if view else (), strict=hidden.strict
        )
        self.outlet.write(name, self.brief.shelf.stamp(page, body, self.brief.site_url))
        self.written.append(name)


def _hidden_above(rules: Rules, committee: CommitteeEntry) -> Iterator[str]:
    """The words of a committee and its institution that the edition's readers may not see."""
    for record in (rules.context.institution, *committee.records):
        yield from withheld(record, rules.settings.audience)


def _summary(entry: BranchEntry, year: JudgedYear, further: Iterable[JudgedYear], rules: Rules) -> BranchSummary:
    return summarise(
        year.assessment,
        name=entry.called(rules.settings.as_of),
        kind=entry.kind,
        committee=entry.committee,
        plan=year.plan.state if year.plan else None,
        closing=_closing(further, rules),
        dissolved=entry.ended(rules.settings.as_of),
    )


def _closing(further: Iterable[JudgedYear], rules: Rules) -> Assessment | None:
    """The year before the current one, while it is still being finished."""
    rows = (row.assessment for row in further)
    return next((row for row in rows if row.year == rules.settings.year - 1 and row.open), None)


def tasks(brief: Brief, units: Iterable[Unit | None], outlet: Outlet) -> Iterator[Task]:
    """The units that there are, cut into tasks of at least BATCH branches to be made."""
    batch: list[Unit] = []
    for unit in units:
        if unit is not None:
            batch.append(unit)
        if sum(len(each.dirty) for each in batch) >= BATCH:
            yield _task(brief, batch, outlet)
            batch = []
    if batch:
        yield _task(brief, batch, outlet)


def _task(brief: Brief, units: list[Unit], outlet: Outlet) -> Task:
    narrow = _narrowed(brief, tuple(unit.entry for unit in units))
    return Task(brief=narrow, units=tuple(units), outlet=outlet)


def _narrowed(brief: Brief, committees: tuple[CommitteeEntry, ...]) -> Brief:
    """The brief for a task that knows only these committees, so that little has to be sent to who makes it."""
    index = brief.site.index
    ids = {entry.id for committee in committees for entry in committee.branches}
    showcases = tuple(entry for entry in index.showcases if entry.branch.id in ids)
    return replace(brief, site=replace(brief.site, index=replace(index, committees=committees, showcases=showcases)))
