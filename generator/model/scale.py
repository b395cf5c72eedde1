"""量表: the items by which a work report is given and heard; the handbook's page of scales is where they stand."""

from __future__ import annotations

from typing import NamedTuple


class Scale(NamedTuple):
    """One scale: its name (七个有力) and its items in order; without items where the handbook has none for such a unit."""

    name: str
    items: tuple[str, ...]


NO_SCALE = Scale("", ())
