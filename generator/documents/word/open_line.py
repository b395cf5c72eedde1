"""A line of a Word file while it is read: one paragraph, or several whose marks are gone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml.etree import _Element

from generator.model.transcript import LeftOut, Reason

_IN_RUNS = frozenset({Reason.HIDDEN, Reason.CONTENTS, Reason.DATE, Reason.PLACEHOLDER})
"""What is words of the document, cut into runs as it happens."""


class OpenLine:
    """A line while it is read: the words, what was left out, and the text boxes that are anchored in it."""

    def __init__(self) -> None:
        self.label: str | None = None
        self._left_out: list[LeftOut] = []
        self.runs: list[_Element | None] = []
        """The properties of each run with words."""

        self.boxes: list[_Element | str] = []
        """Content of text boxes, and words drawn as a picture (WordArt)."""

        self.is_entry = False
        """Whether it is an entry of a table of contents."""

        self.entry_words = 0
        """How many of the runs with words are links to the heading of a chapter."""

        self._pieces: list[str] = []
        self._size = 0
        self._break = False

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._pieces)

    def say(self, words: str, properties: _Element | None = None) -> None:
        """Words of a run with these properties."""
        if self._break and self._size:
            self._add("\n")
        self._break = False
        self._add(words)
        if not words.isspace():
            self.runs.append(properties)

    def _add(self, words: str) -> None:
        self._pieces.append(words)
        self._size += len(words)

    def turn_page(self) -> None:
        """A break of the page: between words it ends a line."""
        self._break = True

    @property
    def has_words(self) -> bool:
        """Whether there is more than white space so far."""
        return bool(self.runs)

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """What was left out so far; what several runs have of one thing is together."""
        found: list[LeftOut] = []
        for (reason, at), pieces in groupby(self._left_out, key=lambda left: (left.reason, left.at)):
            if reason in _IN_RUNS:
                found.append(LeftOut(reason, "".join(left.words for left in pieces), at))
            else:
                found += pieces
        return found

    def leave(self, reason: Reason, words: str = "") -> None:
        """Something is left out here."""
        self._left_out.append(LeftOut(reason, words, self._size))

    def leave_mark(self) -> None:
        """The mark of the paragraph was taken away, with what was left out just before or alone."""
        if not self._left_out or self._left_out[-1].reason is not Reason.REVISION:
            self.leave(Reason.REVISION)

    def leave_all(self, reason: Reason) -> None:
        """All the words so far are left out after all."""
        words = "".join(left.words for left in self._left_out if left.reason is reason) + self.text
        self._pieces, self.runs, self._size, self._break = [], [], 0, False
        self._left_out = [left for left in self._left_out if left.reason not in {reason, Reason.PAGE}]
        self.leave(reason, words)
