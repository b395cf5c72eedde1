"""依据文件: the documents that the handbook rests on, since when and until when they hold, and where to read them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.records.sources import CitedDocument
from generator.model.standard import Credibility
from generator.present.kit.catalogue import StandardView
from generator.present.kit.citations import Citations, in_force
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import root, url

CREDIBILITY = {
    Credibility.ORIGINAL: "有原文依据",
    Credibility.QUOTED: "二手引文",
    Credibility.UNVERIFIED: "待核",
}
"""可信度 in words."""


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


def listed(site: Site, path: str) -> str:
    """The list of all documents, in the order in which they are declared."""
    return render("handbook/sources", rows=[_row(site, row, path) for row in site.sources.documents])


def particulars(document: CitedDocument) -> Markup:
    """Its full name, number and issuing body, since when it holds, and where to read it."""
    told = (f"《{document.name}》", issued(document), _days(document), *_remarks(document))
    return Markup("，").join(row for row in told if row)


def issued(document: CitedDocument) -> str:
    """Who issued it, and its number."""
    return "，".join(filter(None, (document.issued_by, document.number if document.number != document.id else None)))


def _row(site: Site, document: CitedDocument, path: str) -> DocumentRow:
    own = document.id == site.cites.own
    name = Markup("<cite>{}</cite>").format(f"《{document.name}》")
    target = f"{root(path)}{site.cites.page(document)}" if site.cites.page(document) else ""
    return DocumentRow(
        name=Markup('<a href="{}">{}</a>').format(target, name) if target else name,
        id=document.id if document.id != document.name else "",
        issued=issued(document),
        force=_force(document, site.cites),
        credibility=f"{document.credibility.value} {CREDIBILITY[document.credibility]}",
        note="，".join(("本校当年的方案", *_remarks(document)) if own else _remarks(document)),
        standards=_citing(site, document, path),
    )


def _citing(site: Site, document: CitedDocument, path: str) -> tuple[tuple[str, str], ...]:
    citing = (row.view for row in site.standards if document.id in {basis.document for basis in row.standard.basis})
    return tuple((_cited(view), url(path, view.path)) for view in citing)


def _cited(view: StandardView) -> str:
    return f"{view.id}（{view.set_name}）" if view.set_name else view.id


def _force(document: CitedDocument, cites: Citations) -> Markup:
    return Markup("，").join(row for row in (_days(document), cites.successor(document)) if row)


def _days(document: CitedDocument) -> Markup:
    since = Markup("{}起").format(in_force(document.since)) if document.since else Markup()
    until = Markup("至{}").format(in_force(document.until)) if document.until else Markup()
    return Markup("，").join(row for row in (since, until) if row)


def _remarks(document: CitedDocument) -> tuple[str, ...]:
    told = (
        f"见{document.read_at}" if document.read_at else None,
        "别的单位的方案，只作参照" if document.foreign else None,
        document.note,
    )
    return tuple(row for row in told if row)
