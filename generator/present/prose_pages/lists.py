"""Lists in prose pages: committees and showcases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.finding import Verdict
from generator.model.index import CommitteeEntry, ShowcaseEntry
from generator.model.placeholders import Slot
from generator.model.summary import CommitteeSummary, SetSums
from generator.present.kit.pager import MOST_LISTED
from generator.present.kit.pictures import PictureOnPage, picture_on
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    FINDER,
    INSTITUTION_MATRIX,
    committee_matrix_path,
    committee_path,
    showcase_path,
    url,
)
from generator.present.kit.verdicts import CHIPS

_ON_HOME = 3
"""Showcases that the home page shows."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowcaseCard:
    """One showcase in a list."""

    title: str
    why: str
    branch: str
    target: str
    picture: PictureOnPage | None


def _committees(at: SlotContext) -> str:
    """The committees in the order of the records."""
    site, path, totals = at.site, at.path, at.totals
    by_id = {total.id: total for total in totals}
    return render(
        "prose_pages/committees",
        edition=site.edition,
        judged=site.judged,
        rows=[_committee(site, path, entry, by_id.get(entry.id)) for entry in site.index.committees[:MOST_LISTED]],
        number=len(site.index.committees),
        finder_target=url(path, FINDER),
        closing_year=site.year - 1 if any(total.closing for total in totals) else 0,
        unmet_chip=CHIPS[Verdict.UNMET],
        due_chip=CHIPS[Verdict.DUE_SOON],
        matrix_target=url(path, INSTITUTION_MATRIX) if site.judged and site.whole else "",
    )


def _showcases(at: SlotContext) -> str:
    """All showcases."""
    return _showcase_cards(at, at.site.index.showcases)


def _showcases_on_home(at: SlotContext) -> str:
    """The first few of them."""
    return _showcase_cards(at, at.site.index.showcases[:_ON_HOME])


SLOTS = {
    Slot.COMMITTEES: _committees,
    Slot.SHOWCASES: _showcases,
    Slot.HOME_SHOWCASES: _showcases_on_home,
}


def _showcase_cards(at: SlotContext, entries: Iterable[ShowcaseEntry]) -> str:
    return render("prose_pages/showcases", cards=[_card(at.path, entry) for entry in entries])


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


def _card(path: str, entry: ShowcaseEntry) -> ShowcaseCard:
    photo = entry.showcase.photos[0] if entry.showcase.photos else None
    return ShowcaseCard(
        title=entry.showcase.title,
        why=entry.showcase.why,
        branch=entry.branch.name,
        target=url(path, showcase_path(entry.branch.id)),
        picture=picture_on(path, entry, photo) if photo else None,
    )
