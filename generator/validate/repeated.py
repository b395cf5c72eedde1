"""Rows that stand twice in a table."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

_Row = TypeVar("_Row")


def repeated(rows: Iterable[_Row], key: Callable[[_Row], Hashable]) -> Iterator[tuple[_Row, _Row]]:
    """Each row whose key an earlier one has, with the first that has it."""
    seen: dict[Hashable, _Row] = {}
    for row in rows:
        first = seen.setdefault(key(row), row)
        if first is not row:
            yield row, first
