"""Many words looked for in many texts.

Nearly every word is refused by its n-grams of Chinese characters, which do not occur in the texts; the others are sought
in what the texts hold without repetitions.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

_HAN = re.compile(r"[\u3400-\u9fff]{2,}")

_CUT = re.compile(r'[<>"\n]')

_LONGEST = 3
"""The longest n-grams that are kept: most names have two or three characters and need no further search."""

_WRITTEN_OTHERWISE = re.compile("[&<>\"']").search
"""Whether HTML writes a word otherwise; next to none are."""


class SearchedTexts:
    """Texts that are asked for many words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def holds(self, word: str) -> bool:
        """Whether any of the texts holds the word, as it is or as HTML writes it."""
        if not self._knows(word):
            return False
        if _HAN.fullmatch(word):
            return len(word) <= _LONGEST or word in self._runs
        if not all(run in self._runs for run in _bounded_runs(word)):
            return False
        return any(stands_in(word, text) for text in (self._texts if _CUT.search(word) else (self._joined,)))

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """What stands between line ends, tags and quotation marks, once: pages share two thirds of their lines."""
        lines = dict.fromkeys(line for text in self._texts for line in text.split("\n"))
        return tuple(dict.fromkeys(_CUT.split("\n".join(lines))))

    def _knows(self, word: str) -> bool:
        """Whether every n-gram of the word occurs somewhere."""
        known = self._grams
        for run in _HAN.findall(word):
            size = min(len(run), _LONGEST)
            for at in range(len(run) - size + 1):
                if run[at : at + size] not in known:
                    return False
        return True

    @cached_property
    def _joined(self) -> str:
        """One long text is searched sooner than many short ones."""
        return "\n".join(self.pieces)

    @cached_property
    def _runs(self) -> str:
        """Every run of Chinese characters once, each between line ends: what is all Chinese stands within one of them."""
        return "\n".join(("", *set(_HAN.findall(self._joined)), ""))

    @cached_property
    def _grams(self) -> frozenset[str]:
        """Every two and every three characters that stand side by side in the runs."""
        runs = self._runs
        sizes = range(2, _LONGEST + 1)
        return frozenset(runs[at : at + size] for size in sizes for at in range(len(runs) - size + 1))


def stands_in(word: str, text: str) -> bool:
    """Whether a text holds a word, as it is or as HTML writes it."""
    return word in text or (_WRITTEN_OTHERWISE(word) is not None and html.escape(word) in text)


def _bounded_runs(word: str) -> Iterator[str]:
    """The Chinese runs of a word, with a line end where the word goes on in other characters: there a text's run ends too."""
    for run in _HAN.finditer(word):
        before = "\n" if run.start() else ""
        after = "\n" if run.end() < len(word) else ""
        yield f"{before}{run[0]}{after}"
