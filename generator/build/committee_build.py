"""A build cut into committees: what each share needs, what it comes to, and the batches that an executor is given.

A share knows only its own part of the institution, and its result holds summaries only: it may be made in this process,
in another one, or on another machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.build.cached_compiler import CachedCompiler
from generator.build.manifest import PrintedFile
from generator.disclose.gate import Leak
from generator.model.index import CommitteeEntry
from generator.model.problem import Problem
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.output.storage import Storage
from generator.present.kit.site import Site
from generator.prose.shells import Shells
from generator.survey import Rules

BATCH = 200
"""Branches that a batch has at least: below that, sending what all share costs more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildContext:
    """What all committees of an edition are made by; `site` may know only those of a batch, `compiler` makes PDFs.

    `guarded` are words of the handbook and the institution's files that may stand on no page of this edition.
    """

    rules: Rules
    site: Site
    shelf: Shells
    site_url: str
    compiler: CachedCompiler
    guarded: tuple[str, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether the edition is one branch's part."""
        return self.site.alone


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchResult:
    """What is kept of one branch once its pages are written.

    `hidden` are its words that this edition's readers may not see, for the gate, `names` the persons among them;
    `pages` what the URL paths of its pages have after its own folder's, with a leading slash those that lie elsewhere;
    `prints` its PDFs, `shards` its part of the search; `further` are its sums of the other years that there is a plan for.
    No summary where nothing could be judged.
    """

    summary: BranchSummary | None
    problems: tuple[Problem, ...]
    hidden: tuple[str, ...]
    names: tuple[str, ...]
    pages: tuple[str, ...] = ()
    prints: tuple[PrintedFile, ...] = ()
    shards: tuple[str, ...] = ()
    further: Mapping[int, BranchSummary] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeBuild:
    """A committee's share of a build: the pages of its `stale` branches, and its own; of the others, `kept` is still true.

    `entry` is what the edition's readers may know of it, `on_record` all that is on record of it, whoever may see it.
    """

    entry: CommitteeEntry
    on_record: CommitteeEntry
    stale: frozenset[str]
    kept: Mapping[str, BranchResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeResult:
    """What a committee's share came to once its pages are written.

    `further` are its sums of the other years that there is a plan for; `pages` the URL paths of its own pages, without its
    branches', `shards` the files of its own rows for the search; `written` the files of all pages that were rendered.
    """

    id: str
    branches: Mapping[str, BranchResult]
    total: CommitteeSummary | None
    further: Mapping[int, CommitteeSummary]
    pages: tuple[str, ...]
    shards: tuple[str, ...]
    written: tuple[str, ...]
    leaks: tuple[Leak, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with its branches' records."""
        return tuple(problem for branch in self.branches.values() for problem in branch.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What an executor is given: several committees, what they are made by, and the storage their pages are written to."""

    context: BuildContext
    committees: tuple[CommitteeBuild, ...]
    storage: Storage


def batches(context: BuildContext, committees: Iterable[CommitteeBuild], storage: Storage) -> Iterator[Batch]:
    """The committees in batches of at least BATCH branches to be rendered."""
    batch: list[CommitteeBuild] = []
    for committee in committees:
        batch.append(committee)
        if sum(len(each.stale) for each in batch) >= BATCH:
            yield _batch(context, batch, storage)
            batch = []
    if batch:
        yield _batch(context, batch, storage)


def _batch(context: BuildContext, committees: Sequence[CommitteeBuild], storage: Storage) -> Batch:
    narrow = _narrowed(context, tuple(committee.entry for committee in committees))
    return Batch(context=narrow, committees=tuple(committees), storage=storage)


def _narrowed(context: BuildContext, committees: tuple[CommitteeEntry, ...]) -> BuildContext:
    """The context of a batch that knows only these committees, so that little has to be sent to another process."""
    index = context.site.index
    ids = {entry.id for committee in committees for entry in committee.branches}
    showcases = tuple(entry for entry in index.showcases if entry.branch.id in ids)
    narrow = replace(index, committees=committees, showcases=showcases)
    return replace(context, site=replace(context.site, index=narrow))
