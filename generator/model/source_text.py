"""`SourceText`: the text of a file with edits that keep track of positions.

The reader corrects typing errors in the text and parses on; every position it reports afterwards is still the line and
column in the unedited file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from generator.model.record import Source

PLACEHOLDER = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER: takes the place of a character that the parser refuses; no keyboard produces it."""


class Mark(Protocol):
    """A position as PyYAML gives it: line and column from 0, in the edited text."""

    @property
    def line(self) -> int:
        """The line, from 0."""

    @property
    def column(self) -> int:
        """The column, from 0."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """At `column` of a line, `before` characters were replaced by `after` others."""

    column: int
    before: int
    after: int

    def undo(self, column: int) -> int:
        """Map a column back to the text before this edit."""
        if column >= self.column + self.after:
            return column - self.after + self.before
        return min(column, self.column + self.before)


@dataclass(slots=True)
class SourceText:
    """A file's path (as displayed), its text, and the edits by line."""

    path: str
    text: str
    edits: dict[int, list[_Edit]] = field(default_factory=dict)

    def line(self, number: int) -> str:
        """A line of the text, counted from 0; empty beyond the end."""
        lines = self.text.split("\n", number + 1)
        return lines[number] if number < len(lines) else ""

    def source(self, line: int, column: int) -> Source:
        """The position in the unedited file of a line and column (from 0) of the edited text."""
        for edit in reversed(self.edits.get(line, ())):
            column = edit.undo(column)
        return Source(self.path, line + 1, column + 1)

    def source_of(self, mark: Mark) -> Source:
        """The position in the unedited file of a parser's mark."""
        return self.source(mark.line, mark.column)

    def source_at(self, index: int) -> Source:
        """The position in the unedited file of an index into the edited text."""
        return self.source(*self._coordinates(index))

    def amend(self, pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str]) -> None:
        """Replace every match in one pass; a match must not span lines, because edits are kept by line."""
        parts: list[str] = []
        done = line = line_start = shift = 0
        for match in pattern.finditer(self.text):
            passed = self.text.count("\n", done, match.start())
            if passed:
                line, line_start, shift = line + passed, self.text.rfind("\n", done, match.start()) + 1, 0
            edit = _Edit(match.start() - line_start + shift, len(match[0]), len(new := instead(match)))
            self.edits.setdefault(line, []).append(edit)
            parts += self.text[done : match.start()], new
            done, shift = match.end(), shift + edit.after - edit.before
        self.text = "".join(parts) + self.text[done:]

    def replace(self, start: int, end: int, new: str) -> None:
        """Replace a range within one line."""
        line, column = self._coordinates(start)
        self.edits.setdefault(line, []).append(_Edit(column, end - start, len(new)))
        self.text = self.text[:start] + new + self.text[end:]

    def offset(self, line: int) -> int:
        """The index of the first character of a line counted from 0; beyond the end, the end."""
        at = 0
        for _ in range(line):
            at = self.text.find("\n", at) + 1
            if at == 0:
                return len(self.text)
        return at

    def _coordinates(self, index: int) -> tuple[int, int]:
        return self.text.count("\n", 0, index), index - self.text.rfind("\n", 0, index) - 1
