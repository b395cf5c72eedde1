"""方面: a branch's conclusions at a glance, 定量 and 定性 apart, others' duties apart from both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.finding import Verdict
from generator.present.kit.catalogue import AspectView, Catalogue, StandardView
from generator.present.kit.findings import Judgement, StandardResult
from generator.present.kit.fragments import aspect_mark, joined, standard_block, withheld_block, withheld_line


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectRow:
    """One aspect: its groups of shapes, what is withheld, and its standards with all their findings."""

    view: AspectView
    groups: tuple[tuple[str, Markup], ...]
    withheld: tuple[StandardView, ...]
    standards: Markup


def aspect_rows(catalogue: Catalogue, judgement: Judgement, root: str) -> tuple[AspectRow, ...]:
    """The aspects in the handbook's order; `root` leads from the page to the site's root."""
    return tuple(_aspect(view, judgement, root) for view in catalogue.aspects)


def _aspect(view: AspectView, judgement: Judgement, root: str) -> AspectRow:
    results = [judgement.results[row.id] for row in view.standards if not row.withheld]
    return AspectRow(
        view=view,
        groups=tuple(_groups(results)),
        withheld=tuple(row for row in view.standards if row.withheld),
        standards=joined([_standard(row, judgement.results.get(row.id), root) for row in view.standards]),
    )


def _standard(view: StandardView, result: StandardResult | None, root: str) -> str:
    if result is None:
        return withheld_line(view.id, view.name, view.anchor)
    return standard_block(
        id=view.id,
        name=view.name,
        mark=view.mark,
        anchor=view.anchor,
        basis=view.basis,
        file=f"{root}{view.file}",
        chips=result.chips,
        details=_details(view, result),
    )


def _details(view: StandardView, result: StandardResult) -> str:
    if not view.withholds:
        return "".join([row.block for row in result.criteria])
    found = {row.view.id: row.block for row in result.criteria}
    return "".join([withheld_block(row.label) if row.withheld else found.get(row.id, "") for row in view.criteria])


def _groups(results: list[StandardResult]) -> Iterator[tuple[str, Markup]]:
    yield "定量", joined([_mark(row.view, row.quantitative) for row in results if row.quantitative is not None])
    yield "定性", joined([_mark(row.view, row.qualitative) for row in results if row.qualitative is not None])
    yield "基层党委、学校事项", joined([_mark(row.view, row.others) for row in results if row.others is not None])


def _mark(view: StandardView, verdict: Verdict) -> str:
    return aspect_mark(verdict, view.anchor, view.id, view.name)
