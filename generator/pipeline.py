"""The straight line: load → validate → evaluate → present, in two passes.

The first pass surveys standards and the index.  The second streams branch by branch and keeps only summaries, so
that memory does not grow with the number of branches.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from html import escape
from pathlib import Path

from generator.errors import UnknownScopeError
from generator.evaluate.assess import Terms, assess, withhold
from generator.evaluate.checks import parameter_models
from generator.load.dossiers import load_dossier
from generator.load.index import load_index
from generator.load.prose import LINK, check_prose
from generator.load.standards import load_standards
from generator.model.audience import Audience
from generator.model.dossier import Dossier
from generator.model.finding import Assessment
from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.page import Page
from generator.model.problem import Problem, Severity
from generator.model.records.activity import ActivityKind
from generator.model.standard import StandardSet
from generator.model.summary import BranchSummary, CommitteeSummary, summarise, summarise_committee
from generator.present.branch import branch_pages
from generator.present.committee import committee_pages
from generator.present.institution import finder_script, institution_pages
from generator.present.links import url
from generator.present.site import Site
from generator.present.slots import NAMES
from generator.publish.approval import published_dossier, published_index
from generator.publish.formats.pdf import Chapter, Cover, document_pdf, handbook_pdf
from generator.publish.gate import guard, own_words
from generator.publish.search import finish_index
from generator.publish.sitemap import write_sitemap
from generator.publish.tree import write_file
from generator.publish.withheld import shown, withheld
from generator.settings import Scope, Settings
from generator.validate.dossiers import validate_dossier
from generator.validate.index import validate_index

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The first pass: the standards, and which committees, branches and showcases there are.

    `index` is the part that the scope covers; `names` are those of everything that prose may link to, by kind and id.
    """

    settings: Settings
    index: Index | None
    sets: tuple[StandardSet, ...]
    names: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether an edition can be started: there is an index, and nothing so far stops publication."""
        return self.index is not None and not any(row.severity is Severity.ERROR for row in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One branch in the second pass; no dossier where its files cannot be read, no assessment then either."""

    entry: BranchEntry
    dossier: Dossier | None
    assessment: Assessment | None
    problems: tuple[Problem, ...]


def survey(settings: Settings) -> Survey:
    """Load and validate what every branch is judged by."""
    sets, problems = load_standards(settings.docs, settings.root, parameter_models())
    index, more = load_index(settings.records, settings.root)
    problems += more
    names = _names(index)
    problems += check_prose(settings.docs, settings.root, NAMES, names)
    if index is not None:
        index = narrow(index, settings.scope)
        standards = {row.id for one in sets for row in one.standards}
        problems += validate_index(index, standards, settings.as_of)
    return Survey(settings=settings, index=index, sets=sets, names=names, problems=tuple(problems))


def judge(survey: Survey) -> Iterator[Judged]:
    """Load, validate and evaluate branch by branch."""
    for committee in survey.index.committees if survey.index is not None else ():
        for entry in committee.branches:
            yield judge_branch(survey, entry)


def judge_branch(survey: Survey, entry: BranchEntry) -> Judged:
    """Load, validate and evaluate one branch."""
    settings = survey.settings
    dossier, problems = load_dossier(entry, settings.root)
    assessment = None
    if dossier is not None and survey.index is not None:
        criteria = {criterion.id for one in survey.sets for row in one.standards for criterion in row.criteria}
        problems += validate_dossier(dossier, criteria, settings.as_of)
        terms = Terms(as_of=settings.as_of, year=settings.year, institution=survey.index.institution)
        assessment = assess(survey.sets, dossier, terms)
    return Judged(entry=entry, dossier=dossier, assessment=assessment, problems=tuple(problems))


def check(settings: Settings) -> tuple[tuple[Problem, ...], tuple[Assessment, ...]]:
    """Every problem in the tree, sorted, and every finding that an internal reader may see."""
    surveyed = survey(settings)
    problems, assessments = list(surveyed.problems), []
    for judged in judge(surveyed):
        problems += judged.problems
        if judged.assessment and (seen := withhold(judged.assessment, surveyed.sets, Audience.INTERNAL)):
            assessments.append(seen)
    return tuple(sorted(problems)), tuple(assessments)


