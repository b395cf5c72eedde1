"""What a standard asks, in its first screen: each criterion with its force, whose it is, how often and by when.

All of it is worked out from the criterion, its check and the year's plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.decision_table import DecisionTable
from generator.model.kinds import Part
from generator.model.placeholders import Block, Slot
from generator.model.standard import Basis, Credibility, Force, Standard
from generator.present.handbook.asked import check_of, criterion_force, when_asked
from generator.present.kit.site import HandbookStandard, Site
from generator.present.kit.slots import SlotContext, standard_of_page
from generator.present.kit.templates import render
from generator.present.kit.urls import FORCES_ANCHOR, STANDARDS, criterion_anchor, url

_CLASSES = {Force.HARD: "zb-force-hard", Force.USUAL: "zb-force-usual", Force.OWN: "zb-force-own"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandLine:
    """One criterion; `unverified` says that nothing it rests on has been seen or is quoted anywhere."""

    id: str
    anchor: str
    text: str
    force: str
    force_class: str
    owner: str
    often: str
    until: str
    by_people: bool
    unverified: bool


def _demand(at: SlotContext) -> str:
    """The criteria; of what does not apply, none."""
    row = standard_of_page(at)
    if row.view.inapplicable:
        return ""
    return render(
        "handbook/demand",
        lines=list(_lines(at, row)),
        forces=url(at.path, STANDARDS, FORCES_ANCHOR),
        decides=next(_tables(row), None) is not None,
    )


def _numbers(at: SlotContext) -> str:
    """这次能不能开: tables of the numbers that the checks of the standard go by."""
    row = standard_of_page(at)
    return render("handbook/numbers", tables=[] if row.view.inapplicable else list(_tables(row)))


def _forces(_site: Site, _path: str) -> str:
    """力度 as a Markdown table."""
    lines = "".join(f"| {force.value} | {force.told} |\n" for force in Force)
    return f"| 力度 | 意思 |\n|---|---|\n{lines}"


SLOTS = {Slot.STANDARD_DEMAND: _demand, Slot.STANDARD_NUMBERS: _numbers}
BLOCKS = {Block.FORCES: _forces}


def _lines(at: SlotContext, row: HandbookStandard) -> Iterator[DemandLine]:
    for criterion in row.standard.criteria:
        force, asked = criterion_force(at.site, row, criterion), when_asked(row, criterion)
        yield DemandLine(
            id=criterion.id,
            anchor=criterion_anchor(criterion.id),
            text=criterion.text,
            force=force.value,
            force_class=_CLASSES[force],
            owner=criterion.duty.value,
            often=asked.often,
            until=asked.until,
            by_people=criterion.part is Part.QUALITATIVE,
            unverified=force is not Force.OWN and _unverified(row.standard),
        )


def _tables(row: HandbookStandard) -> Iterator[DecisionTable]:
    for criterion in row.standard.criteria:
        yield from check_of(row, criterion).decisions()


def _unverified(standard: Standard) -> bool:
    return all(_unseen(basis) for basis in standard.basis)


def _unseen(basis: Basis) -> bool:
    return basis.credibility is Credibility.UNVERIFIED
