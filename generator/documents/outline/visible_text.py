"""A stretch of text as facts are read from it: without what cannot be seen, and without the titles of other documents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from generator.documents.outline.lines import INVISIBLE

_QUOTED = re.compile(r"《[^》\n]*》")


@dataclass(frozen=True)
class VisibleText:
    """The words of a clause; `start` and `end` give places in the whole text for places in `words`."""

    raw: str
    offset: int

    @cached_property
    def words(self) -> str:
        """What can be seen."""
        return INVISIBLE.sub("", self.raw)

    @cached_property
    def unquoted(self) -> str:
        """The same words, with titles in 《》 blotted out: their dates and numbers are not the clause's."""
        return _QUOTED.sub(lambda found: "□" * len(found[0]), self.words)

    @cached_property
    def _places(self) -> range | list[int]:
        if len(self.words) == len(self.raw):
            return range(len(self.raw))
        return [at for at, each in enumerate(self.raw) if not INVISIBLE.match(each)]

    def start(self, at: int) -> int:
        """Where in the whole text the character at `at` stands."""
        return self.offset + self._places[at]

    def end(self, at: int) -> int:
        """Where in the whole text a stretch ends whose last character is the one before `at`."""
        return self.offset + self._places[at - 1] + 1
