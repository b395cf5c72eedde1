"""Text as it is compared: the same functions stand in `search/index.js`, and a test holds the two together.

Folding goes by code point: NFKC, lower case, nothing of zero width; blanks are left only between two Latin letters or
digits.  The terms of a text are its letters and digits of any script (a Chinese character is a letter), and every pair of
them that stand side by side.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add

_ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
_MANY_BLANKS = re.compile(" {2,}")
_LOOSE_BLANKS = re.compile("(?<![a-z0-9]) | (?![a-z0-9])")


class _Table(dict[int, str]):
    """What each code point is folded to, worked out once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = "" if character in _ZERO_WIDTH else unicodedata.normalize("NFKC", character).lower()
        self[code] = character if character == "\n" else re.sub(r"\s", " ", folded)
        return self[code]


_TABLE = _Table()


def fold(text: str) -> str:
    """The text as it is compared; its lines stay apart."""
    return _LOOSE_BLANKS.sub("", _MANY_BLANKS.sub(" ", text.translate(_TABLE)))


def terms(folded: str) -> set[str]:
    """Every letter of a folded text, and every pair of neighbouring ones."""
    return set(filter(str.isalnum, {*folded, *map(add, folded, folded[1:])}))


def shard_of(term: str, shards: int) -> int:
    """The number of the shard that holds a term."""
    code = ord(term[0]) if len(term) == 1 else ord(term[0]) * 31 + ord(term[1])
    return code % shards
