"""The live places in prose pages, `<!-- slot: NAME -->`, and what the functions that fill them are given.

A module names its functions, each `(SlotContext) -> HTML`, in `SLOTS`, where `registry` finds them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.summary import BranchSummary, CommitteeSummary
from generator.present.kit.registry import slot_fillers
from generator.present.kit.site import HandbookStandard, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotContext:
    """Where a slot stands, and what is known there.

    `path` is the URL path of its page, `meta` the page's front matter, `html` the page as it is without the slot.  `totals` are the committees' sums; `branches`
    holds the scoped branch's summary under branch scope, else nothing.
    """

    site: Site
    path: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    totals: Sequence[CommitteeSummary] = ()
    branches: Mapping[str, BranchSummary] = field(default_factory=dict)
    html: str = ""


def fill(at: SlotContext, name: str) -> str:
    """The HTML of the slot `name`; raises KeyError for a slot that there is not."""
    return slot_fillers()[name](at)


def standard_of_page(at: SlotContext) -> HandbookStandard:
    """The standard that a page is of, and the set in whose folder the page stands."""
    catalogue = at.site.catalogue_at(at.path)
    chosen = next(row for row in at.site.sets if row.id == catalogue.id)
    view = catalogue.standards[str(at.meta["编号"])]
    return HandbookStandard(chosen, next(row for row in chosen.standards if row.id == view.id), view)
