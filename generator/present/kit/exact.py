"""Text that Markdown must show and not read.

Its punctuation is put out of Markdown's sight, into characters of a private plane that nobody writes, and comes back
as HTML when Markdown is done: the same in running text, in code, in headings and in attributes.
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
    """Text as Markdown that renders to exactly this text, whatever it holds."""
    return " ".join(text.split()).translate(_AWAY)


def harmless(prose: str) -> str:
    """Prose that keeps its Markdown; HTML, attribute lists and slots in it are text."""
    return prose.translate(_OF_HTML)


def restored(html: str) -> str:
    """HTML that Markdown made, with what was put out of its sight."""
    return html.translate(_BACK)
