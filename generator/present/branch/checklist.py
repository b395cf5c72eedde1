"""The checklist: every standard to criterion level, made to be printed and taken into a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.dossier import Dossier
from generator.model.page import Page
from generator.present.branch.head import branch_head, branch_name
from generator.present.kit.catalogue import Catalogue, CriterionView, StandardView
from generator.present.kit.findings import CriterionResult, Judgement, StandardResult
from generator.present.kit.fragments import checklist_entry, checklist_line, checklist_withheld, evidence_links, made
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import checklist_path, root
from generator.present.kit.verdicts import LEGEND, WITHHELD

_KIND = "checklist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One aspect of a filled checklist with its standards, a line for each criterion."""

    number: int
    numeral: str
    name: str
    entries: Markup


def filled_checklist(site: Site, dossier: Dossier, catalogue: Catalogue, judgement: Judgement) -> Page:
    """The checklist with verdicts, period dots and evidence."""
    up = root(checklist_path(dossier.id, site.below))
    bands = [
        Band(
            number=aspect.number,
            numeral=aspect.numeral,
            name=aspect.name,
            entries=made([_entry(view, judgement.results.get(view.id), up) for view in aspect.standards]),
        )
        for aspect in catalogue.aspects
    ]
    return _page(site, dossier, "branch/checklist", bands)


def blank_checklist(site: Site, dossier: Dossier, catalogue: Catalogue) -> Page:
    """The blank form: the same lines with boxes for the hand and nothing about the branch."""
    return _page(site, dossier, "branch/checklist_blank", catalogue.aspects)


def blank_form(site: Site, path: str) -> str:
    """The blank form of no branch in particular, for the handbook: it fills the slot of the page at `path`."""
    return render("branch/checklist_slot", root=root(path), bands=site.default.aspects, withheld=WITHHELD)


def _page(site: Site, dossier: Dossier, template: str, bands: Sequence[object]) -> Page:
    path = checklist_path(dossier.id, site.below)
    head = branch_head(site, dossier, path)
    body = render(template, head=head, bands=bands, year=site.year, legend=LEGEND, withheld=WITHHELD)
    return Page(path=path, kind=_KIND, title=f"{branch_name(site, dossier.profile)}检查清单", body=body)


def _entry(view: StandardView, result: StandardResult | None, up: str) -> str:
    file = f"{up}{view.file}"
    if result is None:
        return checklist_withheld(view.id, view.name, file)
    found = {row.view.id: row for row in result.criteria}
    lines = "".join([_line(view.anchor, row, found.get(row.id)) for row in view.criteria])
    return checklist_entry(id=view.id, name=view.name, file=file, chips=result.chips, lines=lines)


def _line(anchor: str, view: CriterionView, result: CriterionResult | None) -> str:
    if result is None:
        return checklist_line(view.label, "", "", "")
    return checklist_line(view.label, result.chip, result.dots, evidence_links(result.findings, anchor))
