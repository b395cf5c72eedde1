"""Visible text with an offset map: facts are matched in it, and reported at offsets of the original text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from generator.documents.outline.lines import INVISIBLE

_QUOTED = re.compile(r"《[^》\n]*》")


@dataclass(frozen=True)
class VisibleText:
    """The text of a clause without invisible characters.

    `raw` begins at `offset` of the original text; `start` and `end` map offsets in `words` back to it.
    """

    raw: str
    offset: int

    @cached_property
    def words(self) -> str:
        """The text without invisible characters."""
        return INVISIBLE.sub("", self.raw)

    @cached_property
    def unquoted(self) -> str:
        """`words` with titles in 《》 masked at equal length: their dates and numbers are not the clause's."""
        return _QUOTED.sub(lambda found: "□" * len(found[0]), self.words)

    @cached_property
    def _places(self) -> range | list[int]:
        if len(self.words) == len(self.raw):
            return range(len(self.raw))
        return [at for at, each in enumerate(self.raw) if not INVISIBLE.match(each)]

    def start(self, at: int) -> int:
        """The offset in the original text of the character at `at`."""
        return self.offset + self._places[at]

    def end(self, at: int) -> int:
        """The end offset in the original text of a match that ends at `at`; invisible characters behind it are left out."""
        return self.offset + self._places[at - 1] + 1
