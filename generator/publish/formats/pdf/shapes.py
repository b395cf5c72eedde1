"""Verdicts on paper: chips, single marks and rows of dots, drawn so that they tell apart in grey."""

from __future__ import annotations

from lxml.html import HtmlElement

from generator.model.finding import Verdict
from generator.publish.formats.pdf.markup import array, literal
from generator.publish.formats.pdf.tree import classes

_BY_CLASS = {f"zb-{verdict.code.replace('_', '-')}": verdict for verdict in Verdict}
_BY_SHAPE = {verdict.shape: verdict for verdict in Verdict}
SPOKEN = "zb-sr"
"""The class of words that are heard but not seen."""


def verdict_markup(element: HtmlElement) -> str | None:
    """Markup for an inline element that shows verdicts; None for any other."""
    if "zb-chip" in classes(element):
        return _chip(element)
    if "zb-dots" in classes(element):
        return _dots(element)
    return _mark(element)


def _chip(element: HtmlElement) -> str | None:
    verdict = _of_class(element)
    return verdict and f"#chip({literal(verdict.code)}, {literal(_word(element))});"


def _dots(element: HtmlElement) -> str:
    codes = [literal(verdict.code) for dot in element if (verdict := _of_class(dot))]
    return f"#dots({array(codes)}, {literal(element.get('aria-label') or '')});"


def _mark(element: HtmlElement) -> str | None:
    if len(element) or not (element.get("aria-hidden") == "true" or _of_class(element)):
        return None
    verdict = _BY_SHAPE.get((element.text or "").strip())
    if verdict is None:
        return None
    spoken = element.getnext()
    heard = spoken is not None and not (element.tail or "").strip() and SPOKEN in classes(spoken)
    alt = spoken.text_content() if spoken is not None and heard else verdict.value
    return f"#mark-of({literal(verdict.code)}, {literal(alt)});"


def _of_class(element: HtmlElement) -> Verdict | None:
    return next((verdict for name in classes(element) if (verdict := _BY_CLASS.get(name))), None)


def _word(element: HtmlElement) -> str:
    shape = element.find("span[@aria-hidden='true']")
    words = element.text_content() if shape is None else element.text_content().replace(shape.text or "", "", 1)
    return " ".join(words.split())
