"""Two lists side by side: what stayed, what was changed, added and taken out."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeVar

_T = TypeVar("_T", bound=Hashable)


def side_by_side(before: Sequence[_T], after: Sequence[_T]) -> Iterator[tuple[_T | None, _T | None]]:
    """Every item of both lists, in order, beside its counterpart: None stands where there is none."""
    for kind, old, old_end, new, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(before[old:old_end], after[new:new_end], strict=True)
        else:
            yield from zip_longest(before[old:old_end], after[new:new_end])


def changes(before: Sequence[_T], after: Sequence[_T]) -> Iterator[tuple[_T | None, _T | None]]:
    """The same without what stayed."""
    return (pair for pair in side_by_side(before, after) if pair[0] != pair[1])
