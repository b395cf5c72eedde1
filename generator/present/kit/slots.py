"""The live places in prose pages, `<!-- slot: NAME -->`, and what the functions that fill them are given.

A module names its functions, each `(SlotContext) -> HTML`, in `SLOTS`, where `registry` finds them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.standard import Standard
from generator.model.standard_set import StandardSet
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.present.kit.registry import slot_fillers
from generator.present.kit.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotContext:
    """Where a slot stands, and what is known there.

    `path` is the URL path of its page, `meta` the page's front matter.  `totals` are the committees' sums; `branches`
    holds the scoped branch's summary under branch scope, else nothing.
    """

    site: Site
    path: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    totals: Sequence[CommitteeSummary] = ()
    branches: Mapping[str, BranchSummary] = field(default_factory=dict)


def fill(at: SlotContext, name: str) -> str:
    """The HTML of the slot `name`; raises KeyError for a slot that there is not."""
    return slot_fillers()[name](at)


def standard_of_page(at: SlotContext) -> tuple[StandardSet, Standard]:
    """The set a standard's page belongs to, told by its path (`standards/<set>/3-1/`), and the standard."""
    parts = at.path.strip("/").split("/")
    set_id = parts[1] if len(parts) == 3 else ""
    chosen = next(row for row in at.site.sets if row.id == set_id)
    return chosen, next(row for row in chosen.standards if row.id == str(at.meta["编号"]))
