"""`Manifest`: what the site that stands in an output folder was made from, so that the next build does only what changed.

A value of the cache: one that is corrupt or of another version of the program is none at all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from generator.model.index import FolderState, Head
from generator.model.kinds import BranchKind
from generator.model.problem import Problem
from generator.model.records.organisation import Committee
from generator.model.summary import CommitteeSummary

_RECENT = 2_000_000_000
"""ns.  A file written so shortly before it was looked at may be written again without its times telling."""


class KeptBranch(NamedTuple):
    """A branch as it was: what the index says of it, and the digests of its files' state and of their content.

    `pages` are what the URL paths of its pages have after its own folder's; they are so only until the content changes.
    """

    id: str
    name: str
    kind: str
    stat: str
    content: str
    pages: tuple[str, ...] = ()
    dissolved: str = ""
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCommittee:
    """A committee as it was; `stat` and `record` are the state of its own files, and what they say as JSON.

    `key` is a digest of what its pages rest on beside its branches' files; `pages` are the URL paths of its own pages;
    `further` its sums of the other years that there is a plan for.
    """

    key: str
    stat: str
    record: str
    branches: tuple[KeptBranch, ...]
    pages: tuple[str, ...]
    total: CommitteeSummary | None
    further: Mapping[int, CommitteeSummary] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """A site as it was made.

    `rules` is a digest of everything that every record page rests on; `prose` of what MkDocs made; `taken` the moment
    (ns, of the file system's clock) before which the states of the record files were read; `shared` are the URL paths
    of roll-ups and `prose_files` the files that MkDocs wrote; `paper` is a digest of what the handbook as PDF rests on, `live` of what the slots
    of prose pages say of records.
    """

    rules: str
    prose: str
    taken: int
    committees: Mapping[str, KeptCommittee]
    shared: tuple[str, ...]
    prose_files: tuple[str, ...]
    paper: str
    live: str

    @property
    def id(self) -> str:
        """A digest of all that the site was made from: the same input gives the same."""
        parts = [self.rules, self.prose, self.paper]
        for id, committee in self.committees.items():
            parts += [id, committee.key, *(branch.id + branch.content for branch in committee.branches)]
        return digest(*parts)

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
        return state.newest > self.taken - _RECENT

    @cached_property
    def _branches(self) -> Mapping[tuple[str, str], KeptBranch]:
        return {(id, row.id): row for id, committee in self.committees.items() for row in committee.branches}

    def without(self, ids: Collection[str]) -> Manifest:
        """The same as if these committees had never been made."""
        return replace(self, committees={id: row for id, row in self.committees.items() if id not in ids})


def digest(*parts: str | bytes) -> str:
    """A short digest of some texts, told apart from each other."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8))
        made.update(data)
    return made.hexdigest()
