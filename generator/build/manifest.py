"""`Manifest`: what the site that stands in an output folder was made from, so that the next build does only what changed.

Plain data.  A manifest that is corrupt or of another version of the program is none at all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple

from generator.model.finding import Verdict
from generator.model.index import FolderState, Head
from generator.model.kinds import BranchKind, Duty
from generator.model.problem import Problem, Severity
from generator.model.record import Source
from generator.model.records.organisation import Committee
from generator.model.summary import CommitteeSummary, PlanCounts, SetSums

_RECENT = 2_000_000_000
"""ns.  A file written so shortly before it was looked at may be written again without its times telling."""

_VERDICTS = {verdict.code: verdict for verdict in Verdict}


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


def to_plain(manifest: Manifest) -> dict[str, Any]:
    """The manifest as JSON can hold it."""
    return {
        "rules": manifest.rules,
        "prose": manifest.prose,
        "taken": manifest.taken,
        "shared": list(manifest.shared),
        "prose_files": list(manifest.prose_files),
        "paper": manifest.paper,
        "live": manifest.live,
        "committees": {id: _committee_to_plain(row) for id, row in manifest.committees.items()},
    }


def from_plain(data: Any) -> Manifest | None:
    """The manifest that JSON holds; None where it is not one of ours."""
    try:
        return Manifest(
            rules=data["rules"],
            prose=data["prose"],
            taken=data["taken"],
            shared=tuple(data["shared"]),
            prose_files=tuple(data["prose_files"]),
            paper=data["paper"],
            live=data["live"],
            committees={id: _committee_from_plain(row) for id, row in data["committees"].items()},
        )
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None


def problem_to_plain(problem: Problem) -> list[Any]:
    """A problem as JSON can hold it."""
    return [list(Source(*problem.source)), problem.code, problem.severity.value, problem.message, problem.hint]


def problem_from_plain(data: list[Any]) -> Problem:
    """The problem that JSON holds."""
    place, code, severity, message, hint = data
    return Problem(Source(*place), code, Severity(severity), message, hint)


def _committee_to_plain(row: KeptCommittee) -> list[Any]:
    return [
        row.key,
        row.stat,
        row.record,
        [list(branch) for branch in row.branches],
        list(row.pages),
        _total_to_plain(row.total) if row.total else None,
        {str(year): _total_to_plain(total) for year, total in row.further.items()},
        [problem_to_plain(problem) for problem in row.problems],
    ]


def _committee_from_plain(data: list[Any]) -> KeptCommittee:
    key, stat, record, branches, pages, total, further, problems = data
    return KeptCommittee(
        key=key,
        stat=stat,
        record=record,
        branches=tuple(map(_branch_from_plain, branches)),
        pages=tuple(pages),
        total=_total_from_plain(total) if total else None,
        further={int(year): _total_from_plain(row) for year, row in further.items()},
        problems=tuple(problem_from_plain(row) for row in problems),
    )


def _branch_from_plain(data: list[Any]) -> KeptBranch:
    row = KeptBranch(*data)
    return row._replace(pages=tuple(row.pages))


def _total_to_plain(total: CommitteeSummary) -> list[Any]:
    sets, closing = _sets_to_plain(total.sets), _sets_to_plain(total.closing)
    return [total.id, total.name, total.branches, sets, total.dissolved, list(total.plans), closing]


def _total_from_plain(data: list[Any]) -> CommitteeSummary:
    id, name, branches, sets, dissolved, plans, closing = data
    return CommitteeSummary(
        id=id,
        name=name,
        branches=branches,
        sets=_sets_from_plain(sets),
        dissolved=dissolved,
        plans=PlanCounts(*plans),
        closing=_sets_from_plain(closing),
    )


def _sets_to_plain(sets: Mapping[str, SetSums]) -> dict[str, list[Any]]:
    return {id: _sums_to_plain(row) for id, row in sets.items()}


def _sets_from_plain(data: dict[str, list[Any]]) -> Mapping[str, SetSums]:
    return {id: _sums_from_plain(row) for id, row in data.items()}


def _sums_to_plain(sums: SetSums) -> list[Any]:
    due = {id: day.isoformat() for id, day in sums.due.items()}
    above = {id: {duty.value: verdict.code for duty, verdict in row.items()} for id, row in sums.above.items()}
    return [sums.branches, sums.dissolved, _counts_to_plain(sums.counts), due, above]


def _sums_from_plain(data: list[Any]) -> SetSums:
    branches, dissolved, counts, due, above = data
    return SetSums(
        branches=branches,
        dissolved=dissolved,
        counts=_counts_from_plain(counts),
        due={key: date.fromisoformat(day) for key, day in due.items()},
        above={key: {Duty(duty): _VERDICTS[code] for duty, code in row.items()} for key, row in above.items()},
    )


def _counts_to_plain(counts: Mapping[str, Mapping[Verdict, int]]) -> dict[str, dict[str, int]]:
    return {id: {verdict.code: number for verdict, number in row.items()} for id, row in counts.items()}


def _counts_from_plain(data: dict[str, dict[str, int]]) -> Mapping[str, Mapping[Verdict, int]]:
    return {id: {_VERDICTS[code]: number for code, number in row.items()} for id, row in data.items()}
