"""A line of a Word file while it is read: one paragraph, or several whose marks are gone."""

from __future__ import annotations

from lxml.etree import _Element

from generator.model.transcript import LeftOut, Reason


class OpenLine:
    """A line while it is read: the words, what was left out, and the text boxes that are anchored in it."""

    def __init__(self) -> None:
        self.label: str | None = None
        self.left_out: list[LeftOut] = []
        self.runs: list[_Element | None] = []
        """The properties of each run with words."""

        self.boxes: list[_Element | str] = []
        """Content of text boxes, and words drawn as a picture (WordArt)."""

        self.is_entry = False
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

    def leave(self, reason: Reason, words: str = "") -> None:
        """Something is left out here."""
        last = self.left_out[-1] if self.left_out else None
        if words and last is not None and (last.reason, last.at) == (reason, self._size):
            self.left_out[-1] = LeftOut(reason, last.words + words, self._size)
        else:
            self.left_out.append(LeftOut(reason, words, self._size))

    def leave_all(self, reason: Reason) -> None:
        """All the words so far are left out after all."""
        words = self.text
        self._pieces, self.runs, self._size, self._break = [], [], 0, False
        self.left_out = [left for left in self.left_out if left.reason is not reason and left.reason is not Reason.PAGE]
        self.leave(reason, words)
