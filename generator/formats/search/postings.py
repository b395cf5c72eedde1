"""Postings: for each term the sections that hold it, by the best of their fields, as short text.

An entry is the term, then the sections where only the text holds it, then after `!` those whose heading does, then after
another `!` those that only go by it (everyday words, initials).  A list of ascending ids is the gaps between them: a gap
below 64 is one character of `_DIGITS`, of a larger one the rest comes first, in base 27 by the characters above.
A shard is its entries in the order of the terms, with blanks between.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.formats.search.folding import shard_of

_DIGITS = "".join(map(chr, (code for code in range(35, 127) if chr(code) != "\\")))
"""91 printable characters that JavaScript writes in a string as they are; the blank and `!` part lists."""

_LOW = 64
_HIGH = len(_DIGITS) - _LOW
_PART = "!"
FIELDS = 3
"""The lists of an entry: by text, by heading, by other names."""


def encoded(ids: Sequence[int]) -> str:
    """Ascending ids as the gaps between them."""
    pieces, before = [], -1
    for id in ids:
        pieces.append(_SHORT[id - before - 1] if id - before <= _KEPT else _gap(id - before - 1))
        before = id
    return "".join(pieces)


def _gap(gap: int) -> str:
    pieces = []
    while gap >= _LOW:
        gap, rest = divmod(gap - _LOW, _HIGH)
        pieces.append(_DIGITS[_LOW + rest])
    return "".join((*pieces, _DIGITS[gap]))


_KEPT = 4096
_SHORT = tuple(map(_gap, range(_KEPT)))


def decoded(text: str) -> list[int]:
    """`encoded` backwards."""
    ids, before, rests = [], -1, list[int]()
    for digit in map(_DIGITS.index, text):
        if digit >= _LOW:
            rests.append(digit - _LOW)
            continue
        gap = digit
        while rests:
            gap = gap * _HIGH + rests.pop() + _LOW
        before += gap + 1
        ids.append(before)
    return ids


def posting_entry(term: str, lists: Iterable[Sequence[int]]) -> str:
    """A term with its lists of ids, one a field."""
    return term + _PART.join([encoded(ids) if ids else "" for ids in lists]).rstrip(_PART)


def lists_of(entry: str, term: str) -> list[list[int]]:
    """`entry` backwards: a list of ids for each field."""
    parts = entry[len(term) :].split(_PART)
    return [decoded(part) for part in (*parts, *[""] * (FIELDS - len(parts)))]


def sharded(entries: Mapping[str, str], number: int) -> tuple[str, ...]:
    """Entries by term in so many shards."""
    shards: list[list[str]] = [[] for _ in range(number)]
    for term, row in entries.items():
        shards[shard_of(term, number)].append(row)
    return tuple(" ".join(sorted(rows)) for rows in shards)
