"""Names of WordprocessingML elements (transitional namespaces, ECMA-376 part 1; the package turns Strict ones into them)."""

from __future__ import annotations

from lxml.etree import _Element

from generator.load.wordprocessing import W, setting, switch

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

PARAGRAPH, RUN, TEXT, TABLE = f"{W}p", f"{W}r", f"{W}t", f"{W}tbl"
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
CONTROL, CONTROL_PROPERTIES, CONTROL_CONTENT = f"{W}sdt", f"{W}sdtPr", f"{W}sdtContent"
FIELD_CHARACTER, SIMPLE_FIELD = f"{W}fldChar", f"{W}fldSimple"
BOX = f"{W}txbxContent"
ALTERNATES, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
REMOVED = frozenset({f"{W}del", f"{W}moveFrom"})
"""Elements whose content a revision has taken away."""

HIDING = frozenset({f"{W}vanish"})
"""Properties that hide a run or the mark of a paragraph; `w:webHidden` (17.3.2.44) hides in one view, not on paper."""

FORMULAS = frozenset({f"{M}oMath", f"{M}oMathPara"})
_KNOWN = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/office/",
    "urn:schemas-microsoft-com:",
)
"""Namespaces whose content is read: all of Word's own."""


def branch(alternates: _Element) -> _Element | None:
    """The branch of `mc:AlternateContent` that is read: the first whose namespaces are known (ECMA-376 part 3, 9.3)."""
    for each in alternates:
        if each.tag == FALLBACK:
            return each
        if each.tag == CHOICE:
            wanted = (each.nsmap.get(prefix) or "" for prefix in (each.get("Requires") or "").split())
            if all(name.startswith(_KNOWN) for name in wanted):
                return each
    return None


def has_any(root: _Element, tags: frozenset[str]) -> bool:
    """Whether there is any such element below."""
    return next(root.iter(*tags), None) is not None


def is_placeholder(control: _Element) -> bool:
    """Whether a content control shows its prompt, as nobody has filled it in (`w:showingPlcHdr`)."""
    return switch(control.find(CONTROL_PROPERTIES), "showingPlcHdr") is True


def is_contents(control: _Element) -> bool:
    """Whether a content control holds a table of contents (`w:docPartGallery`)."""
    properties = control.find(CONTROL_PROPERTIES)
    kinds = (setting(properties, f"{kind}/docPartGallery") for kind in ("docPartObj", "docPartList"))
    return any(kind is not None and "contents" in kind.lower() for kind in kinds)
