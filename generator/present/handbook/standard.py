"""What a standard's page shows besides its prose: its head, and its basis."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model import words
from generator.model.placeholders import Slot
from generator.model.standard import Basis, Criterion, DraftedBy, Standard
from generator.model.standard_set import StandardSet
from generator.present.handbook.documents import particulars
from generator.present.kit.citations import CREDIBILITY, Citations, in_force
from generator.present.kit.findings import reading_links
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, standard_of_page
from generator.present.kit.templates import render
from generator.present.kit.urls import HANDBOOK_PDF, aspect_path, root, url

_DRAFT = {
    DraftedBy.OFFICIAL: "原文",
    DraftedBy.ARRANGED: "整理稿，待官方文本替换",
    DraftedBy.OWN: "自拟稿，待官方文本替换",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisLine:
    """One basis in the folded list: what is cited, how well it is known, and the particulars of its document."""

    cited: Markup
    credibility: str
    note: Markup
    document: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionLine:
    """One criterion in the folded table of bases."""

    id: str
    text: str
    part: str
    duty: str
    drafted_by: str
    since: Markup
    readings: Markup


def _head(at: SlotContext) -> str:
    """Under the H1: edition, aspect, category, whose draft it is, and what to print."""
    site, path = at.site, at.path
    chosen, standard = standard_of_page(at)
    return render(
        "handbook/head",
        edition=site.edition,
        aspect=f"{words.numeral(standard.aspect_number)} {standard.aspect}",
        aspect_target=url(path, aspect_path(standard.aspect_number)),
        category=standard.category.value,
        draft=_DRAFT[standard.drafted_by],
        version=standard.version or chosen.version,
        form_target=url(path, form) if (form := _form(site, chosen, standard)) else "",
        pdf_target=url(path, HANDBOOK_PDF) if site.handbook else "",
    )


def _basis_list(at: SlotContext) -> str:
    """依据、版本与口径, folded."""
    site, path = at.site, at.path
    chosen, standard = standard_of_page(at)
    return render(
        "handbook/basis",
        bases=[_basis(row, root(path), site.cites) for row in standard.basis],
        set_name=chosen.name,
        version=standard.version or chosen.version,
        draft=_DRAFT[standard.drafted_by],
        criteria=[_line(path, standard, row) for row in standard.criteria],
        readings=reading_links(standard.readings, root(path)),
        revisions=[(words.day(row.on), row.text) for row in standard.revisions],
    )


SLOTS = {Slot.STANDARD_HEAD: _head, Slot.STANDARD_BASIS: _basis_list}


def _form(site: Site, chosen: StandardSet, standard: Standard) -> str:
    """The blank form of a standard, from the site's root; empty where there is none."""
    criteria = site.catalogues[chosen.id].standards[standard.id].criteria
    return next((row.form for row in criteria if row.form), "")


def _basis(basis: Basis, root: str, cites: Citations) -> BasisLine:
    note = cites.handbook(str(escape(f"，{basis.note}")), root) if basis.note else Markup()
    document = cites.sources.by_id.get(basis.document)
    return BasisLine(
        cited=cites.basis(basis, root),
        credibility=f"{basis.credibility.value} {CREDIBILITY[basis.credibility]}",
        note=note,
        document=particulars(document) if document and document.id != cites.own else Markup(),
    )


def _line(path: str, standard: Standard, row: Criterion) -> CriterionLine:
    since = Markup("自{}起").format(in_force(row.since)) if row.since else Markup()
    until = Markup("至{}").format(in_force(row.until)) if row.until else Markup()
    return CriterionLine(
        id=row.id,
        text=row.text,
        part=row.part.value,
        duty=row.duty.value,
        drafted_by=(row.drafted_by or standard.drafted_by).value,
        since=since + until,
        readings=reading_links(row.readings, root(path)),
    )
