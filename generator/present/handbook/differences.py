"""How a set of standards differs from the one it is based on: each standard, with the wordings of both side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.placeholders import Slot
from generator.model.standard import Standard
from generator.model.standard_set import StandardSet
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.text_diff import Wordings, wordings
from generator.present.kit.urls import root, standard_path, url


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferingCriterion:
    """A criterion that both sets or one of them has: its number, and its wording in each."""

    id: str
    wordings: Wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferingStandard:
    """A standard that is another one here: the pages of both, why it does not apply if so, and what it rests on."""

    id: str
    name: str
    here: str
    there: str
    inapplicable: str
    criteria: tuple[DifferingCriterion, ...]
    grounds: tuple[Markup, ...]


def _differences(at: SlotContext) -> str:
    """Those of the set that the page is of; nothing for one that is based on no other."""
    chosen = next(row for row in at.site.sets if row.id == at.site.catalogue_at(at.path).id)
    base = next((row for row in at.site.sets if chosen.bases and row.id == chosen.root), None)
    rows = list(_rows(at, chosen, base)) if base is not None else []
    return render("handbook/differences", rows=rows, base=base.name if base else "", name=chosen.name)


SLOTS = {Slot.SET_DIFFERENCES: _differences}


def _rows(at: SlotContext, chosen: StandardSet, base: StandardSet) -> Iterator[DifferingStandard]:
    there = {row.id: row for row in base.standards}
    for row in chosen.standards:
        if chosen.differs(row.id):
            yield _row(at, chosen, row, there[row.id], base)


def _row(at: SlotContext, chosen: StandardSet, row: Standard, other: Standard, base: StandardSet) -> DifferingStandard:
    left, cites = chosen.inapplicable.get(row.id), at.site.cites
    return DifferingStandard(
        id=row.id,
        name=row.name,
        here=url(at.path, standard_path(chosen.origin(row.id), row.slug)),
        there=url(at.path, standard_path(base.id, row.slug)),
        inapplicable=left.reason if left else "",
        criteria=() if left else tuple(_criteria(row, other)),
        grounds=tuple(
            Markup("{}（{}）").format(cites.basis(each, root(at.path)), each.credibility.meaning) for each in row.basis
        ),
    )


def _criteria(row: Standard, other: Standard) -> Iterator[DifferingCriterion]:
    """Those whose wording is another one, in the order of the base's, then what is new here."""
    before, now = ({each.id: each.text for each in standard.criteria} for standard in (other, row))
    for id in dict.fromkeys((*before, *now)):
        if before.get(id, "") != now.get(id, ""):
            yield DifferingCriterion(id=id, wordings=wordings(before.get(id, ""), now.get(id, "")))
