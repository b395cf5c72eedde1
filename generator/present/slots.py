"""Slots: the live places in prose pages, `<!-- slot: NAME -->`, and who fills each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.index import ShowcaseEntry
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.present import calendar, checklist, home, lists, showcases, sources, standards
from generator.present.plan import slots as plan
from generator.present.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotPage:
    """The prose page a slot stands in: its URL path, its front matter and, on a showcase's page, the showcase."""

    path: str
    meta: Mapping[str, Any]
    showcase: ShowcaseEntry | None


_Filler = Callable[[Site, SlotPage, Sequence[CommitteeSummary], Mapping[str, BranchSummary]], str]

_FILLERS: Mapping[str, _Filler] = {
    "standard-head": lambda site, page, _totals, _branches: standards.head(site, page.path, page.meta),
    "standard-gap": lambda site, page, totals, branches: standards.gap(site, page.path, page.meta, totals, branches),
    "standard-basis": lambda site, page, _totals, _branches: standards.basis(site, page.path, page.meta),
    "aspect-standards": lambda site, page, totals, _branches: standards.of_aspect(site, page.path, totals),
    "home-roles": lambda site, page, _totals, _branches: home.roles(site, page.path),
    "home-month": lambda site, page, _totals, _branches: home.month(site, page.path),
    "home-aspects": lambda site, page, _totals, _branches: home.aspects(site, page.path),
    "home-notice": lambda site, page, _totals, _branches: home.notice(site, page.path),
    "standards": lambda site, page, _totals, _branches: home.standards(site, page.path),
    "aspect-plan": lambda site, page, _totals, _branches: plan.of_aspect(site, page.path),
    "home-showcases": lambda site, page, _totals, _branches: lists.showcase_cards(
        site, page.path, home.SHOWN_SHOWCASES
    ),
    "checklist": lambda site, page, _totals, _branches: checklist.blank_form(site, page.path),
    "sources": lambda site, page, _totals, _branches: sources.listed(site, page.path),
    "plan-head": lambda site, page, _totals, _branches: plan.head(site, page.path),
    "plan-timeline": lambda site, page, _totals, _branches: plan.timeline(site, page.path),
    "plan-phases": lambda site, page, _totals, _branches: plan.phases(site, page.path),
    "plan-goals": lambda site, page, _totals, _branches: plan.goals(site, page.path),
    "plan-documents": lambda site, page, _totals, _branches: plan.documents(site, page.path),
    "plan-handouts": lambda site, page, _totals, _branches: plan.handouts(site, page.path),
    "plan-calendar": lambda site, page, _totals, _branches: calendar.year(site, page.path),
    "committees": lambda site, page, totals, _branches: lists.committees(site, page.path, totals),
    "showcases": lambda site, page, _totals, _branches: lists.showcase_cards(site, page.path),
    "finder": lambda site, page, _totals, _branches: lists.finder(site, page.path),
    "showcase-head": lambda site, page, _totals, _branches: showcases.head(site, page.path, page.showcase),
    "showcase-tail": lambda site, page, _totals, _branches: showcases.tail(site, page.showcase),
}

NAMES: tuple[str, ...] = tuple(_FILLERS)
"""Every slot name that prose may use."""


def fill(
    site: Site,
    name: str,
    page: SlotPage,
    totals: Sequence[CommitteeSummary],
    branches: Mapping[str, BranchSummary],
) -> str:
    """The HTML of one slot.  `branches` holds the scoped branch's summary under branch scope, else nothing."""
    return _FILLERS[name](site, page, totals, branches)