def finish(edition: Edition, tree: Path, site_url: str, paths: Iterable[str], trusted: Collection[str]) -> None:
    """The last steps of an edition: search, site map and finder; then the gate."""
    finish_index(tree)
    write_sitemap(tree, site_url, paths, edition.site.as_of)
    write_file(tree, "assets/zhibu/finder-data.js", finder_script(edition.site))
    allowed = (*edition.public, *own_words(_PACKAGE), *own_words(edition.survey.settings.docs))
    guard(tree, edition.hidden, allowed, trusted)


def handbook(site: Site, title: str, chapters: Sequence[Chapter], target: Path, tree: Path) -> None:
    """The handbook as PDF, with pictures from the finished tree."""
    handbook_pdf(chapters, _cover(site, title, f"{len(site.default.standards)} 项标准"), target, tree)


def branch_file(settings: Settings, target: Path) -> tuple[Problem, ...]:
    """The scoped branch's page and checklist as one PDF; nothing is written where its records hold an 错误."""
    surveyed = survey(settings)
    if not surveyed.sound:
        return tuple(sorted(surveyed.problems))
    edition = Edition.begin(surveyed)
    pages = list(edition.pages())
    problems = tuple(sorted(edition.problems))
    if not any(problem.severity is Severity.ERROR for problem in problems):
        chapters = [Chapter(title=page.title, path=page.path, level=1, html=page.body) for page in pages]
        document_pdf(chapters, _cover(edition.site, pages[0].title, "支部档案"), target)
    return problems


def _cover(site: Site, title: str, subtitle: str) -> Cover:
    return Cover(
        title=title,
        subtitle=subtitle,
        institution=site.institution.name,
        audience_label=site.audience.label,
        as_of=site.as_of,
    )


def narrow(index: Index, scope: Scope | None) -> Index:
    """The part of the index that the scope covers."""
    if scope is None:
        return index
    committees = tuple(filter(None, (_part(entry, scope) for entry in index.committees)))
    if not committees:
        known = (f"committee:{entry.id}" for entry in index.committees)
        near = get_close_matches(str(scope), [*known, *(f"branch:{entry.id}" for entry in index.branches())], n=1)
        raise UnknownScopeError(str(scope), near[0] if near else None)
    kept = {branch.id for entry in committees for branch in entry.branches}
    showcases = tuple(entry for entry in index.showcases if entry.branch.id in kept)
    return replace(index, committees=committees, showcases=showcases)


def _names(index: Index | None) -> dict[str, dict[str, str]]:
    if index is None:
        return {"committee": {}, "branch": {}, "showcase": {}}
    return {
        "committee": {entry.id: entry.committee.name for entry in index.committees},
        "branch": {entry.id: entry.name for entry in index.branches()},
        "showcase": {entry.branch.id: entry.showcase.title for entry in index.showcases},
    }


def _part(entry: CommitteeEntry, scope: Scope) -> CommitteeEntry | None:
    if scope.kind == "committee":
        return entry if entry.id == scope.id else None
    branches = tuple(branch for branch in entry.branches if branch.id == scope.id)
    return replace(entry, branches=branches) if branches else None


