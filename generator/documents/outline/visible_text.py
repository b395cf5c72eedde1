"""The text of a clause as it is read: facts are matched in it, and reported at offsets of the original text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from generator.documents.outline.folding import FoldedText

_QUOTED = re.compile(r"《[^》\n]*》")


@dataclass(frozen=True)
class VisibleText:
    """The characters of a folded text from `begin` to before `finish`; `start` and `end` map offsets in `words` back."""

    folded: FoldedText
    begin: int
    finish: int

    @cached_property
    def words(self) -> str:
        """The text as it is read."""
        return self.folded.text[self.begin : self.finish]

    @cached_property
    def unquoted(self) -> str:
        """`words` with titles in 《》 masked at equal length: their dates and numbers are not the clause's."""
        return _QUOTED.sub(lambda found: "□" * len(found[0]), self.words)

    def start(self, at: int) -> int:
        """The offset in the original text of the character at `at`."""
        return self.folded.start(self.begin + at)

    def end(self, at: int) -> int:
        """The end offset in the original text of a match that ends at `at`; what is not read behind it is left out."""
        return self.folded.end(self.begin + at)
