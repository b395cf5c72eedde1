"""Where a page of a branch or committee stands, and where one goes on from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.page import Beside, Page, PageLink
from generator.present.kit.urls import branch_path, committee_path


def beside_branches(entry: CommitteeEntry, as_of: date, *, listed: bool) -> Mapping[str, Beside]:
    """The neighbours of each branch of a committee that has any, by id, in the order of the register.

    Dissolved branches are passed over.  `listed` says whether the committee has a page.
    """
    living = entry.living(as_of)
    whole = PageLink(f"{entry.committee.name}全部 {len(living)} 个支部", committee_path(entry.id)) if listed else None
    found: dict[str, Beside] = {}
    before: BranchEntry | None = None
    for row, after in zip(entry.branches, _next_living(entry.branches, as_of), strict=True):
        if any(ways := Beside(_branch(before), whole, _branch(after))):
            found[row.id] = ways
        before = before if row.ended(as_of) else row
    return found


def with_trails(
    pages: Iterable[Page], home: PageLink, above: tuple[PageLink, ...] = (), beside: Beside | None = None
) -> Iterator[Page]:
    """The pages with their breadcrumbs: `above` is what the page `home` stands below, and the others stand below that.

    `beside` leads on from `home`.
    """
    below = (*above, home)
    for page in pages:
        first = page.path == home.path
        yield replace(page, trail=above if first else below, beside=beside if first else None)


def _next_living(rows: Iterable[BranchEntry], as_of: date) -> list[BranchEntry | None]:
    found: list[BranchEntry | None] = []
    after: BranchEntry | None = None
    for row in reversed(tuple(rows)):
        found.append(after)
        after = after if row.ended(as_of) else row
    return found[::-1]


def _branch(row: BranchEntry | None) -> PageLink | None:
    return PageLink(row.name, branch_path(row.id)) if row is not None else None
