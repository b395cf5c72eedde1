"""Slots: the live places in prose pages, `<!-- slot: NAME -->`, and who fills each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.index import ShowcaseEntry
from generator.model.placeholders import Slot
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.present.branch import checklist
from generator.present.calendar import page as calendar
from generator.present.handbook import sources, standards
from generator.present.kit.site import Site
from generator.present.plan import slots as plan
from generator.present.prose_pages import home, lists
from generator.present.showcase import page as showcases


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotPage:
    """The prose page a slot stands in: its URL path, its front matter and, on a showcase's page, the showcase."""

    path: str
    meta: Mapping[str, Any]
    showcase: ShowcaseEntry | None


_Filler = Callable[[Site, SlotPage, Sequence[CommitteeSummary], Mapping[str, BranchSummary]], str]

FILLERS: Mapping[str, _Filler] = {
    Slot.STANDARD_HEAD: lambda site, page, _totals, _branches: standards.head(site, page.path, page.meta),
    Slot.STANDARD_GAP: lambda site, page, totals, branches: standards.gap(site, page.path, page.meta, totals, branches),
    Slot.STANDARD_BASIS: lambda site, page, _totals, _branches: standards.basis(site, page.path, page.meta),
    Slot.ASPECT_STANDARDS: lambda site, page, totals, _branches: standards.of_aspect(site, page.path, totals),
    Slot.HOME_ROLES: lambda site, page, _totals, _branches: home.roles(site, page.path),
    Slot.HOME_MONTH: lambda site, page, _totals, _branches: home.month(site, page.path),
    Slot.HOME_ASPECTS: lambda site, page, _totals, _branches: home.aspects(site, page.path),
    Slot.HOME_NOTICE: lambda site, page, _totals, _branches: home.notice(site, page.path),
    Slot.STANDARDS: lambda site, page, _totals, _branches: home.standards(site, page.path),
    Slot.ASPECT_PLAN: lambda site, page, _totals, _branches: plan.of_aspect(site, page.path),
    Slot.HOME_SHOWCASES: lambda site, page, _totals, _branches: lists.showcase_cards(
        site, page.path, home.SHOWN_SHOWCASES
    ),
    Slot.CHECKLIST: lambda site, page, _totals, _branches: checklist.blank_form(site, page.path),
    Slot.SOURCES: lambda site, page, _totals, _branches: sources.listed(site, page.path),
    Slot.PLAN_HEAD: lambda site, page, _totals, _branches: plan.head(site, page.path),
    Slot.PLAN_TIMELINE: lambda site, page, _totals, _branches: plan.timeline(site, page.path),
    Slot.PLAN_PHASES: lambda site, page, _totals, _branches: plan.phases(site, page.path),
    Slot.PLAN_GOALS: lambda site, page, _totals, _branches: plan.goals(site, page.path),
    Slot.PLAN_DOCUMENTS: lambda site, page, _totals, _branches: plan.documents(site, page.path),
    Slot.PLAN_HANDOUTS: lambda site, page, _totals, _branches: plan.handouts(site, page.path),
    Slot.PLAN_CALENDAR: lambda site, page, _totals, _branches: calendar.year(site, page.path),
    Slot.COMMITTEES: lambda site, page, totals, _branches: lists.committees(site, page.path, totals),
    Slot.SHOWCASES: lambda site, page, _totals, _branches: lists.showcase_cards(site, page.path),
    Slot.FINDER: lambda site, page, _totals, _branches: lists.finder(site, page.path),
    Slot.SHOWCASE_HEAD: lambda site, page, _totals, _branches: showcases.head(site, page.path, page.showcase),
    Slot.SHOWCASE_TAIL: lambda site, page, _totals, _branches: showcases.tail(site, page.showcase),
}
"""Who fills each slot."""


def fill(
    site: Site,
    name: str,
    page: SlotPage,
    totals: Sequence[CommitteeSummary],
    branches: Mapping[str, BranchSummary],
) -> str:
    """The HTML of one slot.  `branches` holds the scoped branch's summary under branch scope, else nothing."""
    return FILLERS[name](site, page, totals, branches)
