"""The lines of a text, each with its place and the label it opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.documents.outline.labels import Label, label_of
from generator.model.clause import Style

INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_MARKS = re.compile(r"^#{1,6}[ \t]+|\*\*")
_CLOSES = tuple("。！？；;.!?")
_MARKED = frozenset({Style.HEADING, Style.WORD})


@dataclass(frozen=True, slots=True)
class Line:
    """One line: from `start` to `end` with its line feed; `bare` is what can be read of it, without marks."""

    start: int
    end: int
    text: str
    bare: str
    label: Label | None

    @property
    def is_blank(self) -> bool:
        """Nothing that can be seen."""
        return not self.bare

    @property
    def is_numbered(self) -> bool:
        """Opens a clause by a number, not by a word or a mark."""
        return self.label is not None and self.label.style not in _MARKED

    @property
    def closes(self) -> bool:
        """Ends a sentence."""
        return self.bare.endswith(_CLOSES)


def lines_of(text: str) -> Iterator[Line]:
    """Every line of a text with plain line feeds; only a line feed ends a line."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        words = text[start:end].removesuffix("\n")
        bare = _MARKS.sub("", INVISIBLE.sub("", words).strip()).strip() if words else ""
        yield Line(start, end, words, bare, label_of(words) if bare else None)
        start = end
