"""One committee's record pages: judged, shown, rendered, scanned and written branch by branch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.build.branch_sums import current_sums, year_sums
from generator.build.cached_compiler import searched_text
from generator.build.committee_build import (
    Batch,
    BranchResult,
    BuildContext,
    CommitteeBuild,
    CommitteeResult,
)
from generator.build.executors import rare_garbage_collection
from generator.build.manifest import PrintedFile
from generator.build.unit_prints import wanted_prints
from generator.disclose.gate import Leak, page_leaks
from generator.disclose.hidden import HiddenWords, hidden_words, introduction_leaks
from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView
from generator.disclose.withheld import withheld
from generator.formats.search.registers import (
    UnitPage,
    branch_file,
    committee_file,
)
from generator.judge import assessed_unit, judge_branch
from generator.model.index import BranchEntry
from generator.model.page import Page, page_file
from generator.model.summary import BranchSummary, CommitteeSummary, summarise_committee
from generator.output.storage import Storage
from generator.present.branch.branch_year import branch_pages
from generator.present.committee.views import committee_pages
from generator.present.kit.registry import register_kinds
from generator.present.kit.urls import branch_path, committee_path
from generator.present.kit.ways import beside_branches
from generator.prose.sections import register_rows, unit_sections


@rare_garbage_collection()
def run_batch(batch: Batch) -> list[CommitteeResult]:
    """Render the stale pages of every committee of a batch."""
    return [_CommitteeBuilder(batch.context, committee, batch.storage).run() for committee in batch.committees]


class _CommitteeBuilder:
    """One committee while its pages are rendered."""

    def __init__(self, context: BuildContext, build: CommitteeBuild, storage: Storage) -> None:
        self.context = context
        self.build = build
        self.storage = storage
        self.unit = context.rules.unit(build.on_record)
        self.above = context.rules.above(self.unit)
        audience = context.rules.settings.audience
        self.hidden = tuple(word for record in build.on_record.records for word in withheld(record, audience))
        site = context.site
        self.beside = beside_branches(build.entry, site.as_of, listed=site.has_committees)
        self.written: list[str] = []
        self.leaks: list[Leak] = []

    def run(self) -> CommitteeResult:
        branches = {entry.id: self._branch(entry) for entry in self.build.entry.branches}
        summaries = [row.summary for row in branches.values() if row.summary is not None]
        hidden = tuple(dict.fromkeys(word for row in branches.values() for word in row.hidden))
        pages = tuple(self._committee(summaries, hidden))
        entry = self.build.entry
        shards = self._own_shards(pages, hidden)
        return CommitteeResult(
            id=entry.id,
            branches=branches,
            total=summarise_committee(entry.id, entry.committee.name, summaries) if summaries else None,
            further=self._further(branches.values()),
            pages=tuple(page.path for page in pages),
            shards=tuple(shards),
            written=tuple(self.written),
            leaks=tuple(self.leaks),
        )

    def _further(self, branches: Collection[BranchResult]) -> Mapping[int, CommitteeSummary]:
        entry = self.build.entry
        years = sorted({year for row in branches for year in row.further})
        return {
            year: summarise_committee(
                entry.id, entry.committee.name, (row.further[year] for row in branches if year in row.further)
            )
            for year in years
        }

    def _branch(self, entry: BranchEntry) -> BranchResult:
        kept = self.build.kept.get(entry.id)
        if kept is not None and entry.id not in self.build.stale:
            return kept
        judged = judge_branch(self.context.rules, entry, self.above)
        view = BranchView.of(judged, self.context.rules.settings.audience, alone=self.context.alone)
        if view is None:
            return BranchResult(summary=None, problems=judged.problems, hidden=(), names=())
        return self._written(judged, view)

    def _written(self, judged: JudgedBranch, view: BranchView) -> BranchResult:
        rules, entry = self.context.rules, judged.entry
        hidden = hidden_words(judged, view)
        home = branch_path(entry.id)
        self.leaks += introduction_leaks(view, page_file(home), hidden.names)
        prints = tuple(self._printed(view, hidden)) if view.current else ()
        sizes = {home + row.name: row.size for row in prints}
        pages = tuple(branch_pages(self.context.site, view, sizes, self.beside.get(entry.id)))
        for page in pages:
            self._write(page, hidden, view)
        return BranchResult(
            summary=current_sums(judged, view, rules),
            problems=judged.problems,
            hidden=hidden.words,
            names=hidden.names,
            pages=tuple(_shortened(page.path, home) for page in pages),
            prints=prints,
            shards=tuple(self._shards_of(entry, pages, hidden, view)),
            further={
                row.assessment.year: year_sums(entry, view, row, rules)
                for row in view.further
                if row.assessment.year in rules.planned
            },
        )

    def _printed(self, view: BranchView, hidden: HiddenWords) -> Iterator[PrintedFile]:
        """The PDFs of a branch; the gate looks at what they are made of, for it is all that they say."""
        site, home = self.context.site, branch_path(view.dossier.id)
        for row in wanted_prints(self.context.rules.settings.wanted):
            source, name = row.make(site, view), row.address(view.dossier.id, site)
            if source is None:
                continue
            text = searched_text(source)
            self.leaks += self._found(name, text, text.encode(), hidden, view)
            made = self.context.compiler.compiled(source)
            self.storage.write(name, made.data)
            self.written.append(name)
            yield PrintedFile(name.removeprefix(home), len(made.data), made.key)

    def _committee(self, summaries: list[BranchSummary], hidden: tuple[str, ...]) -> Iterator[Page]:
        site = self.context.site
        if site.has_committees:
            found = tuple(assessed_unit(self.context.rules, self.unit, site.audience)) if site.judged else ()
            for page in committee_pages(site, self.build.entry, summaries, found):
                self._write(page, HiddenWords(hidden))
                yield page

    def _own_shards(self, pages: Iterable[Page], hidden: tuple[str, ...]) -> Iterator[str]:
        """What the search has of a committee where registers are shown, and which branches there are."""
        entry, site = self.build.entry, self.context.site
        if site.judged and site.has_committees:
            branches = [(row.id, row.called(site.as_of)) for row in entry.branches]
            own = self._searched(committee_path(entry.id), pages)
            yield self._shard(*committee_file(entry.id, branches, own), HiddenWords(hidden))

    def _shards_of(
        self, entry: BranchEntry, pages: Iterable[Page], hidden: HiddenWords, view: BranchView
    ) -> Iterator[str]:
        """What the search has of a branch where registers are shown."""
        if self.context.site.judged:
            own = self._searched(branch_path(entry.id), pages)
            yield self._shard(*branch_file(entry.id, own), hidden, view)

    def _searched(self, home: str, pages: Iterable[Page]) -> Iterator[UnitPage]:
        """Those of the pages that lie in the folder `home`."""
        kinds = register_kinds(self.context.site.audience)
        for page in (page for page in pages if page.path.startswith(home)):
            yield UnitPage(page.path, unit_sections(page.body), register_rows(page.body) if page.kind in kinds else ())

    def _shard(self, name: str, data: bytes, hidden: HiddenWords, view: BranchView | None = None) -> str:
        self.leaks += self._found(name, data.decode(), data, hidden, view)
        self.storage.write(name, data)
        self.written.append(name)
        return name

    def _write(self, page: Page, hidden: HiddenWords, view: BranchView | None = None) -> None:
        name, body = page_file(page.path), page.body.encode()
        self.leaks += self._found(name, page.body, body, hidden, view)
        self.storage.write(name, self.context.shelf.stamp(page, body, self.context.site_url))
        self.written.append(name)

    def _found(self, name: str, text: str, data: bytes, hidden: HiddenWords, view: BranchView | None) -> Iterator[Leak]:
        words = (*hidden.words, *self.hidden, *self.context.guarded)
        return page_leaks(name, text, data, words, lambda: view.texts() if view else (), strict=hidden.strict)


def _shortened(path: str, home: str) -> str:
    """A URL path without the branch's own folder, or with a leading slash where it lies elsewhere."""
    return path.removeprefix(home) if path.startswith(home) else f"/{path}"
