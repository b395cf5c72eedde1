"""The first pass: standards, index and plans are loaded and validated before any branch is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from generator.documents.year_plans import OutlineTexts, outlined, parsed
from generator.evaluate.assess import Above, ByCriterion, judge_institution
from generator.evaluate.checks import parameter_models
from generator.evaluate.year_context import YearContext
from generator.formats.glyphs import unprinted_in
from generator.load.development_process import load_processes
from generator.load.filesystem import display_path
from generator.load.index import load_index
from generator.load.moments import load_moments
from generator.load.paper_samples import load_samples
from generator.load.plan import load_plans, plan_years
from generator.load.prose import ProseNames, check_prose, files_of
from generator.load.record_dates import dates_away_from, place_of_as_of
from generator.load.records import Replaced
from generator.load.scales import BRANCH_SCALE, load_scale
from generator.load.scope import narrow
from generator.load.search_words import load_search_words
from generator.load.sources import load_sources
from generator.load.standards import load_standards
from generator.media.showcase_pictures import uncached, with_pictures
from generator.model.clause import ClauseTree
from generator.model.declared import Declared
from generator.model.files import INSTITUTION, PLAN, RECORD_FILES, REGISTER
from generator.model.index import NO_NAMES, CommitteeEntry, Index, Remembered
from generator.model.kinds import BranchKind, Duty
from generator.model.picture import Examine
from generator.model.placeholders import Block, Slot, Value
from generator.model.problem import Problem, has_errors
from generator.model.rechecking import Recheck, always
from generator.model.record import Source
from generator.model.record_file import Owner
from generator.model.records.plan import Plan
from generator.model.records.showcase import Numbers
from generator.model.records.sources import NONE, Sources
from generator.model.records.unit_register import UnitRegister, register_year, unit_years
from generator.model.standard_set import Criteria, StandardSet, choose, criteria_of, sets_for, standards_of
from generator.model.unit_records import UnitRecords
from generator.model.year_plan import YearPlan
from generator.prose.layer import in_handbook
from generator.settings import Settings
from generator.validate.appraisals import check_appraisals
from generator.validate.dates import LATER, NextYearDeadlines
from generator.validate.development_process import check_processes
from generator.validate.index import validate_index
from generator.validate.paper_samples import check_samples
from generator.validate.pictures import check_pictures
from generator.validate.plan import validate_plan
from generator.validate.reviews import check_upper_reviews
from generator.validate.school_registers import check_school_registers
from generator.validate.sources import OwnPlan, check_sources
from generator.validate.standard_sets import check_sets
from generator.validate.unit_records import check_unit_records
from generator.validate.year import check_as_of, check_year


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What every branch is judged by, the same for all.

    `numbers` are what showcases say of their branches' registers (数说); `plans_due` is, by year, the last day for every
    branch's 推进计划, where the year's plan asks for one; `planned` are the years that there is a plan for; `yearly` says until
    when matters of one year may be finished in the next; `institution` is what 学校 shows about its own duties, by year and
    standard set, `school` its registers by year.
    """

    settings: Settings
    sets: tuple[StandardSet, ...]
    context: YearContext
    numbers: Mapping[str, Numbers]
    planned: frozenset[int]
    plans_due: Mapping[int, date]
    yearly: NextYearDeadlines
    astray: bool
    institution: Mapping[tuple[int, str], ByCriterion] = field(default_factory=dict)
    school: Mapping[int, UnitRegister] = field(default_factory=dict)

    def unit(self, committee: CommitteeEntry) -> UnitRecords:
        """The records of a committee; `committee` has to be all that is on record of it."""
        return UnitRecords.of_committee(committee, self.school)

    def above(self, committee: UnitRecords) -> Above:
        """What the branches of a committee quote."""
        return Above(committee, self.institution)

    def sets_of(self, unit: UnitRecords, year: int) -> tuple[StandardSet, ...]:
        """The standard sets that the branches under a unit are judged by in a year, in the order of the sets."""
        return sets_for(self.sets, {row.kind for row in unit.branches}, year, self.settings.as_of)

    def years_of(self, unit: UnitRecords) -> tuple[int, ...]:
        """The years that a unit is judged for, as a branch is: the current one, and further ones, the latest first."""
        return unit_years(self.planned.union(unit.registers), self.settings.year, self.settings.as_of)

    def criteria(self, kind: BranchKind, year: int) -> Criteria:
        """The 评价要点 that the register of a branch of that kind may name: of the set that it is judged by.

        Of a year for which there is no such set, those of any.
        """
        return self._criteria[choose(self.sets, kind, year, self.settings.as_of)]

    @cached_property
    def _criteria(self) -> Mapping[StandardSet | None, Criteria]:
        return {None: criteria_of(self.sets), **{each: criteria_of([each]) for each in self.sets}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The first pass: the rules, the plan of every year, and which committees, branches and showcases there are.

    `index` is the part that the scope covers, `institution` what 学校 has on record, all its branches known; `names` are
    those of everything that prose may link to, by kind and id; own plans are among the `declared` documents.
    """

    settings: Settings
    index: Index | None
    sets: tuple[StandardSet, ...]
    declared: Declared
    plans: Mapping[int, YearPlan]
    names: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...]
    rules: Rules | None
    institution: UnitRecords | None = None

    @property
    def plan(self) -> Plan | None:
        """The current year's plan."""
        return row.plan if (row := self.plans.get(self.settings.year)) else None

    @property
    def plan_outline(self) -> ClauseTree | None:
        """The outline of the current year's plan's own words."""
        return row.outline if (row := self.plans.get(self.settings.year)) else None

    @property
    def sound(self) -> bool:
        """Whether an edition can be started: there is an index, and nothing so far stops publication."""
        return self.index is not None and not has_errors(self.problems)


def survey(
    settings: Settings,
    remembered: Remembered | None = None,
    instead: Replaced = MappingProxyType({}),
    *,
    examine: Examine = uncached,
    recheck: Recheck = always,
    outline_texts: OutlineTexts = parsed,
) -> Survey:
    """Load and validate what every branch is judged by; what is `remembered` of unchanged files is not read again."""
    sets, problems = load_standards(settings.docs, settings.root, parameter_models())
    declared, undeclared = _declared(settings, sets)
    index, found = load_index(settings.records, settings.root, remembered, instead)
    written, told = load_plans(settings.records, settings.root)
    plans = outlined(written, index.institution.units if index else (), outline_texts)
    problems += [*found, *undeclared, *told]
    problems += check_sets(sets, {row.kind for row in index.branches()} if index else (), settings.as_of)
    names = index.names if index else NO_NAMES
    linked = None if has_errors(found) else names
    problems += _check_docs(settings, declared.sources, linked, problems, examine=examine, recheck=recheck)
    rules: Rules | None = None
    institution = UnitRecords.of_institution(index) if index else None
    if index is not None and institution is not None:
        index = with_pictures(narrow(index, settings.scope), examine)
        problems += _validate(settings, index, sets, plans, institution, recheck=recheck)
        problems += check_sources(declared.sources, sets, _own_plans(plans))
        if (astray := _astray(settings, index)) is not None:  # said once of all records
            problems = [astray, *(row for row in problems if row.code not in LATER)]
        rules = _rules(settings, sets, index, plans, institution, declared=declared, astray=astray is not None)
    return Survey(
        settings=settings,
        index=index,
        sets=sets,
        declared=declared._replace(sources=declared.sources.joined(row.plan for row in plans.values())),
        plans=plans,
        names=names,
        problems=tuple(problems),
        rules=rules,
        institution=institution,
    )


def _declared(settings: Settings, sets: tuple[StandardSet, ...]) -> tuple[Declared, list[Problem]]:
    """What is declared beside the handbook's pages, and what is wrong with it."""
    sources, problems = load_sources(settings.docs, settings.root)
    processes, unread = load_processes(settings.docs, settings.root)
    cited = () if sources is NONE else check_processes(processes, sources)
    samples, told = load_samples(settings.docs, settings.root)
    told += check_samples(samples.values(), standards_of(sets), sources)
    moments, lost = load_moments(settings.docs, settings.root)
    words, astray = load_search_words(settings.docs, settings.root)
    told += [*lost, *astray]
    return Declared(sources, processes, samples, moments, words), [*problems, *unread, *cited, *told]


def _check_docs(
    settings: Settings,
    sources: Sources,
    names: Mapping[str, Mapping[str, str]] | None,
    known: Iterable[Problem],
    *,
    examine: Examine,
    recheck: Recheck,
) -> Iterator[Problem]:
    """What is wrong with prose and pictures; links to records are not checked where `names` cannot be relied on."""
    docs, root = settings.docs, settings.root
    faulty = {row.source.path for row in known if row.is_error}
    yield from check_prose(
        docs, root, ProseNames(tuple(Slot), (*Value, *Block), sources), names, faulty, recheck=recheck
    )
    yield from check_pictures(files_of(docs, root), root, examine)


def _validate(
    settings: Settings,
    index: Index,
    sets: tuple[StandardSet, ...],
    plans: Mapping[int, YearPlan],
    institution: UnitRecords,
    *,
    recheck: Recheck,
) -> Iterator[Problem]:
    """What institution, committees and plans say, held against the standards and one another."""
    standards = standards_of(sets)
    aspects = dict.fromkeys(row.aspect for row in standards.values())
    chosen = {kind: choose(sets, kind, settings.year, settings.as_of) for kind in BranchKind}
    for_kind = {kind: standards_of([own] if own else sets) for kind, own in chosen.items()}
    yield from validate_index(index, for_kind, settings.as_of)
    yield from check_unit_records(index, institution.by_id, settings.as_of, NextYearDeadlines.of(sets))
    yield from check_school_registers(index, institution.by_id, [row.plan for row in plans.values()], settings.as_of)
    yield from check_appraisals(index, institution.by_id, standards, load_scale(settings.docs, BRANCH_SCALE))
    yield from check_upper_reviews(index, {duty: criteria_of(sets, duty) for duty in Duty}, settings.as_of)
    plan_file = Source(display_path(PLAN.at(settings.records, year=settings.year), settings.root))
    yield from check_year(settings.year, index.institution, plan_file, plan_years(settings.records))
    yield from unprinted_in(with_names(_printed(settings, index), settings), settings.typefaces, recheck)
    for row in plans.values():
        yield from validate_plan(row.plan, index.institution, standards, aspects, row.clauses)


def _own_plans(plans: Mapping[int, YearPlan]) -> list[OwnPlan]:
    return [OwnPlan(row.plan, row.clauses) for _, row in sorted(plans.items())]


def _printed(settings: Settings, index: Index) -> Iterator[Path]:
    """The files beside the branches' own whose words go into PDFs."""
    yield INSTITUTION.at(settings.records)
    own = [file for file in RECORD_FILES if file.owner is Owner.COMMITTEE and file.read_alone]
    for entry in index.committees:
        for file in own:
            yield from file.present(settings.records, committee=entry.id)
    for path in files_of(settings.docs, settings.root):
        if path.suffix == ".md" and in_handbook(path.relative_to(settings.docs).as_posix()):
            yield path


def with_names(files: Iterable[Path], settings: Settings) -> Iterator[tuple[str, Path]]:
    """Files with the names they are told by."""
    return ((display_path(path, settings.root), path) for path in files)


def _astray(settings: Settings, index: Index) -> Problem | None:
    span = dates_away_from(index, settings.root, settings.as_of)
    return check_as_of(settings.as_of, *span, place_of_as_of(settings.root)) if span else None


def _rules(
    settings: Settings,
    sets: tuple[StandardSet, ...],
    index: Index,
    plans: Mapping[int, YearPlan],
    institution: UnitRecords,
    *,
    declared: Declared,
    astray: bool,
) -> Rules:
    demands = {year: found for year, row in plans.items() if (found := row.plan.demands) is not None}
    names = {name for row in institution.branches for name in row.state.names}
    kept = {register_year(name) for name in names if REGISTER.matches(name)}
    context = YearContext(settings.as_of, settings.year, index.institution, demands, declared.processes)
    return Rules(
        settings=settings,
        sets=sets,
        context=context,
        planned=frozenset(plans),
        plans_due={year: due for year, row in plans.items() if (due := row.plan.branch_plans_due) is not None},
        yearly=NextYearDeadlines.of(sets),
        astray=astray,
        numbers={row.branch.id: row.showcase.numbers for row in index.showcases if row.showcase.numbers},
        institution=judge_institution(institution, sets, context, kept.union(plans)),
        school=institution.registers,
    )
