"""What has to be made anew: the index held against what the site that stands was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.build.committee import Made, Unit, UnitResult
from generator.build.manifest import Manifest, ManifestBranch, ManifestCommittee, digest
from generator.disclose.hidden import HiddenWords
from generator.load.changes import content_of
from generator.model.files import BRANCH
from generator.model.index import BranchEntry, CommitteeEntry
from generator.output.cache import Cache
from generator.present.kit.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One committee: what is known of its branches' files now, and what of its last making is still true.

    `unit` is what has to be made; None where nothing has, and `kept` stands for it.
    """

    id: str
    key: str
    stat: str
    record: str
    branches: tuple[ManifestBranch, ...]
    kept: ManifestCommittee | None
    unit: Unit | None


class CommitteeNotes(NamedTuple):
    """What is kept of a committee's branches between builds: digests of their files' contents, and what was made of them."""

    contents: Mapping[str, str]
    branches: Mapping[str, Made]


def plan(site: Site, committees: Iterable[CommitteeEntry], known: Manifest | None, cache: Cache) -> Iterator[Planned]:
    """What is to be done about each committee, in the order of the records.

    `committees` are what is on record of them, for judging: the site knows only what its readers may see.
    """
    for entry, on_record in zip(site.index.committees, committees, strict=True):
        yield _planned(site, entry, replace(on_record, branches=()), known, cache)


def keep(planned: Planned, result: UnitResult, cache: Cache) -> ManifestCommittee:
    """Note a committee that has been made, for the next build."""
    contents = {branch.id: branch.content for branch in planned.branches}
    cache.write(_notes(planned.id), CommitteeNotes(contents, result.branches))
    words = dict.fromkeys(word for made in result.branches.values() for word in made.hidden)
    names = dict.fromkeys(name for made in result.branches.values() for name in made.names)
    cache.write(_hidden(planned.id), HiddenWords(tuple(words), tuple(names)))
    return ManifestCommittee(
        key=planned.key,
        stat=planned.stat,
        record=planned.record,
        branches=tuple(row._replace(pages=result.branches[row.id].pages) for row in planned.branches),
        pages=result.pages,
        total=result.total,
        further=result.further,
        problems=result.problems,
    )


def noted_hidden(ids: Iterable[str], cache: Cache) -> Iterator[HiddenWords]:
    """The words that no reader of this edition may see, committee by committee, from what was noted of each."""
    for id in ids:
        yield cache.read(_hidden(id), HiddenWords) or HiddenWords()


def _planned(
    site: Site, entry: CommitteeEntry, on_record: CommitteeEntry, known: Manifest | None, cache: Cache
) -> Planned:
    showcases = [branch.id for branch in entry.branches if branch.id in site.showcases]
    record = entry.committee.model_dump_json(by_alias=True)
    gone = [f"{branch.id} {branch.dissolved}" for branch in entry.branches if branch.dissolved]
    further = (f"{name} {row.model_dump_json(by_alias=True)}" for name, row in entry.further.items())
    key = digest(record, *further, *gone, *showcases)
    kept = known.committees.get(entry.id) if known else None
    if kept is not None and kept.key != key:
        kept = None
    before = {branch.id: branch for branch in kept.branches} if kept else {}
    branches = tuple(_state(branch, before.get(branch.id), known) for branch in entry.branches)
    dirty = _dirty(branches, before)
    whole = kept is not None and not dirty and len(branches) == len(before)
    unit = None if whole else _unit(entry, on_record, dirty, branches, cache if kept else None)
    if whole and kept is not None:
        kept = replace(kept, stat=entry.state.digest, branches=branches)
    return Planned(
        id=entry.id,
        key=key,
        stat=entry.state.digest,
        record=record,
        branches=branches,
        kept=kept if whole else None,
        unit=unit,
    )


def _dirty(branches: Iterable[ManifestBranch], before: Mapping[str, ManifestBranch]) -> frozenset[str]:
    """The branches whose files changed, and those that quote one of them because they were merged into it."""
    rows = tuple(branches)
    changed = {row.id for row in rows if row.id not in before or row.content != before[row.id].content}
    gone = before.keys() - {row.id for row in rows}
    return frozenset(changed | {row.id for row in rows if row.merged_into in changed or row.merged_into in gone})


def _state(branch: BranchEntry, before: ManifestBranch | None, known: Manifest | None) -> ManifestBranch:
    state = branch.state
    if before is not None and known is not None and before.stat == state.digest and not known.is_recent(state):
        return before
    content = content_of(branch.folder, BRANCH.folder)
    pages = before.pages if before is not None and before.content == content else ()
    return ManifestBranch(
        id=branch.id,
        name=branch.name,
        kind=branch.kind.value,
        stat=state.digest,
        content=content,
        pages=pages,
        dissolved=branch.dissolved.isoformat() if branch.dissolved else "",
        merged_into=branch.merged_into,
    )


def _unit(
    entry: CommitteeEntry,
    on_record: CommitteeEntry,
    dirty: frozenset[str],
    branches: tuple[ManifestBranch, ...],
    cache: Cache | None,
) -> Unit:
    noted = (cache.read(_notes(entry.id), CommitteeNotes) if cache else None) or CommitteeNotes({}, {})
    kept = {}
    for branch in branches:
        unchanged = noted.contents.get(branch.id) == branch.content
        if branch.id not in dirty and unchanged and branch.id in noted.branches:
            kept[branch.id] = noted.branches[branch.id]
    return Unit(
        entry=entry, on_record=on_record, dirty=frozenset(row.id for row in branches if row.id not in kept), kept=kept
    )


def _notes(committee: str) -> str:
    return f"units/{committee}.json"


def _hidden(committee: str) -> str:
    return f"hidden/{committee}.json"
