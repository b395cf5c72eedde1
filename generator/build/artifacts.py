"""The shared artifacts of a site beside those on paper, each declared once in `ARTIFACTS` or `LISTINGS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import starmap
from typing import NamedTuple

from generator.build.downloads import calendars, open_day_calendars, record_samples, word_files
from generator.build.shared_artifact import (
    Artifact,
    ArtifactFile,
    SharedContext,
    beside_texts,
    everything,
    index,
    pages,
    print_sizes,
    prose,
    records,
    revisions,
    rules,
    showcases,
    stamped,
    sums,
    visitor_sheets,
)
from generator.build.showcase_package import showcase_package
from generator.build.site_package import write_site_package
from generator.build.unit_workbook import guarded_contents, unit_workbooks
from generator.formats.sitemap import packed, sitemap
from generator.judge import assessed_unit, records_shown
from generator.model.page import page_file
from generator.model.record_file import Owner
from generator.output.hashing import digest, digest_of
from generator.output.tree import fill_slots
from generator.present.committee.views import institution_pages
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.urls import FINDER_DATA, SITE_PACKAGE, showcase_package_file, workbook_file
from generator.present.plan.plan_year import plan_pages
from generator.present.prose_pages.finder import finder_script
from generator.prose.layer import ProsePage

_NOTED = "slotted-pages.json"

_SLOTS_REST_ON = (rules, revisions, index, showcases, sums, print_sizes)
"""What is put into slots rests on, beside what MkDocs made."""


class _FilledPage(NamedTuple):
    """Digests of all that a page was made from, and of its file."""

    basis: str
    file: str


class _NotedPages(NamedTuple):
    """Those of every page, by the names of their files."""

    pages: Mapping[str, _FilledPage]


def _prose_files(context: SharedContext) -> Iterator[ArtifactFile]:
    slotted = {page_file(page.path) for page in context.prose.pages}
    for name in context.prose.files:
        if name not in slotted:
            yield _prose_file(context, name, (context.prose.tree / name).read_bytes())


def _slotted_pages(context: SharedContext) -> Iterator[ArtifactFile]:
    """Every page on which there may be slots; those that stand as they should are only named."""
    noted = (context.cache.read(_NOTED, _NotedPages) or _NotedPages({})).pages
    common = digest_of(basis(context) for basis in (*_SLOTS_REST_ON, beside_texts))
    made: dict[str, _FilledPage] = {}
    for page in context.prose.pages:
        name = page_file(page.path)
        html = (context.prose.tree / name).read_text(encoding="utf-8")
        basis = digest(common, page.path, repr(page.meta), html)
        if name in noted and noted[name] == (basis, _standing(context, name)):
            made[name] = noted[name]
            yield ArtifactFile(name, None)
        else:
            data = _filled(context, page, html)
            made[name] = _FilledPage(basis, digest(data))
            yield _prose_file(context, name, data)
    context.cache.write(_NOTED, _NotedPages(made))


def _standing(context: SharedContext, name: str) -> str | None:
    """A digest of the file that stands: what was noted may be of a build that was given up."""
    path = context.tree / name
    return digest(path.read_bytes()) if path.is_file() else None


def _filled(context: SharedContext, page: ProsePage, html: str) -> bytes:
    given = SlotContext(
        site=context.shown,
        path=page.path,
        meta=page.meta,
        totals=context.totals,
        branches=context.scoped,
        html=html,
    )
    return fill_slots(html, partial(fill, given)).encode()


def _prose_file(context: SharedContext, name: str, data: bytes) -> ArtifactFile:
    return ArtifactFile(name, data, scanned=name not in context.prose.trusted)


def _roll_ups(context: SharedContext) -> Iterator[ArtifactFile]:
    site, school = replace(context.edition.site, prints=context.printed), context.edition.survey.institution
    found = tuple(assessed_unit(context.edition.rules, school, site.audience)) if school and site.judged else ()
    return stamped(context, institution_pages(site, context.totals, found))


def _plan_pages(context: SharedContext) -> Iterator[ArtifactFile]:
    yield from stamped(context, plan_pages(context.shown))
    for year in context.site.plans:
        if year != context.site.year:
            yield from stamped(context, plan_pages(context.of_year(year)))


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


def _site_package(context: SharedContext) -> Iterator[ArtifactFile]:
    """All that stands in the site, and so has been looked at."""
    made = context.cache.folder / "site-package.zip"
    write_site_package(context.edition.site, context.tree, context.files(), made)
    yield ArtifactFile(SITE_PACKAGE, made, scanned=False)


ARTIFACTS = (
    Artifact(name="prose", rests_on=(prose,), make=_prose_files),
    Artifact(
        name="slotted-pages",
        rests_on=(prose, *_SLOTS_REST_ON),
        make=_slotted_pages,
    ),
    Artifact(name="roll-ups", rests_on=(rules, index, showcases, sums, print_sizes), make=_roll_ups, paged=True),
    Artifact(name="plan-pages", rests_on=(rules, index, sums, print_sizes), make=_plan_pages, paged=True),
    Artifact(name="finder", rests_on=(rules, index), make=_finder_data),
    Artifact(name="calendars", rests_on=(rules,), make=_dated(calendars)),
    Artifact(name="open-days", rests_on=(rules, index, showcases), make=_dated(open_day_calendars)),
    Artifact(name="record-samples", rests_on=(rules,), make=_of_site(record_samples)),
    Artifact(name="word-files", rests_on=(rules,), make=_of_site(word_files)),
    Artifact(name="workbooks", rests_on=(rules, records), make=_workbooks),
)
"""In the order in which they are made."""

LISTINGS = (
    Artifact(name="site-map", rests_on=(rules, pages), make=_site_map),
    Artifact(
        name="packages",
        rests_on=(rules, revisions, prose, index, showcases, sums, visitor_sheets),
        make=_packages,
        optional="packages",
    ),
    Artifact(name="site_package", rests_on=(everything,), make=_site_package, optional="site_package"),
)
"""The same, when all others are made: the site map lists their pages, packages take their files."""
