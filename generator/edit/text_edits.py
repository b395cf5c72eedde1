"""Changes of a text by position, collected first and made together, so that every position is one of the text as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMENT = re.compile(r"([ \t]*)#[^\n]*(?:\n|$)")
_COMMENTS = re.compile(r"^[ \t]*#[^\n]*$", re.MULTILINE)


class TextEdits:
    """A text and what is to change in it.  Lines that are put in end as those of the text do."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self._edits: list[tuple[int, int, str]] = []

    def replace(self, start: int, end: int, new: str) -> None:
        """Put other characters into the place of those from `start` to `end`."""
        self._edits.append((start, end, new))

    def insert_lines(self, at: int, lines: Iterable[str]) -> None:
        """Put in whole lines where a line begins, or at the end of the text."""
        joined = self.newline.join(lines)
        if not joined:
            return
        open_ended = at == len(self.text) and at and not self.text.endswith("\n")
        self.replace(at, at, self.newline + joined if open_ended else joined + self.newline)

    def cut_lines(self, start: int, end: int) -> None:
        """Take out whole lines, but comments that have a line for themselves."""
        self.replace(start, end, "".join(line + self.newline for line in self.comments(start, end)))

    def comments(self, start: int, end: int) -> list[str]:
        """The lines between two places that hold nothing but a comment."""
        return [line.rstrip("\r") for line in _COMMENTS.findall(self.text, start, end)]

    def done(self) -> str:
        """The changed text; it ends with a line feed where it did before, or was empty."""
        parts: list[str] = []
        at = 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            parts += self.text[at:start], new
            at = end
        made = "".join(parts) + self.text[at:]
        return made if not self.text or self.text.endswith("\n") else made.removesuffix(self.newline)

    def line_start(self, index: int) -> int:
        """Where the line of a character begins."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Where the next line begins; the end of the text behind the last."""
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found + 1

    def column(self, index: int) -> int:
        """How far a character is from the beginning of its line."""
        return index - self.line_start(index)

    def behind(self, end: int, column: int) -> int:
        """The line behind what ends at `end`, comments that are indented deeper than `column` counted in: they are its own."""
        at = self.line_end(end)
        while (found := _COMMENT.match(self.text, at)) and len(found[1]) > column:
            at = found.end()
        return at
