"""Sheets set from data: what the templates that import `sheets.typ` get beside their own contents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.formats.pdf.engine import TypstSource
from generator.model import words
from generator.model.finding import Verdict
from generator.model.sheet_imprint import SheetImprint


def sheet_source(template: str, imprint: SheetImprint, contents: Mapping[str, Any]) -> TypstSource:
    """A document of a template on `sheets.typ`; `contents` are its own variables, as JSON has them.

    Its title is what it is and whose; its date is the imprint's `as_of`.
    """
    title = f"{imprint.unit or imprint.institution}{imprint.kind}"
    running = {
        "institution": imprint.institution,
        "unit": imprint.unit,
        "kind": imprint.kind,
        "edition": imprint.edition,
        "as_of": f"截至 {words.day(imprint.as_of)}",
        "draft": imprint.draft,
    }
    cover = {
        "title": title,
        "institution": imprint.institution,
        "note": "，".join(filter(None, (imprint.edition, running["as_of"], imprint.draft))),
        "date": imprint.as_of.isoformat(),
        "running": running,
        **contents,
    }
    return TypstSource(template=template, cover=cover, as_of=imprint.as_of, front=title)


def verdict_cell(verdict: Verdict) -> Mapping[str, str]:
    """A conclusion as a cell of `data-table`: shape and word."""
    return {"verdict": verdict.code, "word": verdict.value}


def marks_cell(verdicts: tuple[Verdict, ...]) -> Mapping[str, list[str]]:
    """The periods of a criterion as a cell of `data-table`: a shape each."""
    return {"marks": [verdict.code for verdict in verdicts]}
