"""Escaping for Markdown: text that must appear literally.

Backslashes do not work everywhere (not in code, attributes or raw HTML), so punctuation is replaced by characters of a
private-use plane, which Markdown passes through, and the rendered HTML gets it back as entities.
"""

from __future__ import annotations

import string
from html import escape

_PLANE = 0x10F000
_AWAY = {ord(mark): chr(_PLANE + ord(mark)) for mark in string.punctuation}
_BACK = {_PLANE + ord(mark): escape(mark) for mark in string.punctuation}
_OF_HTML = {ord(mark): _AWAY[ord(mark)] for mark in "<&{"}
"""What begins a tag, an entity, or a list of attributes."""


def plain(text: str) -> str:
    """Markdown that renders to exactly this text, white space aside."""
    return " ".join(text.split()).translate(_AWAY)


def harmless(prose: str) -> str:
    """Markdown whose HTML, attribute lists and slots render as text."""
    return prose.translate(_OF_HTML)


def restored(html: str) -> str:
    """Rendered HTML with the punctuation put back."""
    return html.translate(_BACK)
