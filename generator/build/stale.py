"""Which committees and branches are stale: the index compared with the manifest of the site that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from generator.build.committee_build import BranchResult, CommitteeBuild, CommitteeResult
from generator.build.hidden_notes import note_hidden
from generator.build.manifest import Manifest, ManifestBranch, ManifestCommittee
from generator.disclose.hidden import HiddenWords
from generator.load.changes import content_of
from generator.load.joint import JointRows, joint_rows
from generator.model.files import BRANCH
from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.page import Beside
from generator.output.cache import Cache
from generator.output.hashing import digest
from generator.present.kit.site import Site
from generator.present.kit.ways import beside_branches


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeStatus:
    """One committee: the state of its branches' files now, and what has to be made of it.

    `build` is None where nothing is stale; `kept` is then its row of the last manifest.
    """

    id: str
    key: str
    stat: str
    record: str
    branches: tuple[ManifestBranch, ...]
    kept: ManifestCommittee | None
    build: CommitteeBuild | None


class CommitteeNotes(NamedTuple):
    """What is kept of a committee's branches between builds: digests of their files' contents, and what was made of them."""

    contents: Mapping[str, str]
    branches: Mapping[str, BranchResult]


def find_stale(
    site: Site, committees: Iterable[CommitteeEntry], known: Manifest | None, cache: Cache
) -> Iterator[CommitteeStatus]:
    """The status of each committee, in the order of the records.

    `committees` are what is on record of them, for judging: the site knows only what its readers may see, and what they
    may not see makes no page of theirs stale.
    """
    for entry, on_record in zip(site.index.committees, committees, strict=True):
        yield _status(site, entry, replace(on_record, branches=()), known, cache)


def remember(status: CommitteeStatus, result: CommitteeResult, cache: Cache) -> ManifestCommittee:
    """Write to the cache what the next build needs of a committee that was made; its row of the manifest."""
    contents = {branch.id: branch.content for branch in status.branches}
    cache.write(_notes(status.id), CommitteeNotes(contents, result.branches))
    words = dict.fromkeys(word for row in result.branches.values() for word in row.hidden)
    names = dict.fromkeys(name for row in result.branches.values() for name in row.names)
    note_hidden(status.id, HiddenWords(tuple(words), tuple(names)), cache)
    return ManifestCommittee(
        key=status.key,
        stat=status.stat,
        record=status.record,
        branches=tuple(_made(row, result.branches[row.id]) for row in status.branches),
        pages=result.pages,
        total=result.total,
        further=result.further,
        problems=result.problems,
        shards=result.shards,
    )


def _status(
    site: Site, entry: CommitteeEntry, on_record: CommitteeEntry, known: Manifest | None, cache: Cache
) -> CommitteeStatus:
    showcases = [branch.id for branch in entry.branches if branch.id in site.showcases]
    seen = entry.committee.model_dump_json(by_alias=True)
    roster = (f"{branch.id} {branch.kind} {branch.dissolved}" for branch in entry.roster)
    further = (f"{name} {row.model_dump_json(by_alias=True)}" for name, row in entry.further.items())
    key = digest(seen, *further, *roster, *showcases)
    kept = known.committees.get(entry.id) if known else None
    if kept is not None and kept.key != key:
        kept = None
    before = {branch.id: branch for branch in kept.branches} if kept else {}
    joint = joint_rows(dict(enumerate(on_record.further.values())))
    beside = beside_branches(entry, site.as_of, listed=site.has_committees)
    branches = tuple(
        _state(row, _mark(joint.get(row.id, {}), beside.get(row.id)), before.get(row.id), known)
        for row in entry.branches
    )
    stale = _stale(branches, before)
    whole = kept is not None and not stale and len(branches) == len(before)
    build = None if whole else _build(entry, on_record, stale, branches, cache if kept else None)
    if whole and kept is not None:
        kept = replace(kept, stat=entry.state.digest, branches=branches)
    return CommitteeStatus(
        id=entry.id,
        key=key,
        stat=entry.state.digest,
        record=on_record.committee.model_dump_json(by_alias=True),
        branches=branches,
        kept=kept if whole else None,
        build=build,
    )


def _made(row: ManifestBranch, result: BranchResult) -> ManifestBranch:
    return row._replace(pages=_same(result.pages), prints=result.prints, shards=result.shards)


@lru_cache
def _same(pages: tuple[str, ...]) -> tuple[str, ...]:
    """The same object for the same pages: nearly all branches have the same ones."""
    return pages


def _stale(branches: Iterable[ManifestBranch], before: Mapping[str, ManifestBranch]) -> frozenset[str]:
    """The branches whose files changed, and those that quote one of them because they were merged into it."""
    rows = tuple(branches)
    changed = {row.id for row in rows if row.id not in before or row.content != before[row.id].content}
    gone = before.keys() - {row.id for row in rows}
    return frozenset(changed | {row.id for row in rows if row.merged_into in changed or row.merged_into in gone})


def _mark(joint: JointRows, beside: Beside | None) -> str:
    """What its pages take from its committee's other branches: joint activities, which stand in that one's register, and names."""
    return digest(repr(beside), *(row.model_dump_json() for rows in joint.values() for row in rows))


def _state(branch: BranchEntry, mark: str, before: ManifestBranch | None, known: Manifest | None) -> ManifestBranch:
    state = branch.state
    same = before is not None and (before.stat, before.shared) == (state.digest, mark)
    if before is not None and same and known is not None and not known.is_recent(state):
        return before
    content = f"{content_of(branch.folder, BRANCH.folder)}{mark}"
    kept = before if before is not None and before.content == content else None
    return ManifestBranch(
        id=branch.id,
        name=branch.name,
        kind=branch.kind.value,
        stat=state.digest,
        content=content,
        pages=kept.pages if kept else (),
        prints=kept.prints if kept else (),
        shards=kept.shards if kept else (),
        dissolved=branch.dissolved.isoformat() if branch.dissolved else "",
        merged_into=branch.merged_into,
        shared=mark,
    )


def _build(
    entry: CommitteeEntry,
    on_record: CommitteeEntry,
    stale: frozenset[str],
    branches: tuple[ManifestBranch, ...],
    cache: Cache | None,
) -> CommitteeBuild:
    noted = (cache.read(_notes(entry.id), CommitteeNotes) if cache else None) or CommitteeNotes({}, {})
    kept = {}
    for branch in branches:
        unchanged = noted.contents.get(branch.id) == branch.content
        if branch.id not in stale and unchanged and branch.id in noted.branches:
            kept[branch.id] = noted.branches[branch.id]
    return CommitteeBuild(
        entry=entry, on_record=on_record, stale=frozenset(row.id for row in branches if row.id not in kept), kept=kept
    )


def _notes(committee: str) -> str:
    return f"units/{committee}.json"
