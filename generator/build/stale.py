"""What has to be made anew: the index held against what the site that stands was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.build.committee import Made, Unit, UnitResult
from generator.build.manifest import KeptBranch, KeptCommittee, Manifest, digest, problem_from_plain, problem_to_plain
from generator.build.summary_notes import from_plain as summary_from_plain
from generator.build.summary_notes import to_plain as summary_to_plain
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
    branches: tuple[KeptBranch, ...]
    kept: KeptCommittee | None
    unit: Unit | None


def plan(site: Site, committees: Iterable[CommitteeEntry], known: Manifest | None, cache: Cache) -> Iterator[Planned]:
    """What is to be done about each committee, in the order of the records.

    `committees` are what is on record of them, for judging: the site knows only what its readers may see.
    """
    for entry, on_record in zip(site.index.committees, committees, strict=True):
        yield _planned(site, entry, replace(on_record, branches=()), known, cache)


def keep(planned: Planned, result: UnitResult, cache: Cache) -> KeptCommittee:
    """Note a committee that has been made, for the next build."""
    contents = {branch.id: branch.content for branch in planned.branches}
    cache.write(_file(planned.id), {id: _to_plain(made, contents[id]) for id, made in result.branches.items()})
    words = dict.fromkeys(word for made in result.branches.values() for word in made.hidden)
    names = dict.fromkeys(name for made in result.branches.values() for name in made.names)
    cache.write(_words(planned.id), list(words))
    cache.write(_names(planned.id), list(names))
    return KeptCommittee(
        key=planned.key,
        stat=planned.stat,
        record=planned.record,
        branches=tuple(row._replace(pages=result.branches[row.id].pages) for row in planned.branches),
        pages=result.pages,
        total=result.total,
        further=result.further,
        problems=result.problems,
    )


def hidden_words(ids: Iterable[str], cache: Cache) -> Iterator[str]:
    """The words that no reader of this edition may see, committee by committee, from what was noted of each."""
    for id in ids:
        yield from cache.read(_words(id)) or ()


def hidden_names(ids: Iterable[str], cache: Cache) -> Iterator[str]:
    """The persons among them."""
    for id in ids:
        yield from cache.read(_names(id)) or ()


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


def _dirty(branches: Iterable[KeptBranch], before: Mapping[str, KeptBranch]) -> frozenset[str]:
    """The branches whose files changed, and those that quote one of them because they were merged into it."""
    rows = tuple(branches)
    changed = {row.id for row in rows if row.id not in before or row.content != before[row.id].content}
    gone = before.keys() - {row.id for row in rows}
    return frozenset(changed | {row.id for row in rows if row.merged_into in changed or row.merged_into in gone})


def _state(branch: BranchEntry, before: KeptBranch | None, known: Manifest | None) -> KeptBranch:
    state = branch.state
    if before is not None and known is not None and before.stat == state.digest and not known.is_recent(state):
        return before
    content = content_of(branch.folder, BRANCH.folder)
    pages = before.pages if before is not None and before.content == content else ()
    return KeptBranch(
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
    branches: tuple[KeptBranch, ...],
    cache: Cache | None,
) -> Unit:
    noted = (cache.read(_file(entry.id)) or {}) if cache else {}
    kept = {}
    for branch in branches:
        row = noted.get(branch.id)
        if branch.id not in dirty and row is not None and row[0] == branch.content:
            kept[branch.id] = _from_plain(row)
    return Unit(
        entry=entry, on_record=on_record, dirty=frozenset(row.id for row in branches if row.id not in kept), kept=kept
    )


def _file(committee: str) -> str:
    return f"units/{committee}.json"


def _words(committee: str) -> str:
    return f"words/{committee}.json"


def _names(committee: str) -> str:
    return f"names/{committee}.json"


def _to_plain(made: Made, content: str) -> list[Any]:
    return [
        content,
        summary_to_plain(made.summary) if made.summary else None,
        [problem_to_plain(problem) for problem in made.problems],
        list(made.hidden),
        list(made.pages),
        list(made.names),
        {str(year): summary_to_plain(row) for year, row in made.further.items()},
    ]


def _from_plain(row: list[Any]) -> Made:
    _, summary, problems, hidden, pages, names, further = row
    return Made(
        summary=summary_from_plain(summary) if summary else None,
        problems=tuple(problem_from_plain(problem) for problem in problems),
        hidden=tuple(hidden),
        names=tuple(names),
        pages=tuple(pages),
        further={int(year): summary_from_plain(data) for year, data in further.items()},
    )
