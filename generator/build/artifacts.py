"""The shared artifacts of a site: whatever rests on more than one committee, each declared once in `ARTIFACTS`.

An artifact says what it rests on and how it is made.  From that follow when it is stale, which of its files are
removed when it no longer makes them, what the gate scans, and which artifacts `mkdocs.yml` can ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import starmap
from pathlib import Path
from typing import NamedTuple

from generator.build.downloads import calendars, open_day_calendars, record_samples, word_files
from generator.build.edition import Edition
from generator.build.handbook_pdf import handbook_bytes
from generator.build.hashing import digest, files_in
from generator.build.manifest import ManifestCommittee
from generator.build.printing import set_sheets, sheets_key, typefaces_key
from generator.build.showcase_package import showcase_package
from generator.build.showcase_sheets import all_sheets
from generator.build.task_states import with_standings
from generator.build.unit_workbook import guarded_contents, unit_workbooks
from generator.formats.pdf.engine import TypstSource
from generator.formats.sitemap import packed, sitemap
from generator.judge import assessed_unit, records_shown
from generator.model.page import Page, page_file
from generator.model.record_file import Owner
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.output.cache import Cache, to_json
from generator.output.tree import fill_slots
from generator.present.committee.views import institution_pages
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.urls import FINDER_DATA, HANDBOOK_PDF, showcase_package_file, workbook_file
from generator.present.plan.plan_year import plan_pages
from generator.present.prose_pages.finder import finder_script
from generator.prose.layer import Prose


@dataclass(frozen=True, kw_only=True)
class SharedContext:
    """What shared artifacts are made from, once all committees are made.

    `rules` is a digest of what every record page rests on; `scoped` holds the branch's sums where the edition is one
    branch's part; `tree` is the site as far as it is written, and `pages` are the URL paths of shared pages so far.
    `cache` keeps what takes long to make.
    """

    edition: Edition
    prose: Prose
    rules: str
    committees: Mapping[str, ManifestCommittee]
    scoped: Mapping[str, BranchSummary]
    tree: Path
    cache: Cache
    pages: list[str] = field(default_factory=list)

    @cached_property
    def totals(self) -> Sequence[CommitteeSummary]:
        """The committees' sums, in the order of the records."""
        return [row.total for row in self.committees.values() if row.total is not None]

    @cached_property
    def site(self) -> Site:
        """The edition with what its committees' sums say of the tasks of the year's plan."""
        return with_standings(self.edition.site, self.totals)

    @cached_property
    def sheets(self) -> Mapping[str, TypstSource]:
        """What is printed for visitors, by address."""
        return all_sheets(self.edition.site, self.edition.on_record, self.prose.site_url)

    def of_year(self, year: int) -> Site:
        """The same of another year."""
        totals = [row.further[year] for row in self.committees.values() if year in row.further]
        return with_standings(self.edition.site.of(year), totals)

    @cached_property
    def index_key(self) -> str:
        """A digest of which committees, branches and showcases there are, and what they are called."""
        rows = self.committees.items()
        named = ((id, row.key, *((each.id, each.name, each.kind) for each in row.branches)) for id, row in rows)
        return digest(*map(repr, named))

    @cached_property
    def sums_key(self) -> str:
        """A digest of what the records of all branches add up to."""
        rows = self.committees.values()
        totals = (total for row in rows for total in (row.total, *row.further.values()) if total is not None)
        return digest(*map(to_json, self.scoped.values()), *map(to_json, totals))

    def paths(self) -> Iterator[str]:
        """The URL paths of every page of the site."""
        yield from (*self.prose.paths, *self.pages)
        for committee in self.committees.values():
            yield from committee.paths()


