"""Names of WordprocessingML elements (transitional namespaces, ECMA-376 part 1; the package turns Strict ones into them)."""

from __future__ import annotations

from lxml.etree import _Element

from generator.load.wordprocessing import VAL, W

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
_OFF = frozenset({"0", "false", "off"})
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


def is_on(properties: _Element | None, *path: str) -> bool:
    """Whether the on/off property at the end of this path of children is on (ECMA-376 17.17.4)."""
    found = None if properties is None else properties.find("/".join(f"{W}{each}" for each in path))
    return found is not None and found.get(VAL) not in _OFF


def value(properties: _Element | None, *path: str) -> str | None:
    """The `w:val` at the end of this path of children; None where it is not stated."""
    found = None if properties is None else properties.find("/".join(f"{W}{each}" for each in path))
    return None if found is None else found.get(VAL)


def is_placeholder(control: _Element) -> bool:
    """Whether a content control shows its prompt, as nobody has filled it in (`w:showingPlcHdr`)."""
    return is_on(control.find(CONTROL_PROPERTIES), "showingPlcHdr")


def is_contents(control: _Element) -> bool:
    """Whether a content control holds a table of contents (`w:docPartGallery`)."""
    properties = control.find(CONTROL_PROPERTIES)
    kinds = (value(properties, kind, "docPartGallery") for kind in ("docPartObj", "docPartList"))
    return any(kind is not None and "contents" in kind.lower() for kind in kinds)
