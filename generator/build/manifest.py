"""`Manifest`: what the site that stands in an output folder was made from, so that the next build does only what changed.

A value of the cache: one that is corrupt or of another version of the program is none at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from posixpath import join
from typing import NamedTuple

from generator.model.index import FolderState, Head
from generator.model.kinds import BranchKind
from generator.model.page import page_file
from generator.model.problem import Problem
from generator.model.records.organisation import Committee
from generator.model.summary import CommitteeSummary
from generator.output.hashing import digest_of
from generator.present.kit.urls import branch_path

_RECENT = 2_000_000_000
"""ns.  A file written so shortly before it was looked at may be written again without its times telling."""


class PrintedFile(NamedTuple):
    """A PDF of a branch: its address below the branch's own folder, its bytes, and the name under which it is kept."""

    name: str
    size: int
    key: str


class ManifestBranch(NamedTuple):
    """A branch as it was: what the index says of it, and the digests of its files' state and of their content.

    `pages` are what the URL paths of its pages have after its own folder's, with a leading slash those that lie elsewhere;
    `prints` its PDFs, `shards` its part of the search; they are so only until the content changes.
    `shared` is a digest of what its pages take from its committee: joint activities, its neighbours' names; that of the
    content includes it.
    """

    id: str
    name: str
    kind: str
    stat: str
    content: str
    pages: tuple[str, ...] = ()
    prints: tuple[PrintedFile, ...] = ()
    shards: tuple[str, ...] = ()
    dissolved: str = ""
    merged_into: str = ""
    shared: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestCommittee:
    """A committee as it was; `stat` and `record` are the state of its own files, and what they say as JSON.

    `key` is a digest of what its pages rest on beside its branches' files; `pages` are the URL paths of its own pages;
    `further` its sums of the other years that there is a plan for.
    """

    key: str
    stat: str
    record: str
    branches: tuple[ManifestBranch, ...]
    pages: tuple[str, ...]
    total: CommitteeSummary | None
    further: Mapping[int, CommitteeSummary] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    shards: tuple[str, ...] = ()

    def paths(self) -> Iterator[str]:
        """The URL paths of its own and its branches' pages."""
        yield from self.pages
        for branch in self.branches:
            yield from (join(branch_path(branch.id), page).lstrip("/") for page in branch.pages)

    def files(self) -> frozenset[str]:
        """The files of those pages, the branches' PDFs, and what the search has of them."""
        printed = (branch_path(branch.id) + row.name for branch in self.branches for row in branch.prints)
        shards = (name for branch in self.branches for name in branch.shards)
        return frozenset((*map(page_file, self.paths()), *printed, *shards, *self.shards))


class ManifestArtifact(NamedTuple):
    """A shared artifact as it was: a digest of what it rests on, and its files."""

    key: str
    files: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """A site as it was made.

    `rules` is a digest of everything that every record page rests on; `read_at` the moment (ns, of the file system's
    clock) before which the states of the record files were read.
    """

    rules: str
    read_at: int
    committees: Mapping[str, ManifestCommittee]
    artifacts: Mapping[str, ManifestArtifact]

    @property
    def id(self) -> str:
        """A digest of all that the site was made from: the same input gives the same."""
        return digest_of(self._parts())

    def _parts(self) -> Iterator[str]:
        yield self.rules
        yield from (f"{name} {row.key}" for name, row in self.artifacts.items())
        for id, committee in self.committees.items():
            yield from (id, committee.key, *(branch.id + branch.content for branch in committee.branches))

    def files(self) -> Iterator[str]:
        """Every file that was made."""
        for artifact in self.artifacts.values():
            yield from artifact.files
        for committee in self.committees.values():
            yield from committee.files()

    def owners(self, files: Collection[str]) -> frozenset[str]:
        """The committees that one of these files belongs to."""
        rows = self.committees.items() if files else ()
        return frozenset(id for id, row in rows if not row.files().isdisjoint(files))

    def head(self, committee: str, branch: str, state: FolderState) -> Head | None:
        """What the profile said of a branch whose files are as they were."""
        row = self._branches.get((committee, branch))
        if row is None or row.stat != state.digest or self.is_recent(state):
            return None
        dissolved = date.fromisoformat(row.dissolved) if row.dissolved else None
        return Head(row.name, BranchKind(row.kind), dissolved, row.merged_into)

    def committee(self, id: str, state: FolderState) -> Committee | None:
        """A committee whose own files are as they were."""
        row = self.committees.get(id)
        if row is None or row.stat != state.digest or self.is_recent(state):
            return None
        return Committee.model_validate_json(row.record)

    def is_recent(self, state: FolderState) -> bool:
        """Whether a file changed so shortly before this was noted, or after it, that its state proves nothing."""
        return state.newest > self.read_at - _RECENT

    @cached_property
    def _branches(self) -> Mapping[tuple[str, str], ManifestBranch]:
        return {(id, row.id): row for id, committee in self.committees.items() for row in committee.branches}

    def without(self, committees: Collection[str], artifacts: Collection[str] = ()) -> Manifest:
        """The same as if these committees and artifacts had never been made."""
        return replace(
            self,
            committees={id: row for id, row in self.committees.items() if id not in committees},
            artifacts={name: row for name, row in self.artifacts.items() if name not in artifacts},
        )
