"""Blank forms for their template: each a page of its own, in a booklet or in the appendix of a book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from generator.formats.pdf.engine import TypstSource
from generator.model.form_sheet import BlankRow, BlankTable, FormBooklet, FormSheet


def forms_source(booklet: FormBooklet) -> TypstSource:
    """A booklet with a list of its forms; one form alone has none."""
    cover = {
        "title": booklet.title,
        "institution": booklet.institution,
        "note": booklet.note,
        "date": booklet.as_of.isoformat(),
        "forms": sheets_data(booklet.sheets),
    }
    return TypstSource(template="form", cover=cover, as_of=booklet.as_of, front=booklet.title)


def sheets_data(sheets: Iterable[FormSheet]) -> list[Mapping[str, Any]]:
    """What `form-pages` of `form.typ` sets, as JSON."""
    return [asdict(sheet) | {"blocks": [_block(block) for block in sheet.blocks]} for sheet in sheets]


def _block(block: tuple[BlankRow, ...] | BlankTable) -> Mapping[str, Any]:
    if isinstance(block, BlankTable):
        return block._asdict()
    return {"cells": [[cell._asdict() for cell in row] for row in block]}
