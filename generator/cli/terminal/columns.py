"""Text in the columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_PIECES = re.compile(r"\s+|[\x21-\x7e]+|.")
"""What a line may be broken between: spaces, words of ASCII, and any other character."""

_NOT_FIRST = "，。、；：！？）》」』】〕”’…％"
"""What may not begin a line (避头点)."""

_NOT_LAST = "（《「『【〔“‘"
"""What may not end one."""


def display_width(text: str) -> int:
    """The columns that a text takes: two for wide characters, none for combining ones."""
    return len(text) if text.isascii() else sum(map(_width, text))


def padded(text: str, width: int) -> str:
    """The text filled up with spaces to so many columns."""
    return text + " " * (width - display_width(text))


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a paragraph, none wider than `width` but where a single word is."""
    lines: list[str] = []
    line = ""
    for piece in _unbroken(text):
        if line and display_width(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _unbroken(text: str) -> Iterator[str]:
    """The pieces of a text, with the punctuation that has to stay on their line."""
    held = ""
    for piece in _PIECES.findall(text):
        if held and piece not in _NOT_FIRST and held[-1] not in _NOT_LAST:
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
