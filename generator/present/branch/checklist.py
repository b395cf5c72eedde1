"""The checklist: every standard to criterion level, made to be printed and taken into a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.page import Page
from generator.model.placeholders import Slot
from generator.present.branch.branch_year import BranchYear, PublicBranch
from generator.present.branch.head import branch_head, branch_name
from generator.present.forms.prefilled import prefilled_forms
from generator.present.kit.catalogue import AspectView, CriterionView, StandardView
from generator.present.kit.findings import CriterionResult, Judgement, StandardResult
from generator.present.kit.fragments import (
    checklist_entry,
    checklist_line,
    checklist_withheld,
    evidence_links,
    joined,
    quoted_link,
    withheld_checklist_line,
)
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, PUBLIC_EDITION, YEAR, AspectHeadings, PageKind
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES, checklist_path, root
from generator.present.kit.verdicts import LEGEND, WITHHELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One aspect of a filled checklist with its standards, a line for each criterion."""

    number: int
    numeral: str
    name: str
    entries: Markup


def _filled(year: BranchYear) -> Iterator[Page]:
    """The checklist with verdicts, period dots and evidence."""
    up = root(checklist_path(year.dossier.id, year.site.year_folder))
    bands = [_band(aspect, year.judgement, up) for aspect in year.catalogue.aspects]
    yield _page(year, "branch/checklist", bands)


def _blank(branch: PublicBranch) -> Iterator[Page]:
    """The blank form: the same lines with boxes for the hand and nothing about the branch."""
    yield _page(branch, "branch/checklist_blank", branch.catalogue.aspects)


PAGES = (
    PageKind(
        name="checklist",
        about="逐条对照的检查清单，可打印、可手填",
        subject=BranchYear,
        paths=(checklist_path(ID), checklist_path(ID, YEAR)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(AspectHeadings(2),),
        make=_filled,
    ),
    PageKind(
        name="checklist",
        about="逐条对照的检查清单，可打印、可手填",
        subject=PublicBranch,
        paths=(checklist_path(ID),),
        editions=PUBLIC_EDITION,
        tab=COMMITTEES,
        headings=(AspectHeadings(2),),
        make=_blank,
    ),
)


def _blank_form(at: SlotContext) -> str:
    """The blank forms of no branch in particular, one for each set in force, for the handbook."""
    return render("branch/checklist_slot", root=root(at.path), sets=at.site.in_force, withheld=WITHHELD)


SLOTS = {Slot.CHECKLIST: _blank_form}


def _page(of: BranchYear | PublicBranch, template: str, bands: object) -> Page:
    site, dossier = of.site, of.dossier
    path = checklist_path(dossier.id, site.year_folder)
    head = branch_head(site, dossier, path)
    name, ended = branch_name(site, dossier.profile), dossier.profile.dissolved
    forms = prefilled_forms(site, name) if ended is None or ended > site.as_of else ""
    body = render(template, head=head, bands=bands, year=site.year, legend=LEGEND, withheld=WITHHELD, forms=forms)
    return Page(path=path, kind="checklist", title=f"{name}检查清单", body=body)


def _band(aspect: AspectView, judgement: Judgement, up: str) -> Band:
    return Band(
        number=aspect.number,
        numeral=aspect.numeral,
        name=aspect.name,
        entries=joined([_entry(view, judgement.results.get(view.id), up) for view in aspect.standards]),
    )


def _entry(view: StandardView, result: StandardResult | None, up: str) -> str:
    file = f"{up}{view.file}"
    if result is None:
        return checklist_withheld(view.id, view.name, file)
    found = {row.view.id: row for row in result.criteria}
    lines = "".join([_line(view.anchor, row, found.get(row.id), up) for row in view.criteria])
    return checklist_entry(id=view.id, name=view.name, mark=view.mark, file=file, chips=result.chips, lines=lines)


def _line(anchor: str, view: CriterionView, result: CriterionResult | None, up: str) -> str:
    if view.withheld:
        return withheld_checklist_line(view.label)
    if result is None:
        return checklist_line(view.label, "", "", "")
    quoted = result.quoted
    if quoted is None:
        proof = evidence_links(result.findings, anchor)
    else:
        proof = quoted_link(quoted.label, f"{up}{quoted.file}" if quoted.file else "")
    return checklist_line(view.label, result.chip, result.dots, proof)
