"""What a plan of visits is made from: plain values, without records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class VisitSlot(NamedTuple):
    """One opening of a point; slots are ordered by day, hour (`14:30`, as text) and the point's id."""

    on: date
    since: str
    point: str
    until: str

    def overlaps(self, other: VisitSlot) -> bool:
        """Whether nobody can be at both."""
        return self.on == other.on and self.since < other.until and other.since < self.until


class AwaySpan(NamedTuple):
    """Days, both included, on which a branch cannot go out."""

    since: date
    until: date


@dataclass(frozen=True, kw_only=True)
class HostPoint:
    """A 观摩点: the standards that its 看点 show, when it is open, and whom it receives.

    `size` is how many branches fit into one slot, `batches` how many slots it gives at most (the earliest ones; None:
    all), `least` how many branches it has to receive.  Of no `kinds` or `committees`, it receives all.
    """

    id: str
    committee: str
    slots: tuple[VisitSlot, ...]
    shows: frozenset[str] = frozenset()
    size: int = 1
    batches: int | None = None
    least: int = 0
    kinds: frozenset[str] = frozenset()
    committees: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class GuestBranch:
    """A branch that goes out once: the weight of its gaps by standard, the points that it has `seen` in earlier rounds.

    `away` are days on which it cannot go; `fixed` is the slot that people have agreed on.
    """

    id: str
    committee: str
    kind: str
    gaps: Mapping[str, int] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    away: tuple[AwaySpan, ...] = ()
    fixed: VisitSlot | None = None

    def gain(self, point: HostPoint) -> int:
        """What it would learn there: the weights of those gaps that the point's 看点 show."""
        return sum(weight for standard, weight in self.gaps.items() if standard in point.shows)


@dataclass(frozen=True, kw_only=True)
class VisitTask:
    """Everything that a plan is made from.

    `own` says whether a visit within one's own committee is allowed, `shun` whether it is to be avoided where it is.
    """

    guests: tuple[GuestBranch, ...]
    points: tuple[HostPoint, ...]
    own: bool = True
    shun: bool = True


VisitPlan = Mapping[str, VisitSlot]
"""Which slot each branch goes to, by the branch's id."""
