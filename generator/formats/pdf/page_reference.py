"""Links to places in the book: on paper each says on which page that is."""

from __future__ import annotations

from lxml.html import HtmlElement

from generator.formats.pdf.typst_markup import literal

_BLOCKS = {"p", "li", "dd", "dt", "blockquote", "h2", "h3", "h4", "summary", "figcaption", "div"}
_CELLS = {"td", "th"}


def reference_opening(element: HtmlElement, label: str) -> str:
    """The opening of the call for a link to `label`; how the page is put depends on what stands around the link."""
    return f"#refer({literal(label)}, {literal(_manner(element))})["


def _manner(element: HtmlElement) -> str:
    """`cell` in a table, `last` before a closing bracket, `inner` within brackets, else `plain`; `none` in a row of crumbs."""
    around = next((found for found in element.iterancestors() if found.tag in _BLOCKS | _CELLS), None)
    if any("zb-crumbs" in (found.get("class") or "").split() for found in element.iterancestors()):
        return "none"
    if any(found.tag in _CELLS for found in element.iterancestors()):
        return "cell"
    before = "" if around is None else _text_before(around, element)
    if before.count("（") <= before.count("）"):
        return "plain"
    return "last" if (element.tail or "").startswith("）") else "inner"


def _text_before(block: HtmlElement, element: HtmlElement) -> str:
    """The text of a block up to an element in it."""
    parts = [block.text or ""]
    for found in block.iterdescendants():
        if found is element:
            break
        parts.append(found.text or "")
        if element not in found.iterdescendants():
            parts.append(found.tail or "")
    return "".join(parts)
