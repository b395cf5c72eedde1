"""依据文件: the documents that the handbook rests on, since when and until when they hold, and where to read them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.article_places import document_target
from generator.model.placeholders import Slot
from generator.model.records.sources import CitedDocument
from generator.present.handbook.documents import document_days, document_remarks, issued
from generator.present.kit.catalogue import StandardView
from generator.present.kit.citations import Citations
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import root, url


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document of the list, and the standards that cite it with the addresses of their pages.

    `id` is the short name by which they cite it; "" where that is its name.
    """

    name: Markup
    id: str
    issued: str
    force: Markup
    credibility: str
    note: str
    standards: tuple[tuple[str, str], ...]


def _listed(at: SlotContext) -> str:
    """The list of all documents, in the order in which they are declared."""
    site, path = at.site, at.path
    return render("handbook/sources", rows=[_row(site, row, path) for row in site.sources.documents])


SLOTS = {Slot.SOURCES: _listed}


def _row(site: Site, document: CitedDocument, path: str) -> DocumentRow:
    own = document.id == site.cites.own
    name = Markup("<cite>{}</cite>").format(f"《{document.name}》")
    page = site.cites.page(document) or document_target(document)
    target = f"{root(path)}{page}" if page else ""
    return DocumentRow(
        name=Markup('<a href="{}">{}</a>').format(target, name) if target else name,
        id=document.id if document.id != document.name else "",
        issued=issued(document),
        force=_force(document, site.cites),
        credibility=document.credibility.told,
        note="，".join(("本校当年的方案", *document_remarks(document)) if own else document_remarks(document)),
        standards=_citing(site, document, path),
    )


def _citing(site: Site, document: CitedDocument, path: str) -> tuple[tuple[str, str], ...]:
    citing = (row.view for row in site.standards if document.id in {basis.document for basis in row.standard.basis})
    return tuple((_cited(view), url(path, view.path)) for view in citing)


def _cited(view: StandardView) -> str:
    return f"{view.id}（{view.set_name}）" if view.set_name else view.id


def _force(document: CitedDocument, cites: Citations) -> Markup:
    return Markup("，").join(row for row in (document_days(document), cites.successor(document)) if row)
