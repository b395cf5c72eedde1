"""名册: the branches that an institution starts with, as its department keeps them in a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from generator.model.kinds import BranchKind
from generator.model.record import Source
from generator.model.records.organisation import CommitteeKind


class RosterBranch(NamedTuple):
    """A branch as a roster tells it; None where the roster does not say.  `source` is its row."""

    source: Source
    id: str
    name: str
    kind: BranchKind
    founded: date
    full_members: int | None = None
    probationary_members: int | None = None
    counted_on: date | None = None
    secretary: str | None = None
    secretary_since: date | None = None


class RosterCommittee(NamedTuple):
    """A committee and its branches, in the order of the roster."""

    id: str
    name: str
    kind: CommitteeKind
    branches: Sequence[RosterBranch]
