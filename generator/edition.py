"""One edition: what an audience gets to see, page by page, and the last steps of its site and its PDFs.

The end of the straight line, present → publish, for what `pipeline` has loaded and judged.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.evaluate.assess import withhold
from generator.load.prose import LINK
from generator.model.dossier import Dossier
from generator.model.index import CommitteeEntry, Index
from generator.model.page import Page
from generator.model.problem import Problem, Severity
from generator.model.records.activity import ActivityKind
from generator.model.summary import BranchSummary, CommitteeSummary, summarise, summarise_committee
from generator.pipeline import Judged, Survey, judge_branch, survey
from generator.present.branch import branch_pages
from generator.present.committee import committee_pages
from generator.present.institution import finder_script, institution_pages
from generator.present.links import url
from generator.present.site import Site
from generator.publish.approval import published_dossier, published_index
from generator.publish.formats.pdf import Chapter, Cover, document_pdf, handbook_pdf
from generator.publish.gate import guard, own_words
from generator.publish.search import finish_index
from generator.publish.sitemap import write_sitemap
from generator.publish.tree import write_file
from generator.publish.withheld import shown, withheld
from generator.settings import Settings

_PACKAGE = Path(__file__).parent


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
            handbook=settings.handbook,
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

    def seen_words(self) -> Iterator[str]:
        """Every text that this audience may see: of the records, of the handbook, and the program's own."""
        yield from self.public
        yield from own_words(_PACKAGE)
        yield from own_words(self.survey.settings.docs)

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
        seen = self.site.index
        for entry in seen.showcases:
            self.public.update((*shown(entry.showcase), entry.prose))
        for branch in seen.branches():
            self.public.add(branch.name)
        for committee in seen.committees:
            self.public.update(shown(committee.committee))
        self.public.update(shown(seen.institution))

    def _branch_words(self, dossier: Dossier, seen: Dossier) -> None:
        audience = self.survey.settings.audience
        self.hidden.update(withheld(dossier.profile, audience))
        if dossier.profile.introduction is not None and seen.profile.introduction is None:
            self.hidden.update(withheld(dossier.profile.introduction, None))
        for register in dossier.registers.values():
            self.hidden.update(withheld(register, audience))
        self.public.update(shown(seen.profile))
        for register in seen.registers.values():
            self.public.update(shown(register))


def finish(edition: Edition, tree: Path, site_url: str, paths: Iterable[str], trusted: Collection[str]) -> None:
    """The last steps of an edition: search, site map and finder; then the gate."""
    finish_index(tree)
    write_sitemap(tree, site_url, paths, edition.site.as_of)
    write_file(tree, "assets/zhibu/finder-data.js", finder_script(edition.site))
    guard(tree, edition.hidden, edition.seen_words(), trusted)


def handbook(edition: Edition, title: str, chapters: Sequence[Chapter], tree: Path) -> None:
    """The handbook as PDF into the finished tree, with the tree's pictures; nothing where the edition carries none."""
    settings = edition.survey.settings
    if settings.handbook:
        cover = _cover(edition.site, title, f"{len(edition.site.default.standards)} 项标准")
        handbook_pdf(chapters, cover, tree / "downloads" / "handbook.pdf", tree, settings.typefaces)


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
        with TemporaryDirectory() as folder:
            fresh = Path(folder) / target.name
            document_pdf(chapters, _cover(edition.site, pages[0].title, "支部档案"), fresh, faces=settings.typefaces)
            guard(Path(folder), edition.hidden, edition.seen_words(), ())
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(fresh, target)
    return problems


def _cover(site: Site, title: str, subtitle: str) -> Cover:
    return Cover(
        title=title,
        subtitle=subtitle,
        institution=site.institution.name,
        audience_label=site.audience.label,
        as_of=site.as_of,
    )
