"""The list of committees in prose pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.finding import Verdict
from generator.model.index import CommitteeEntry
from generator.model.placeholders import Slot
from generator.model.summary import CommitteeSummary, SetSums
from generator.present.kit.pager import MOST_LISTED
from generator.present.kit.pdf_urls import overview_pdf
from generator.present.kit.print_links import print_links
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    FINDER,
    INSTITUTION_MATRIX,
    committee_matrix_path,
    committee_path,
    url,
)
from generator.present.kit.verdicts import CHIPS


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeLine:
    """One committee: how many branches it has and, where verdicts are shown, on how many standards branches show gaps.

    `closing` are 缺项 and 临期 of the year before while it is still being finished.
    """

    name: str
    kind: str
    target: str
    matrix_target: str
    branches: int
    dissolved: int
    unmet: int
    due: int
    closing: tuple[int, int] | None


def _committees(at: SlotContext) -> str:
    """The committees in the order of the records."""
    site, path, totals = at.site, at.path, at.totals
    by_id = {total.id: total for total in totals}
    return render(
        "prose_pages/committees",
        edition=site.edition,
        prints=list(print_links(site.prints, path, site.as_of, [(overview_pdf(site.year), "总览")])),
        judged=site.judged,
        rows=[_committee(site, path, entry, by_id.get(entry.id)) for entry in site.index.committees[:MOST_LISTED]],
        number=len(site.index.committees),
        finder_target=url(path, FINDER),
        closing_year=site.year - 1 if any(total.closing for total in totals) else 0,
        unmet_chip=CHIPS[Verdict.UNMET],
        due_chip=CHIPS[Verdict.DUE_SOON],
        matrix_target=url(path, INSTITUTION_MATRIX) if site.judged and site.whole else "",
    )


SLOTS = {Slot.COMMITTEES: _committees}


def _committee(site: Site, path: str, entry: CommitteeEntry, total: CommitteeSummary | None) -> CommitteeLine:
    sets, closing = (total.sets.values(), total.closing.values()) if total else ((), ())
    return CommitteeLine(
        name=entry.committee.name,
        kind=entry.committee.kind.value,
        target=url(path, committee_path(entry.id)) if site.has_committees else "",
        matrix_target=url(path, committee_matrix_path(entry.id)) if site.judged and site.has_committees else "",
        branches=len(entry.living(site.as_of)),
        dissolved=len(entry.branches) - len(entry.living(site.as_of)),
        unmet=_sum(sets, Verdict.UNMET),
        due=_sum(sets, Verdict.DUE_SOON),
        closing=(_sum(closing, Verdict.UNMET), _sum(closing, Verdict.DUE_SOON)) if closing else None,
    )


def _sum(sets: Iterable[SetSums], verdict: Verdict) -> int:
    return sum(count.get(verdict, 0) for sums in sets for count in sums.counts.values())
