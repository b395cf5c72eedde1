"""一览表: every duty that recurs, by how often it does.  It knows nothing of a page's geometry; texts are finished words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.sheet_imprint import SheetImprint


class DutyRow(NamedTuple):
    """One duty: its name, how much it binds, whose it is, by when, and the number of its criterion."""

    name: str
    force: str
    owner: str
    until: str
    criterion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutySheet:
    """The duties on one page; `rounds` are those of each rhythm (每月), in the order of the standards."""

    imprint: SheetImprint
    title: str
    rounds: tuple[tuple[str, tuple[DutyRow, ...]], ...]
