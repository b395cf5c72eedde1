"""Folds a text into what a reader sees, with a map of offsets back to the original.

Everything between the fold and the finished tree works on the folded text; the original is kept, and every position of a
tree is an offset in it.  What is folded is declared in `marks.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.model.clause import NoteKind


class Edit(NamedTuple):
    """The original characters from `start` to `end` are read as `words`."""

    start: int
    end: int
    words: str


class TextFold(NamedTuple):
    """A pattern and what it is read as; `kind` and `told` where it is noted."""

    pattern: re.Pattern[str]
    words: Callable[[re.Match[str]], str]
    kind: NoteKind | None = None
    told: str = ""


def as_nothing(_found: re.Match[str]) -> str:
    """Of marks that are not read."""
    return ""


def as_line_end(_found: re.Match[str]) -> str:
    """Of marks that end a line."""
    return "\n"


class FoldedText:
    """A text as it is read.  Offsets in it map to the original.

    An original character that is not read belongs to the one behind it (`boundary`), or to none (`start`, `end`).
    """

    def __init__(self, original: str, edits: Iterable[Edit], begin: int = 0) -> None:
        """`edits` in the order of the text; one that overlaps the one before is left out.  Reading begins at `begin`."""
        self._begin, self._length = begin, len(original)
        self._reads: list[int] = []
        self._edits: list[tuple[int, int, int]] = []
        pieces: list[str] = []
        at, read = begin, 0
        for start, end, words in edits:
            if start < at:
                continue
            pieces += (original[at:start], words)
            read += start - at
            self._reads.append(read)
            read, at = read + len(words), end
            self._edits.append((start, end, read))
        self.text = "".join([*pieces, original[at:]])

    def start(self, at: int) -> int:
        """The original offset of the character at `at`; of one that stands for several, of the first."""
        found = bisect_right(self._reads, at) - 1
        if found < 0:
            return self._begin + at
        start, end, behind = self._edits[found]
        return start if at < behind else end + at - behind

    def end(self, at: int) -> int:
        """The original offset behind the character before `at`."""
        found = bisect_right(self._reads, at - 1) - 1
        if found < 0:
            return self._begin + at
        _, end, behind = self._edits[found]
        return end + max(at - behind, 0)

    def boundary(self, at: int) -> int:
        """Where the original is cut for a part that begins or ends at `at`: such parts leave no gap."""
        if at == len(self.text):
            return self._length
        return self.end(at)
