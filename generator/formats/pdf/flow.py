"""Running text: HTML's white space as a typesetter reads it."""

from __future__ import annotations

import re
import unicodedata

from generator.formats.pdf.markup import call, text

_SPACE = " \t\n\r\f"
_RUNS = re.compile(r"[ \t\n\r\f]+")
_HAN_MARKS = "“”‘’…—·"


class Flow:
    """A run of inline markup.  White space collapses; a line break in the source between two Han characters is none."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._places: list[str] = []
        self._last = self._gap = ""
        self._visible = False

    def write(self, value: str | None) -> None:
        """Text of the page."""
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
        """The opening or closing of markup around text; white space waits for the text."""
        self._pieces.append(markup)

    def put(self, markup: str, tight: bool = False) -> None:
        """Markup that takes room of its own, such as a picture; `tight` for what clings to the text before it."""
        if not tight:
            self._settle("x")
            self._last = "x"
        self._pieces.append(markup)
        self._visible = True

    def place(self, label: str) -> None:
        """A place that links can lead to."""
        self._places.append(call("place", label))
        self._pieces.append(self._places[-1])

    def new_line(self) -> None:
        """A forced line break."""
        self._pieces.append("#linebreak();")
        self._last = self._gap = ""

    def take(self) -> str:
        """The markup of the run; of one without any text only its places remain."""
        return "".join(self._pieces if self._visible else self._places)

    def _settle(self, following: str) -> None:
        if self._gap and self._last and _space_between(self._last, self._gap, following):
            self._pieces.append(text(" "))
        self._gap = ""


def is_wide(char: str) -> bool:
    """Whether a character fills a whole Han square."""
    return char in _HAN_MARKS or unicodedata.east_asian_width(char) in "WF"


def _space_between(before: str, gap: str, after: str) -> bool:
    return not ("\n" in gap and is_wide(before) and is_wide(after))


def _inner(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return " " if _space_between(before, match[0], after) else ""
