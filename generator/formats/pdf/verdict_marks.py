"""Verdicts in the PDF: chips, marks and rows of dots, distinguishable in greyscale."""

from __future__ import annotations

from lxml.html import HtmlElement

from generator.formats.pdf.elements import classes
from generator.formats.pdf.typst_markup import array, literal
from generator.model.finding import Verdict

_BY_CLASS = {f"zb-{verdict.code.replace('_', '-')}": verdict for verdict in Verdict}
_BY_SHAPE = {verdict.shape: verdict for verdict in Verdict}
SCREEN_READER = "zb-sr"
"""The CSS class of text for screen readers only."""


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
    shown = (element.text or "").strip()
    named = _of_class(element)
    if len(element) or not shown or not (named or element.get("aria-hidden") == "true"):
        return None
    if named and shown != named.shape and shown.startswith(named.shape):
        return f"#chip({literal(named.code)}, {literal(shown.removeprefix(named.shape).strip())});"
    verdict = _BY_SHAPE.get(shown)
    return verdict and f"#mark-of({literal(verdict.code)}, {literal(_spoken_text(element) or verdict.value)});"


def _spoken_text(element: HtmlElement) -> str:
    """The screen reader text right after a shape."""
    spoken = element.getnext()
    if spoken is None or (element.tail or "").strip() or SCREEN_READER not in classes(spoken):
        return ""
    return str(spoken.text_content())


def _of_class(element: HtmlElement) -> Verdict | None:
    return next((verdict for name in classes(element) if (verdict := _BY_CLASS.get(name))), None)


def _word(element: HtmlElement) -> str:
    shape = element.find("span[@aria-hidden='true']")
    words = element.text_content() if shape is None else element.text_content().replace(shape.text or "", "", 1)
    return " ".join(words.split())