@dataclass(slots=True)
class Edition:
    """One edition while it is made: record pages stream out, and what is kept of each branch piles up.

    `hidden` are the words that this audience may not see and `public` those it may, for the gate.
    """

    survey: Survey
    site: Site
    problems: list[Problem] = field(default_factory=list)
    totals: list[CommitteeSummary] = field(default_factory=list)
    scoped: dict[str, BranchSummary] = field(default_factory=dict)
    counts: dict[str, Counter[ActivityKind]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    public: set[str] = field(default_factory=set)

    @classmethod
    def begin(cls, survey: Survey) -> Edition:
        """Start an edition from a sound survey."""
        settings = survey.settings
        if survey.index is None:
            raise ValueError("an edition needs an index")
        index = published_index(survey.index, settings.audience, settings.as_of)
        site = Site(
            institution=index.institution,
            index=index,
            sets=survey.sets,
            as_of=settings.as_of,
            year=settings.year,
            audience=settings.audience,
            scope=settings.scope,
        )
        edition = cls(survey, site, problems=list(survey.problems))
        edition._survey_words(survey.index)
        return edition

    def link_prose(self, markdown: str, path: str) -> str:
        """Markdown whose `[[branch:ID]]` are links, or plain names where this edition has no such page."""

        def link(found: re.Match[str]) -> str:
            kind, id = found["kind"], found["id"]
            name = escape(self.survey.names[kind].get(id, id))
            folder = {"branch": "branches", "committee": "committees", "showcase": "showcases"}[kind]
            return f'<a href="{url(path, f"{folder}/{id}/")}">{name}</a>' if self._has_page(kind, id) else name

        return LINK.sub(link, markdown)

    def _has_page(self, kind: str, id: str) -> bool:
        if kind == "committee":
            return self.site.has_committees and id in self.site.committee_names
        return id in (self.site.branches if kind == "branch" else self.site.showcases)

    def pages(self) -> Iterator[Page]:
        """The record pages, committee by committee."""
        for committee in self.site.index.committees:
            yield from self._committee(committee)
        yield from institution_pages(self.site, self.totals)

    def _committee(self, committee: CommitteeEntry) -> Iterator[Page]:
        summaries: list[BranchSummary] = []
        for entry in committee.branches:
            judged = judge_branch(self.survey, entry)
            self.problems += judged.problems
            if judged.dossier is not None:
                yield from self._branch(judged, judged.dossier, summaries)
        if summaries:
            self.totals.append(summarise_committee(committee.id, committee.committee.name, summaries))
        if self.site.has_committees:
            yield from committee_pages(self.site, committee, summaries)

    def _branch(self, judged: Judged, dossier: Dossier, summaries: list[BranchSummary]) -> Iterator[Page]:
        settings, entry = self.survey.settings, judged.entry
        seen = published_dossier(dossier, settings.audience, settings.as_of)
        assessment = judged.assessment and withhold(judged.assessment, self.survey.sets, settings.audience)
        self._branch_words(dossier, seen)
        self.counts[entry.id] = self._count(dossier)
        if assessment is not None:
            summary = summarise(assessment, name=entry.name, kind=entry.kind, committee=entry.committee)
            summaries.append(summary)
            if settings.scope is not None and settings.scope.kind == "branch":
                self.scoped[entry.id] = summary
        yield from branch_pages(self.site, seen, assessment)

    def _count(self, dossier: Dossier) -> Counter[ActivityKind]:
        settings = self.survey.settings
        rows = (row for row in dossier.activities if row.on.year == settings.year and row.on <= settings.as_of)
        return Counter(kind for row in rows for kind in row.kinds)

    def _survey_words(self, index: Index) -> None:
        audience = self.survey.settings.audience
        kept = set(self.site.showcases)
        for entry in index.showcases:
            self.hidden.update(withheld(entry.showcase, audience if entry.branch.id in kept else None))
        for shown_entry in self.site.index.showcases:
            self.public.update((*shown(shown_entry.showcase, audience), shown_entry.prose))
        for branch in index.branches():
            self.public.add(branch.name)
        for committee in index.committees:
            self.public.update(shown(committee.committee, audience))
        self.public.update(shown(index.institution, audience))

    def _branch_words(self, dossier: Dossier, seen: Dossier) -> None:
        audience = self.survey.settings.audience
        self.hidden.update(withheld(dossier.profile, audience))
        if dossier.profile.introduction is not None and seen.profile.introduction is None:
            self.hidden.update(withheld(dossier.profile.introduction, None))
        for register in dossier.registers.values():
            self.hidden.update(withheld(register, audience))
        self.public.update(shown(seen.profile, audience))
        for register in seen.registers.values():
            self.public.update(shown(register, audience))
