"""Which items of a list stay, change, go and come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

UNCHANGED: Final = object()
"""The value of an item that stays what it is."""


class ItemEdit(NamedTuple):
    """An item of a list as it is to be: its place among those on file, None for a new one."""

    at: int | None
    value: Any


def paired(old: Sequence[Any], new: Sequence[Any]) -> list[ItemEdit]:
    """Which item of a list became which: equal ones at both ends are themselves, of those between one after the other."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    between = len(old) - same - tail
    made: list[ItemEdit] = []
    for number, value in enumerate(new):
        if number < same + min(between, len(new) - same - tail):
            made.append(ItemEdit(number, value))
        else:
            back = len(new) - number
            made.append(ItemEdit(len(old) - back if back <= tail else None, value))
    return made
