"""Bibliographic details of a document that the handbook cites."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.records.sources import CitedDocument
from generator.present.kit.citations import in_force


def particulars(document: CitedDocument) -> Markup:
    """Its full name, number and issuing body, since when it holds, and where to read it."""
    parts = (f"《{document.name}》", issued(document), document_days(document), *document_remarks(document))
    return Markup("，").join(row for row in parts if row)


def issued(document: CitedDocument) -> str:
    """Who issued it, and its number."""
    return "，".join(filter(None, (document.issued_by, document.number if document.number != document.id else None)))


def document_days(document: CitedDocument) -> Markup:
    """Since when and until when it holds."""
    since = Markup("{}起").format(in_force(document.since)) if document.since else Markup()
    until = Markup("至{}").format(in_force(document.until)) if document.until else Markup()
    return Markup("，").join(row for row in (since, until) if row)


def document_remarks(document: CitedDocument) -> tuple[str, ...]:
    """Where to read it, and what else is to be known of it."""
    parts = (
        f"见{document.read_at}" if document.read_at else None,
        "别的单位的方案，只作参照" if document.foreign else None,
        document.note,
    )
    return tuple(row for row in parts if row)
