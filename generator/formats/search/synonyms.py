"""Groups of words that mean the same as terms of the index, so that one posting tells where any of a group stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.formats.search.folding import fold, terms

_FIRST = 0xE000
"""Where the characters begin that no text has: the term of a group is two of the same."""

_LEAST = 2
"""Letters of a word that is looked for in texts: single ones stand in too many other words."""


@dataclass(frozen=True)
class WordGroups:
    """Groups in the order of their declaration, each as folded words."""

    groups: tuple[tuple[str, ...], ...] = ()

    def terms(self, folded: str) -> set[str]:
        """The terms of a folded text, those of its groups among them."""
        found = terms(folded)
        groups = {term for pair in found & self._by_pair.keys() for word, term in self._by_pair[pair] if word in folded}
        return found | groups if groups else found

    @cached_property
    def _by_pair(self) -> dict[str, list[tuple[str, str]]]:
        """The words and the terms of their groups by the first two letters."""
        found: dict[str, list[tuple[str, str]]] = {}
        for number, words in enumerate(self.groups):
            for word in filter(_is_long, words):
                found.setdefault(word[:_LEAST], []).append((word, chr(_FIRST + number) * 2))
        return found


NO_GROUPS = WordGroups()
"""No word means the same as another."""


def word_groups(lines: Iterable[Iterable[str]]) -> WordGroups:
    """The groups by their words as declared."""
    return WordGroups(tuple(tuple(map(fold, words)) for words in lines))


def _is_long(word: str) -> bool:
    return len(word) >= _LEAST