class ArtifactFile(NamedTuple):
    """A file of an artifact; `scanned` is off where the gate need not look at it."""

    name: str
    data: bytes
    scanned: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A part of the site: stale when a digest of what it `rests_on` has changed, or when one of its files is lost.

    The files of `paged` ones are pages, which the site map lists.  One that is made only where `mkdocs.yml` asks for it
    has in `optional` the option that does.
    """

    name: str
    rests_on: tuple[Callable[[SharedContext], str], ...]
    make: Callable[[SharedContext], Iterable[ArtifactFile]]
    paged: bool = False
    optional: str = ""

    def key(self, context: SharedContext) -> str:
        """A digest of all that it rests on."""
        return digest(*(basis(context) for basis in self.rests_on))


def rules(context: SharedContext) -> str:
    """Standards, plans, settings, shells, the institution: what every record page rests on."""
    return context.rules


def prose(context: SharedContext) -> str:
    """What MkDocs made."""
    return context.prose.content


def index(context: SharedContext) -> str:
    """Which committees, branches and showcases there are, and what they are called."""
    return context.index_key


def showcases(context: SharedContext) -> str:
    """What the showcases say beside their prose, their approvals included."""
    return digest(*(row.showcase.model_dump_json(by_alias=True) for row in context.edition.site.index.showcases))


def sums(context: SharedContext) -> str:
    """What the records of all branches add up to."""
    return context.sums_key


def records(context: SharedContext) -> str:
    """What is on record of the committees and their branches."""
    rows = context.committees.values()
    return digest(*(part for row in rows for part in (row.key, row.record, *(each.content for each in row.branches))))


def pages(context: SharedContext) -> str:
    """Which pages there are."""
    return digest(*context.paths())


def handbook(context: SharedContext) -> str:
    """The handbook's chapters, their pictures and the typefaces."""
    made, settings = context.prose, context.edition.survey.settings
    chapters = (f"{row.title}\n{row.path}\n{row.level}\n{row.html}" for row in made.chapters)
    return digest(made.site_name, typefaces_key(settings.typefaces), *chapters, *files_in(settings.docs))


def visitor_sheets(context: SharedContext) -> str:
    """What is printed for the visitors of showcases, and the typefaces."""
    if "showcases" not in context.edition.survey.settings.pdf:
        return ""
    return sheets_key(context.sheets, context.edition.survey.settings.typefaces)


def _prose_files(context: SharedContext) -> Iterator[ArtifactFile]:
    slotted = {page_file(page.path) for page in context.prose.pages}
    for name in context.prose.files:
        if name not in slotted:
            yield _prose_file(context, name, (context.prose.tree / name).read_bytes())


def _slotted_pages(context: SharedContext) -> Iterator[ArtifactFile]:
    for page in context.prose.pages:
        name = page_file(page.path)
        html = (context.prose.tree / name).read_text(encoding="utf-8")
        given = SlotContext(
            site=context.site,
            path=page.path,
            meta=page.meta,
            totals=context.totals,
            branches=context.scoped,
            html=html,
        )
        yield _prose_file(context, name, fill_slots(html, partial(fill, given)).encode())


def _prose_file(context: SharedContext, name: str, data: bytes) -> ArtifactFile:
    return ArtifactFile(name, data, scanned=name not in context.prose.trusted)


def _roll_ups(context: SharedContext) -> Iterator[ArtifactFile]:
    site, school = context.edition.site, context.edition.survey.institution
    found = tuple(assessed_unit(context.edition.rules, school, site.audience)) if school and site.judged else ()
    return _stamped(context, institution_pages(site, context.totals, found))


def _plan_pages(context: SharedContext) -> Iterator[ArtifactFile]:
    yield from _stamped(context, plan_pages(context.site))
    for year in context.site.plans:
        if year != context.site.year:
            yield from _stamped(context, plan_pages(context.of_year(year)))


def _stamped(context: SharedContext, made: Iterable[Page]) -> Iterator[ArtifactFile]:
    for page in made:
        data = context.prose.shelf.stamp(page, page.body.encode(), context.prose.site_url)
        yield ArtifactFile(page_file(page.path), data)


def _finder_data(context: SharedContext) -> Iterator[ArtifactFile]:
    yield ArtifactFile(FINDER_DATA, finder_script(context.edition.site).encode())


