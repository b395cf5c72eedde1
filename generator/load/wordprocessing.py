"""Properties of WordprocessingML elements, in the transitional and in the Strict namespace alike."""

from __future__ import annotations

from lxml.etree import _Element

_OFF = frozenset({"0", "false", "off"})
_DIGITS = 9


def qualified(element: _Element, name: str) -> str:
    """`name` in the namespace of `element`: a document is written in one of the two."""
    tag = element.tag
    return f"{tag[: tag.find('}') + 1]}{name}"


def setting(element: _Element | None, name: str) -> str | None:
    """The `w:val` of the child `name`; None without the child or the value."""
    child = None if element is None else element.find(qualified(element, name))
    return None if child is None else child.get(qualified(child, "val"))


def switch(element: _Element | None, name: str) -> bool | None:
    """Whether the on/off property `name` is on (ECMA-376 17.17.4); None where it is not stated."""
    child = None if element is None else element.find(qualified(element, name))
    return None if child is None else child.get(qualified(child, "val")) not in _OFF


def whole(text: str | None, otherwise: int) -> int:
    """A number of at most nine digits; `otherwise` for anything else, as files may hold any text."""
    return int(text) if text and len(text) <= _DIGITS and text.isascii() and text.isdigit() else otherwise
