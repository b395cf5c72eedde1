"""One edition put together: prose, record pages, roll-ups, slots, finder, site map and PDF; then the gate.

What stands in the site already and rests on nothing that changed is left as it is (`manifest`, `plan`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Protocol

from generator.build.committee import Brief, UnitResult, branch_paths, carry_out, tasks
from generator.build.digests import paper_key, rules_key
from generator.build.edition import Edition, cover
from generator.build.executors import Workforce, apart, in_order
from generator.build.manifest import KeptCommittee, Manifest, digest
from generator.build.stale import Planned, keep, noted_hidden, plan
from generator.disclose.gate import Leak, name_leaks, refuse, shared_leaks, telling
from generator.errors import RecordsRefusedError
from generator.evaluate.task_standings import standings
from generator.formats.ics import CalendarFile, to_ics
from generator.formats.pdf.book import Chapter, write_handbook
from generator.formats.sitemap import packed, part_name, sitemap
from generator.model.calendar import CalendarOf
from generator.model.page import Page, page_file
from generator.model.problem import Problem, Severity
from generator.model.record import Audience
from generator.model.records.plan import Plan
from generator.model.standing import TaskStanding
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.output.cache import Cache
from generator.output.outlet import FolderOutlet
from generator.output.tree import fill_slots
from generator.present.calendar.subscription import calendar_name, owned
from generator.present.committee.views import institution_pages
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.urls import FINDER_DATA, HANDBOOK_PDF
from generator.present.plan.plan_year import plan_pages
from generator.present.prose_pages.finder import finder_script
from generator.prose import links
from generator.prose.layer import Prose

_log = logging.getLogger("mkdocs.plugins.zhibu")


class Place(Protocol):
    """Where an edition is put together: a tree to write into, and what is remembered of the site that stands."""

    tree: Path

    @property
    def cache(self) -> Cache:
        """What earlier builds have left to save work."""

    @property
    def scratch(self) -> Path:
        """Where MkDocs may write."""

    @property
    def standing(self) -> str:
        """What the site that stands now was made from."""

    def begin(self, basis: str | None) -> frozenset[str] | None:
        """Make the tree: a copy of the site made from `basis` but for the files named, or an empty one (None)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A finished tree: what it was made from, and the files that differ from the copy it began as, if it did."""

    manifest: Manifest
    changed: frozenset[str]


def remembered(place: Place) -> Manifest | None:
    """The manifest of the site that stands; None where there is none of it."""
    for name in ("manifest", "manifest.next"):
        manifest = place.cache.read(name, Manifest)
        if manifest is not None and manifest.id == place.standing:
            return manifest
    return None


def assemble(
    edition: Edition,
    prose: Prose,
    place: Place,
    known: Manifest | None,
    *,
    taken: int,
    force: Workforce,
    strict: bool,
) -> Assembled:
    """Put an edition together in `place`.

    `known` is what the site that stands was made from, `taken` the moment before which the files were looked at.
    Raises RecordsRefusedError for 错误 in the records, LeakError for a hit of the gate.
    """
    rules = rules_key(edition, prose)
    if known is not None and known.rules != rules:
        known = None
    lost = place.begin(known.id if known else None)
    if lost is None:
        known = None
    work = _Assembly(edition, prose, place, known, lost or frozenset())
    try:
        work.make_units(force)
        report([*edition.survey.problems, *prose.problems, *work.problems()], strict=strict)
        manifest = work.finish(rules, taken)
        work.guard()
        work.remove_stale(manifest)
    except BaseException:
        if known is not None:  # a tree that is served shows what was made already: none of it may be kept
            place.cache.write("manifest.next", known.without(work.made))
        raise
    place.cache.write("manifest.next", manifest)
    return Assembled(manifest=manifest, changed=frozenset(work.changed))


def report(problems: Iterable[Problem], *, strict: bool) -> None:
    """Log every problem; refuse the records where one is an 错误 or, under strict, where there is any."""
    found = sorted(problems)
    errors = [row for row in found if row.severity is Severity.ERROR]
    for row in found:
        _log.log(logging.ERROR if row.severity is Severity.ERROR else logging.WARNING, "%s", row)
    if errors or (strict and found):
        warnings = len(found) - len(errors)
        raise RecordsRefusedError(
            f"台账或手册有 {len(errors)} 处错误、{warnings} 处警告，没有发布；原来的站点没有改动。"
        )


class _Assembly:
    """An edition while it is put together; memory grows with committees and with what changed, not with branches."""

    def __init__(
        self, edition: Edition, prose: Prose, place: Place, known: Manifest | None, lost: frozenset[str]
    ) -> None:
        self.edition = edition
        self.site = edition.site
        self.prose = prose
        self.place = place
        self.known = known
        self.lost = lost
        self.outlet = FolderOutlet(place.tree)
        self.committees: dict[str, KeptCommittee] = {}
        self.scoped: dict[str, BranchSummary] = {}
        self.made: list[str] = []
        self.changed: set[str] = set()
        self.leaks: list[Leak] = []
        self.shared: set[str] = set()

    def make_units(self, force: Workforce) -> None:
        """The record pages of every committee on which anything changed."""
        brief = Brief(
            rules=self.edition.rules,
            site=self.site,
            shelf=self.prose.shelf,
            site_url=self.prose.site_url,
            guarded=self.edition.guarded,
        )
        whole = self.known.without(_owners(self.known, self.lost)) if self.known is not None else None
        planned = list(plan(self.site, self.edition.on_record.committees, whole, self.place.cache))
        waiting = iter([row for row in planned if row.unit is not None])
        for results in in_order(force, carry_out, tasks(brief, (row.unit for row in planned), self.outlet)):
            for result in results:
                self._keep(next(waiting), result)
        kept = {row.id: row.kept for row in planned if row.kept is not None}
        self.committees = {row.id: self.committees.get(row.id) or kept[row.id] for row in planned}

    def _keep(self, planned: Planned, result: UnitResult) -> None:
        self.committees[result.id] = keep(planned, result, self.place.cache)
        self.made.append(result.id)
        if self.known is not None:  # else all of it is new, and nobody asks
            self.changed.update(result.written)
        self.leaks += result.leaks
        if self.site.scope is not None and self.site.scope.kind == "branch":
            self.scoped = {id: made.summary for id, made in result.branches.items() if made.summary is not None}

    @property
    def totals(self) -> list[CommitteeSummary]:
        """The committees' sums, in the order of the records."""
        return [row.total for row in self.committees.values() if row.total is not None]

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the records of any branch."""
        for row in self.committees.values():
            yield from row.problems

    def finish(self, rules: str, taken: int) -> Manifest:
        """Everything beside the units; what the finished tree was made from."""
        return Manifest(
            rules=rules,
            prose=self.prose.content,
            taken=taken,
            committees=self.committees,
            shared=tuple(self._make_shared()),
            prose_files=self.prose.files,
            paper=self._make_paper(rules),
            live=self._live(),
        )

    @cached_property
    def _shown(self) -> Site:
        """The edition with what its committees' sums say of the plan's tasks; asked for once all units are made."""
        plan = self.site.plan
        if plan is None:
            return self.site
        site = self.site
        return replace(site, standings=_standings(site, plan, self.totals))

    def _further_plans(self) -> Iterator[Page]:
        """The pages of every other year's plan."""
        for year in self.site.plans:
            if year != self.site.year:
                site = self.site.of(year)
                totals = [row.further[year] for row in self.committees.values() if year in row.further]
                found = _standings(site, self.site.plans[year], totals)
                yield from plan_pages(replace(site, standings=found))

    def _make_shared(self) -> list[str]:
        """What rests on more than one committee; the URL paths of the roll-ups."""
        paths: list[str] = []
        for page in chain(institution_pages(self.site, self.totals), plan_pages(self._shown), self._further_plans()):
            paths.append(page.path)
            self._write(page_file(page.path), self.prose.shelf.stamp(page, page.body.encode(), self.prose.site_url))
        self._write(FINDER_DATA, finder_script(self.site).encode())
        self._write_calendars()
        self._write_prose()
        self._write_site_map(paths)
        return paths

    def _write_site_map(self, shared: Iterable[str]) -> None:
        """The site map and its packed twin, which the gate need not look at: it holds the same lines."""
        as_of, parts = self.site.as_of, -1  # the list of the parts is not one of them
        for name, text in sitemap(self.prose.site_url, self._paths(shared), as_of):
            parts += 1
            if self._write(name, text) or f"{name}.gz" in self.lost:
                self.outlet.write(f"{name}.gz", packed(text, as_of))
                self.changed.add(f"{name}.gz")
        while (self.place.tree / (name := part_name(parts + 1))).is_file() or name in self.lost:  # of a larger site
            parts += 1
            for stale in (name, f"{name}.gz"):
                self.outlet.remove(stale)
                self.changed.add(stale)

    def _write_calendars(self) -> None:
        """The year's dates for phones, unless they stand in the tree: they rest on the rules alone."""
        for owner in CalendarOf:
            if self._stands(owner.file):
                continue
            given = CalendarFile(
                owner=owner,
                name=calendar_name(self.site, owner),
                year=self.site.year,
                as_of=self.site.as_of,
                site_url=self.prose.site_url,
                note=self.site.draft_note,
                entries=owned(self.site, owner),
            )
            self._write(owner.file, to_ics(given))

    def _write_prose(self) -> None:
        """MkDocs' files where they are not in the tree yet; and its pages with slots, which rest on records too."""
        pages = {page_file(page.path): page for page in self.prose.pages}
        fresh = self.known is None or self.known.prose != self.prose.content
        live = self.known is None or self.known.live != self._live()
        for name in self.prose.files:
            if not fresh and name not in self.lost and not (live and name in pages):
                continue
            data = (self.prose.tree / name).read_bytes()
            if name in pages:
                page = pages[name]
                data = fill_slots(data.decode(), self._filler(page.path, page.meta)).encode()
            self._write(name, data)

    def _live(self) -> str:
        """A digest of what slots say of records."""
        rows = (repr((row.key, row.total)) for row in self.committees.values())
        return digest(repr(self.scoped), *rows)

    def _filler(self, path: str, meta: Mapping[str, object]) -> Callable[[str], str]:
        place = SlotContext(site=self._shown, path=path, meta=meta, totals=self.totals, branches=self.scoped)
        return partial(fill, place)

    def _stands(self, name: str) -> bool:
        """Whether a file that rests on the rules alone is in the tree."""
        return self.known is not None and name not in self.lost

    def _write(self, name: str, data: bytes) -> bool:
        """A file that rests on more than one committee; whether it differs."""
        differs = self.outlet.write(name, data)
        if differs:
            self.changed.add(name)
            self.shared.add(name)
        return differs

    def _make_paper(self, rules: str) -> str:
        """The handbook as PDF, unless the one in the tree rests on the same; what it rests on."""
        settings, name = self.edition.survey.settings, HANDBOOK_PDF
        if not settings.handbook:
            return ""
        key = paper_key(rules, self.prose, settings)
        if self.known is None or self.known.paper != key or not self._stands(name):
            self.outlet.remove(name)
            front = cover(self.site, self.prose.site_name, f"{len(self.site.default.standards)} 项标准")
            tree, chapters = self.place.tree, list(self._chapters())
            apart(write_handbook, chapters, front, tree / name, tree, settings.typefaces)  # Typst keeps 200 MB
            self.changed.add(name)
            self.shared.add(name)
        return key

    def _chapters(self) -> Iterator[Chapter]:
        """The chapters say what ought to be: their slots are filled without anything about branches."""
        bare = replace(self.site, audience=Audience.PUBLIC)
        for row in self.prose.chapters:
            place = SlotContext(site=bare, path=row.path, meta=row.meta)
            html = fill_slots(row.html, partial(fill, place))
            yield Chapter(title=row.title, path=row.path, level=row.level, html=links.to_files(html))

    def _paths(self, shared: Iterable[str]) -> Iterator[str]:
        """The URL paths of every page."""
        yield from self.prose.paths
        yield from shared
        for committee in self.committees.values():
            yield from committee.pages
            for branch in committee.branches:
                yield from branch_paths(branch.id, branch.pages)

    def guard(self) -> None:
        """The gate over what is new: record pages were looked at where they were made, the rest is now."""
        found: Iterable[Leak] = self.leaks
        if shared := sorted(self.shared.difference(self.prose.trusted)):
            noted = noted_hidden(self.committees, self.place.cache)
            hidden = chain(self.edition.hidden_words(), chain.from_iterable(row.words for row in noted))
            found = chain(found, shared_leaks(self.place.tree, shared, hidden, self.edition.survey.settings.cleared))
        refuse(chain(found, self._named()), self.edition.seen_words)

    def _named(self) -> Iterator[Leak]:
        """Names in what people wrote to be read, without the consent of who bears them: new names, or new words."""
        fresh = self.known is None or self.known.prose != self.prose.content
        noted = noted_hidden(self.committees if fresh else self.made, self.place.cache)
        names = [name for row in noted for name in row.names]
        if not names:
            return
        for entry in self.site.index.showcases:
            yield from name_leaks(self.edition.told_in(entry), names, entry.showcase.name_consents)
        consents = self.site.institution.publicity.name_consents
        yield from name_leaks(self.edition.told_in_docs(), telling(names), consents)

    def remove_stale(self, manifest: Manifest) -> None:
        """Whatever the site before held and this one does not."""
        if self.known is not None:
            stale = set(files(self.known)) - set(files(manifest))
            for name in stale:
                self.outlet.remove(name)
            self.changed |= stale


def files(manifest: Manifest) -> Iterator[str]:
    """Every file that was made, but for those whose name never changes."""
    yield from manifest.prose_files
    yield from map(page_file, manifest.shared)
    if manifest.paper:
        yield HANDBOOK_PDF
    for committee in manifest.committees.values():
        yield from _unit_files(committee)


def _unit_files(committee: KeptCommittee) -> Iterator[str]:
    yield from map(page_file, committee.pages)
    for branch in committee.branches:
        yield from map(page_file, branch_paths(branch.id, branch.pages))


def _owners(manifest: Manifest, lost: frozenset[str]) -> frozenset[str]:
    """The committees of whose pages one is lost."""
    rows = manifest.committees.items() if lost else ()
    return frozenset(id for id, row in rows if not lost.isdisjoint(_unit_files(row)))


def _standings(site: Site, plan: Plan, totals: Sequence[CommitteeSummary]) -> Mapping[str, TaskStanding]:
    return standings(plan, totals, site.as_of, site.audience, sets=site.numbered_alike, whole=site.whole)