def _of_site(make: Callable[[Site], Iterable[tuple[str, bytes]]]) -> Callable[[SharedContext], Iterator[ArtifactFile]]:
    return lambda context: starmap(ArtifactFile, make(context.edition.site))


def _dated(
    make: Callable[[Site, str], Iterable[tuple[str, bytes]]],
) -> Callable[[SharedContext], Iterator[ArtifactFile]]:
    return lambda context: starmap(ArtifactFile, make(context.edition.site, context.prose.site_url))


def _workbooks(context: SharedContext) -> Iterator[ArtifactFile]:
    """Those of the units that the edition is handed to."""
    if context.edition.site.hands_out_workbooks:
        from generator.formats.workbook.book import to_xlsx  # noqa: PLC0415 - most builds write no workbook

        made = unit_workbooks(context.edition.survey, records_shown, tuple(Owner))
        for content in guarded_contents(made, context.edition.seen_words):
            yield ArtifactFile(workbook_file(content.scope, content.year), to_xlsx(content), scanned=False)


def _site_map(context: SharedContext) -> Iterator[ArtifactFile]:
    """The site map and its packed twin, which holds the same lines."""
    as_of = context.edition.site.as_of
    for name, text in sitemap(context.prose.site_url, context.paths(), as_of):
        yield ArtifactFile(name, text)
        yield ArtifactFile(f"{name}.gz", packed(text, as_of), scanned=False)


def _packages(context: SharedContext) -> Iterator[ArtifactFile]:
    """Only the public edition is handed out to visitors."""
    site = context.edition.site
    for entry in site.index.showcases if not site.judged else ():
        data = showcase_package(site, entry, context.tree, context.prose.site_url)
        yield ArtifactFile(showcase_package_file(entry.branch.id), data)


def _handbook(context: SharedContext) -> Iterator[ArtifactFile]:
    edition, faces = context.edition, context.edition.survey.settings.typefaces
    yield ArtifactFile(HANDBOOK_PDF, handbook_bytes(edition.site, context.prose, context.tree, faces))


def _showcase_sheets(context: SharedContext) -> Iterator[ArtifactFile]:
    faces = context.edition.survey.settings.typefaces
    return starmap(ArtifactFile, set_sheets(context.sheets, faces, context.cache))


ARTIFACTS = (
    Artifact(name="prose", rests_on=(prose,), make=_prose_files),
    Artifact(name="slotted-pages", rests_on=(rules, prose, index, showcases, sums), make=_slotted_pages),
    Artifact(name="roll-ups", rests_on=(rules, index, showcases, sums), make=_roll_ups, paged=True),
    Artifact(name="plan", rests_on=(rules, index, sums), make=_plan_pages, paged=True),
    Artifact(name="finder", rests_on=(rules, index), make=_finder_data),
    Artifact(name="calendars", rests_on=(rules,), make=_dated(calendars)),
    Artifact(name="open-days", rests_on=(rules, index, showcases), make=_dated(open_day_calendars)),
    Artifact(name="record-samples", rests_on=(rules,), make=_of_site(record_samples)),
    Artifact(name="word-files", rests_on=(rules,), make=_of_site(word_files)),
    Artifact(name="workbooks", rests_on=(rules, records), make=_workbooks),
    Artifact(name="site-map", rests_on=(rules, pages), make=_site_map),
    Artifact(name="handbook", rests_on=(rules, handbook), make=_handbook, optional="pdf"),
    Artifact(name="showcases", rests_on=(visitor_sheets,), make=_showcase_sheets, optional="pdf"),
    Artifact(
        name="packages",
        rests_on=(rules, prose, index, showcases, sums, visitor_sheets),
        make=_packages,
        optional="packages",
    ),
)
"""In the order in which they are made: the site map lists the pages before it, the PDF shows pictures of the prose."""

OPTIONAL = tuple(row.name for row in ARTIFACTS if row.optional == "pdf")
"""What `pdf` in `mkdocs.yml` may name."""
