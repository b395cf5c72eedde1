"""这次能不能开: for numbers of people that are usual, how many have to come and how many have to agree."""

from __future__ import annotations

from typing import NamedTuple


class NumberColumns(NamedTuple):
    """Columns under one heading, which is empty where they need none."""

    name: str
    columns: tuple[str, ...]


class DecisionTable(NamedTuple):
    """One table: `title` says what it decides, `counted` of whom the first number of a row is; the others stand under `groups`.

    `note` is what the numbers leave out.
    """

    title: str
    counted: str
    groups: tuple[NumberColumns, ...]
    rows: tuple[tuple[int, ...], ...]
    note: str = ""
