"""联系点表: leaders, by post, against the branches that they keep in touch with; a number is how often they were there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.model.records.leader_contact import LeaderContact


class ContactRow(NamedTuple):
    """One branch: its name, its page's address where there is one, and for each leader what the cell says."""

    name: str
    file: str
    cells: tuple[str, ...]


class ContactMatrix(NamedTuple):
    """The leaders in the order of the register, and the branches in the order in which they are first named."""

    leaders: tuple[str, ...]
    rows: tuple[ContactRow, ...]


def contact_matrix(
    contacts: Sequence[LeaderContact], names: Mapping[str, str], files: Mapping[str, str]
) -> ContactMatrix | None:
    """The contact branches of a unit's leaders; None where it has none."""
    visits = [Counter(visit.branch for visit in row.visits) for row in contacts]
    named = dict.fromkeys(id for row in contacts for id in row.branches)
    rows = tuple(
        ContactRow(
            names.get(id, id),
            files.get(id, ""),
            tuple(_cell(id, row, seen) for row, seen in zip(contacts, visits, strict=True)),
        )
        for id in named
    )
    return ContactMatrix(tuple(row.leader for row in contacts), rows) if rows else None


def _cell(id: str, row: LeaderContact, visits: Counter[str]) -> str:
    if id not in row.branches:
        return ""
    return f"{visits[id]} 次" if visits[id] else "还没有活动"
