"""The list of a committee's branches, as every edition shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.kinds import BranchKind
from generator.present.kit.pager import ListPart
from generator.present.kit.site import Site
from generator.present.kit.urls import branch_path, committee_path, file_path, root, showcase_path


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchLine:
    """One branch in the list."""

    name: str
    kind: str
    file: str
    showcase_file: str


def branch_list(site: Site, entry: CommitteeEntry, part: ListPart[BranchEntry]) -> Mapping[str, object]:
    """What the template of any edition's committee page shows of one page of the list."""
    first = committee_path(entry.id)
    living = entry.living(site.as_of)
    return {
        "title": part.title(entry.committee.name),
        "kind": entry.committee.kind,
        "edition": site.edition,
        "root": root(part.path(first)),
        "number": len(living),
        "dissolved": len(entry.branches) - len(living),
        "branches": [_line(site, branch.id, branch.called(site.as_of), branch.kind) for branch in part.rows],
        "kinds": "，".join(_kinds(living)),
        "pages": part.links(first),
    }


def _line(site: Site, id: str, name: str, kind: BranchKind) -> BranchLine:
    showcase = file_path(showcase_path(id)) if id in site.showcases else ""
    return BranchLine(name=name, kind=kind, file=file_path(branch_path(id)), showcase_file=showcase)


def _kinds(branches: Iterable[BranchEntry]) -> Iterator[str]:
    counts = Counter(branch.kind for branch in branches)
    return (f"{kind} {counts[kind]} 个" for kind in BranchKind if counts[kind])
