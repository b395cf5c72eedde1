"""The checklist: every standard to criterion level, made to be printed and taken into a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.dossier import Dossier
from generator.model.page import Page
from generator.present.catalogue import Catalogue, CriterionView, StandardView
from generator.present.findings import CriterionResult, Judgement, StandardResult
from generator.present.fragments import checklist_line, evidence_links, made
from generator.present.head import branch_head
from generator.present.links import root
from generator.present.site import Site
from generator.present.templates import render
from generator.present.verdicts import LEGEND, WITHHELD

_KIND = "checklist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One standard with its lines, a criterion each; a blank form has none and shows the criteria themselves."""

    view: StandardView
    chips: tuple[tuple[str, Markup], ...]
    lines: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One aspect with its standards."""

    number: int
    numeral: str
    name: str
    entries: tuple[Entry, ...]


def filled_checklist(site: Site, dossier: Dossier, catalogue: Catalogue, judgement: Judgement) -> Page:
    """The checklist with verdicts, period dots and evidence."""
    return _page(site, dossier, "checklist", tuple(_bands(catalogue, judgement)))


def blank_checklist(site: Site, dossier: Dossier, catalogue: Catalogue) -> Page:
    """The blank form: the same lines with boxes for the hand and nothing about the branch."""
    return _page(site, dossier, "checklist_blank", tuple(_bands(catalogue, None)))


def blank_form(site: Site, path: str) -> str:
    """The blank form of no branch in particular, for the handbook: it fills the slot of the page at `path`."""
    return render("slots/checklist", root=root(path), bands=tuple(_bands(site.default, None)), withheld=WITHHELD)


def _page(site: Site, dossier: Dossier, template: str, bands: tuple[Band, ...]) -> Page:
    path = f"branches/{dossier.id}/checklist/"
    head = branch_head(site, dossier, path)
    body = render(template, head=head, bands=bands, year=site.year, legend=LEGEND, withheld=WITHHELD)
    return Page(path=path, kind=_KIND, title=f"{dossier.profile.name}检查清单", body=body)


def _bands(catalogue: Catalogue, judgement: Judgement | None) -> Iterator[Band]:
    for aspect in catalogue.aspects:
        entries = tuple(
            _entry(view, judgement.results.get(view.id) if judgement else None) for view in aspect.standards
        )
        yield Band(number=aspect.number, numeral=aspect.numeral, name=aspect.name, entries=entries)


def _entry(view: StandardView, result: StandardResult | None) -> Entry:
    found = {row.view.id: row for row in result.criteria} if result else {}
    return Entry(
        view=view,
        chips=tuple(result.chips) if result else (),
        lines=made([_line(view.anchor, row, found.get(row.id)) for row in view.criteria]),
    )


def _line(anchor: str, view: CriterionView, result: CriterionResult | None) -> str:
    if result is None:
        return checklist_line(view.label, "", "", "")
    return checklist_line(view.label, result.chip, result.dots, evidence_links(result.findings, anchor))
