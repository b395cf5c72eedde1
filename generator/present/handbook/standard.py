"""What a standard's page shows besides its prose: its head, what to print, and its basis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model import words
from generator.model.book_order import WHOLE, BookOrder
from generator.model.placeholders import Slot
from generator.model.standard import Basis, Criterion, DraftedBy, Standard
from generator.present.handbook.documents import particulars
from generator.present.kit.catalogue import Catalogue, StandardView
from generator.present.kit.citations import Citations, in_force
from generator.present.kit.findings import reading_links
from generator.present.kit.pdf_urls import book_file
from generator.present.kit.print_links import print_links
from generator.present.kit.site import HandbookStandard, Site
from generator.present.kit.slots import SlotContext, fill, standard_of_page
from generator.present.kit.templates import render
from generator.present.kit.urls import aspect_path, root, set_path, url

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
    """Under the H1: edition, aspect, category, whose draft it is, and what other sets have under its id."""
    site, path, row = at.site, at.path, standard_of_page(at)
    chosen, standard, view = row
    return render(
        "handbook/head",
        edition=site.edition,
        aspect=f"{words.numeral(standard.aspect_number)} {standard.aspect}",
        aspect_target=url(path, aspect_path(standard.aspect_number)),
        category=standard.category.value,
        draft=_DRAFT[_drafted_by(row)],
        version=standard.version or chosen.version,
        view=view,
        set_target=url(path, set_path(chosen.id)),
        kinds=site.catalogues[chosen.id].kinds,
        others=[(other, each, url(path, each.path)) for other, each in _others(site, row)],
        changes=Markup(fill(at, Slot.STANDARD_CHANGES)),  # noqa: S704 - a template of ours
    )


def _tools(at: SlotContext) -> str:
    """What to print for it, and which showcases are about it."""
    site, path, row = at.site, at.path, standard_of_page(at)
    form = "" if row.view.inapplicable else _form(row.view)
    return render(
        "handbook/tools",
        form_target=url(path, form) if form else "",
        prints=list(print_links(site.prints, path, site.as_of, _printed(row.standard))),
        points=Markup(fill(at, Slot.STANDARD_POINTS)),  # noqa: S704 - a template of ours
    )


def _basis_list(at: SlotContext) -> str:
    """依据、版本与口径, folded; of what does not apply, the grounds for that."""
    site, path, row = at.site, at.path, standard_of_page(at)
    chosen, standard, view = row
    return render(
        "handbook/basis",
        bases=[_basis(each, root(path), site.cites) for each in standard.basis],
        set_name=chosen.name,
        version=standard.version or chosen.version,
        draft=_DRAFT[_drafted_by(row)],
        criteria=[] if view.inapplicable else [_line(path, standard, each) for each in standard.criteria],
        readings=reading_links(standard.readings, root(path)),
    )


SLOTS = {Slot.STANDARD_HEAD: _head, Slot.STANDARD_TOOLS: _tools, Slot.STANDARD_BASIS: _basis_list}


def _printed(standard: Standard) -> Iterator[tuple[str, str]]:
    """The PDFs that hold the standard, each address with what the page calls it."""
    yield book_file(WHOLE), "手册"
    yield book_file(BookOrder(aspect=standard.aspect_number)), "本方面"


def _drafted_by(row: HandbookStandard) -> DraftedBy:
    left = row.standard_set.inapplicable.get(row.standard.id)
    return left.drafted_by if left else row.standard.drafted_by


def _others(site: Site, row: HandbookStandard) -> Iterator[tuple[Catalogue, StandardView]]:
    """The sets in force that have another standard under its id, where ids mean the same."""
    roots = {each.id: each.root for each in site.sets}
    for catalogue in site.in_force:
        view = catalogue.standards.get(row.standard.id)
        if view is not None and view is not row.view and roots[catalogue.id] == row.standard_set.root:
            yield catalogue, view


def _form(view: StandardView) -> str:
    """The blank form of a standard, from the site's root; empty where there is none."""
    return next((row.form for row in view.criteria if row.form), "")


def _basis(basis: Basis, root: str, cites: Citations) -> BasisLine:
    note = cites.handbook(str(escape(f"，{basis.note}")), root) if basis.note else Markup()
    document = cites.sources.by_id.get(basis.document)
    return BasisLine(
        cited=cites.basis(basis, root),
        credibility=basis.credibility.told,
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
