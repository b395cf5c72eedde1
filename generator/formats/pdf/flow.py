"""Inline content with HTML's white space rules."""

from __future__ import annotations

import re
import unicodedata

from generator.formats.pdf.typst_markup import call, text

_SPACE = " \t\n\r\f"
_RUNS = re.compile(r"[ \t\n\r\f]+")
_HAN_MARKS = "“”‘’…—·"


class Flow:
    """A run of inline markup.  White space collapses; a line break between two Han characters in the source is dropped.

    White space is held back in `_gap` until the next text, because it may belong before or after a tag.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._places: list[str] = []
        self._last = self._gap = ""
        self._visible = False

    def write(self, value: str | None) -> None:
        """Add text."""
        words = (value or "").strip(_SPACE)
        if not value or not words:
            self._gap += value or ""
            return
        start = len(value) - len(value.lstrip(_SPACE))
        self._gap += value[:start]
        self._settle(words[0])
        self._pieces.append(text(_RUNS.sub(_inner, words)))
        self._last, self._gap, self._visible = words[-1], value[start + len(words) :], True

    def wrap(self, markup: str) -> None:
        """Add the opening or closing of markup around text; pending white space stays pending."""
        self._pieces.append(markup)

    def put(self, markup: str, tight: bool = False) -> None:
        """Add markup that takes up space, such as a picture; `tight` for what follows without a space, such as a footnote."""
        if not tight:
            self._settle("x")
            self._last = "x"
        self._pieces.append(markup)
        self._visible = True

    def place(self, label: str) -> None:
        """Add a link target."""
        self._places.append(call("place", label))
        self._pieces.append(self._places[-1])

    def new_line(self) -> None:
        """Add a forced line break."""
        self._pieces.append("#linebreak();")
        self._last = self._gap = ""

    def take(self) -> str:
        """The markup of the run; without any text only its link targets."""
        return "".join(self._pieces if self._visible else self._places)

    def _settle(self, following: str) -> None:
        if self._gap and self._last and _space_between(self._last, self._gap, following):
            self._pieces.append(text(" "))
        self._gap = ""


def is_wide(char: str) -> bool:
    """Whether a character is full-width."""
    return char in _HAN_MARKS or unicodedata.east_asian_width(char) in "WF"


def _space_between(before: str, gap: str, after: str) -> bool:
    return not ("\n" in gap and is_wide(before) and is_wide(after))


def _inner(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return " " if _space_between(before, match[0], after) else ""
