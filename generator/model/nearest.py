"""“Did you mean”: the known word closest to a misspelt one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from difflib import get_close_matches


def nearest(word: str, words: Collection[str], cutoff: float = 0.5) -> str | None:
    """The closest of `words`, or None where none is close; differences in width (NFKC), case and surrounding spaces do not count."""
    known = {_plain(each): each for each in words}
    close = get_close_matches(_plain(word), known, n=1, cutoff=cutoff)
    return known[close[0]] if close else None


def did_you_mean(word: str, words: Collection[str], otherwise: str) -> str:
    """The hint “是否想写……？”, or `otherwise` where nothing is close."""
    close = nearest(word, words)
    return f"是否想写“{close}”？" if close else otherwise


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip().casefold()
