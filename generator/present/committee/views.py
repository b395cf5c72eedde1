"""What the pages of a committee and of the whole institution are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model.finding import UnitAssessment
from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.page import Page, PageLink
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.present.kit.pager import ListPart, list_parts
from generator.present.kit.registry import pages_about
from generator.present.kit.site import Site
from generator.present.kit.urls import committee_path
from generator.present.kit.ways import with_trails

_MOST = 20
"""Branches on a page: some 220 KB where every one of them lacks everything."""


@dataclass(frozen=True, kw_only=True)
class CommitteeView:
    """A committee with the sums of its branches; there are none where the edition shows no verdicts.

    `found` are the findings on its own duties, of every year that it is judged for.
    """

    site: Site
    entry: CommitteeEntry
    summaries: Sequence[BranchSummary]
    found: Sequence[UnitAssessment] = ()

    @cached_property
    def parts(self) -> tuple[ListPart[BranchEntry], ...]:
        """Its branches, cut into pages: the same for its own page and its matrix."""
        return tuple(list_parts(self.entry.branches, _MOST))

    def summaries_on(self, part: ListPart[BranchEntry]) -> ListPart[BranchSummary]:
        """The sums of the branches of one page."""
        known = {row.id: row for row in self.summaries}
        return part.of([known[branch.id] for branch in part.rows if branch.id in known])


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionView:
    """The whole institution with the sums of its committees, and the findings on its own duties of every year."""

    site: Site
    totals: Sequence[CommitteeSummary]
    found: Sequence[UnitAssessment] = ()


def committee_pages(
    site: Site, entry: CommitteeEntry, summaries: Sequence[BranchSummary], found: Sequence[UnitAssessment] = ()
) -> Iterator[Page]:
    """The committee's pages and, where verdicts are shown, its matrix and what it has on record itself."""
    view = CommitteeView(site=site, entry=entry, summaries=summaries, found=found)
    return with_trails(pages_about(view, site.audience), PageLink(entry.committee.name, committee_path(entry.id)))


def institution_pages(
    site: Site, totals: Sequence[CommitteeSummary], found: Sequence[UnitAssessment] = ()
) -> Iterator[Page]:
    """The pages about all committees and 学校 itself; none where only a part of the institution is built."""
    view = InstitutionView(site=site, totals=totals, found=found)
    return pages_about(view, site.audience) if site.whole else iter(())
