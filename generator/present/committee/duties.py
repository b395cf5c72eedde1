"""The findings of a unit on its own duties, criterion by criterion, with reasons and the rows of the register behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import NamedTuple

from markupsafe import Markup

from generator.model.finding import Finding, UnitAssessment, roll_up
from generator.model.record import Source
from generator.present.kit.catalogue import Catalogue, StandardView
from generator.present.kit.findings import CriterionResult, criterion_result, placed
from generator.present.kit.fragments import anchored, joined, standard_block
from generator.present.kit.site import Site
from generator.present.kit.urls import criterion_anchor
from generator.present.kit.verdicts import CHIPS


class DutyCriterion(NamedTuple):
    """One criterion that a unit has to answer, the standard that it is of, and where on the page it stands."""

    standard: StandardView
    result: CriterionResult
    anchor: str


def duty_criteria(
    site: Site, found: Iterable[UnitAssessment], anchors: Mapping[Source, str], root: str
) -> tuple[DutyCriterion, ...]:
    """Every criterion that was judged, in the order of the standards; one that several sets have stands there once.

    What a further set asks otherwise follows under the same number.
    """
    told: set[str] = set()
    rows: list[DutyCriterion] = []
    for assessment in found:
        catalogue = site.catalogues[assessment.standard_set]
        for standard, result in _results(catalogue, assessment.findings, anchors, root):
            plain = criterion_anchor(result.view.id)
            rows.append(DutyCriterion(standard, result, f"{plain}-{catalogue.id}" if plain in told else plain))
            told.add(plain)
    order = {
        id: at for at, id in enumerate(dict.fromkeys(chain(*(each.standards for each in site.catalogues.values()))))
    }
    return tuple(sorted(rows, key=lambda row: order[row.standard.id]))


def duty_blocks(site: Site, criteria: Iterable[DutyCriterion], root: str) -> Markup:
    """The same as HTML, standard by standard, unfolded: there are few of them, and they are printed."""
    bases = {row.view: site.cites.bases(row.standard.basis, root) for row in site.standards}
    grouped = groupby(criteria, key=lambda row: row.standard)
    return joined(_block(view, tuple(rows), bases.get(view, Markup()), root) for view, rows in grouped)


def _results(
    catalogue: Catalogue, findings: Iterable[Finding], anchors: Mapping[Source, str], root: str
) -> Iterator[tuple[StandardView, CriterionResult]]:
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.criterion, []).append(placed(finding, anchors))
    for standard in catalogue.standards.values():
        for view in standard.criteria:
            if (rows := grouped.get(view.id)) and not view.withheld:
                yield standard, criterion_result(view, tuple(rows), root)


def _block(view: StandardView, rows: tuple[DutyCriterion, ...], basis: Markup, root: str) -> str:
    return standard_block(
        id=view.id,
        name=view.name,
        mark=view.mark,
        anchor=rows[0].anchor.replace("c-", "s-", 1),
        basis=basis,
        file=f"{root}{view.file}",
        chips=CHIPS[roll_up(row.result.verdict for row in rows)],
        details="".join([anchored(row.anchor, row.result.block) for row in rows]),
        opened=True,
    )
