"""Properties of WordprocessingML elements, in the transitional namespace: the package reads Strict files as such."""

from __future__ import annotations

from functools import cache

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off"})
_DIGITS = 9


def setting(element: _Element | None, path: str) -> str | None:
    """The `w:val` of the child at `path` (docPartObj/docPartGallery); None without the child or the value."""
    child = None if element is None else element.find(_qualified(path))
    return None if child is None else child.get(VAL)


def switch(element: _Element | None, path: str) -> bool | None:
    """Whether the on/off property at `path` is on (ECMA-376 17.17.4); None where it is not stated."""
    child = None if element is None else element.find(_qualified(path))
    return None if child is None else child.get(VAL) not in _OFF


@cache
def _qualified(path: str) -> str:
    return "/".join(W + name for name in path.split("/"))


def whole(text: str | None, otherwise: int) -> int:
    """A number of at most nine digits; `otherwise` for anything else, as files may hold any text."""
    return int(text) if text and len(text) <= _DIGITS and text.isascii() and text.isdigit() else otherwise
