"""Drawings (SVG) within a page or beside it: vector in the PDF, with the words that a page has for those who do not see them."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

_NAMESPACE = "http://www.w3.org/2000/svg"
_CASED = {
    name.lower(): name
    for name in (
        "viewBox", "preserveAspectRatio", "linearGradient", "radialGradient", "clipPath", "gradientUnits",
        "gradientTransform", "markerWidth", "markerHeight", "refX", "refY", "patternUnits", "patternTransform",
        "textLength", "lengthAdjust", "pathLength", "foreignObject",
    )
}  # fmt: skip
"""A parser of HTML has the names of elements and attributes in small letters; SVG has these otherwise."""

_STYLE = "text{font-size:11px;fill:#24201d}.zb-track{fill:none;stroke:#5c5650;stroke-width:1}.zb-fill{fill:#1d6b3a}"
_STYLE += (
    ".zb-flow-line{fill:none;stroke:#5c5650}.zb-flow-step{fill:#fff;stroke:#24201d}.zb-flow-vote{fill:#24201d}"
    "text.zb-flow-name{font-weight:700}.zb-flow-hand{text-anchor:end}.zb-flow-number{text-anchor:middle}"
    ".zb-flow-vote+text{fill:#fff}"
)
"""What the site's style sheet says of charts, in the colours of the page on paper."""

_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*")


def drawing_words(drawing: HtmlElement) -> str:
    """What a drawing within a page shows, in words; empty where it does not say."""
    parts = (part for part in drawing.iterchildren("title", "desc"))
    words = [" ".join(part.text_content().split()) for part in parts] or [drawing.get("aria-label") or ""]
    return "。".join(filter(None, (word.strip("。 ") for word in words)))


def has_page_content(drawing: HtmlElement) -> bool:
    """Whether HTML is set within the drawing: nothing but a browser can."""
    return next(drawing.iter("foreignobject", "foreignObject"), None) is not None


def standalone(drawing: HtmlElement) -> str:
    """A drawing within a page as a file of its own, styled as the site styles charts."""
    tree = deepcopy(drawing)
    tree.tail = None
    for element in tree.iter():
        element.tag = _CASED.get(element.tag, element.tag)
        for name in [name for name in element.attrib if name in _CASED]:
            element.set(_CASED[name], element.attrib.pop(name))
    tree.attrib.pop("xmlns", None)
    style = etree.SubElement(tree, "style")
    style.text = _STYLE
    tree.insert(0, style)
    text = etree.tostring(tree, encoding="unicode")
    return text.replace("<svg", f'<svg xmlns="{_NAMESPACE}"', 1)


def proportions(svg: HtmlElement | etree._Element) -> tuple[float, float] | None:
    """Width and height of a drawing in pixels, by its own words or by its view box; None where neither says."""
    sides = [_LENGTH.fullmatch(svg.get(name) or "") for name in ("width", "height")]
    if sides[0] and sides[1]:
        return float(sides[0][1]), float(sides[1][1])
    box = (svg.get("viewBox") or svg.get("viewbox") or "").replace(",", " ").split()
    return (float(box[2]), float(box[3])) if len(box) == 4 else None
