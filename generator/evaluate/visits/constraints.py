"""The constraints of a plan by name, and which of them bars which branch from which slot.

That no branch visits itself, that it goes out once and that a visit falls on an opening of the point are no constraints:
they are what a visit is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from generator.evaluate.visits.values import GuestBranch, HostPoint, VisitSlot, VisitTask


class ConstraintKind(StrEnum):
    """What is demanded, in the order in which constraints are told."""

    GOES = "出行"
    RECEIVES = "接待"
    SIZE = "每批支部"
    BATCHES = "批次"
    KINDS = "类型"
    COMMITTEES = "党委"
    OWN = "本党委"
    SEEN = "看过"
    AWAY = "不便"
    HOME = "接待时不出行"
    FIXED = "商定"


class NamedConstraint(NamedTuple):
    """One demand; `about` is the id of the branch or the point, empty where it holds for all alike."""

    kind: ConstraintKind
    about: str = ""


class Network(NamedTuple):
    """The choices that are left under some constraints, branches, slots and points by their number.

    `open` are the slots of each branch as bits, `sizes` the capacity of each slot, `least` what each point has to
    receive, `obliged` the branches that have to go.
    """

    open: tuple[int, ...]
    sizes: tuple[int, ...]
    least: tuple[int, ...]
    obliged: frozenset[int]


@dataclass(frozen=True)
class NamedConstraints:
    """A task in the order of ids, its constraints, and for every branch and slot those that bar it, as bits."""

    task: VisitTask

    @cached_property
    def guests(self) -> tuple[GuestBranch, ...]:
        """The branches by id."""
        return tuple(sorted(self.task.guests, key=lambda row: row.id))

    @cached_property
    def points(self) -> tuple[HostPoint, ...]:
        """The points by id."""
        return tuple(sorted(self.task.points, key=lambda row: row.id))

    @cached_property
    def slots(self) -> tuple[VisitSlot, ...]:
        """Every opening of every point, and what people have agreed on beside: by day, hour and point."""
        ids = {row.id for row in self.points}
        agreed = {row.fixed for row in self.guests if row.fixed is not None and row.fixed.point in ids}
        return tuple(sorted(agreed.union(*(row.slots for row in self.points))))

    @cached_property
    def hosts(self) -> tuple[int, ...]:
        """The number of the point of each slot."""
        numbers = {row.id: number for number, row in enumerate(self.points)}
        return tuple(numbers[row.point] for row in self.slots)

    @cached_property
    def names(self) -> tuple[NamedConstraint, ...]:
        """Every constraint that there is, by kind and id."""
        order = {kind: number for number, kind in enumerate(ConstraintKind)}
        return tuple(sorted(_names(self), key=lambda row: (order[row.kind], row.about)))

    @cached_property
    def bits(self) -> dict[NamedConstraint, int]:
        """The bit of each constraint."""
        return {row: 1 << number for number, row in enumerate(self.names)}

    @cached_property
    def bars(self) -> tuple[Mapping[int, int], ...]:
        """For each branch its slots, as bits, by the bits of the constraints that bar the visit there; its own are left out."""
        return tuple(self._by_bars(guest) for guest in self.guests)

    @cached_property
    def used(self) -> frozenset[VisitSlot]:
        """The slots that count as batches: those agreed on, then the earliest, as many as the point gives."""
        agreed = {row.fixed for row in self.guests if row.fixed is not None}
        kept: list[VisitSlot] = []
        for number, point in enumerate(self.points):
            own = [row for row, host in zip(self.slots, self.hosts, strict=True) if host == number]
            kept += sorted(own, key=lambda row: (row not in agreed, row))[: point.batches]
        return frozenset(kept)

    def network(self, demanded: int) -> Network:
        """What is left under the constraints whose bits are set."""
        points, bits = self.points, self.bits
        every = len(self.guests)

        def holds(kind: ConstraintKind, id: str) -> bool:
            return bool(demanded & bits.get(NamedConstraint(kind, id), 0))

        sizes = [row.size if holds(ConstraintKind.SIZE, row.id) else every for row in points]
        return Network(
            open=tuple(sum(slots for bar, slots in row.items() if not bar & demanded) for row in self.bars),
            sizes=tuple(sizes[host] for host in self.hosts),
            least=tuple(row.least if holds(ConstraintKind.RECEIVES, row.id) else 0 for row in points),
            obliged=frozenset(n for n, row in enumerate(self.guests) if holds(ConstraintKind.GOES, row.id)),
        )

    def _by_bars(self, guest: GuestBranch) -> Mapping[int, int]:
        bit, found = self.bits, defaultdict[int, int](int)
        whole = {row.id: sum(bit[each] for each in barred_points(self.task, guest, row)) for row in self.points}
        home = [row for row in self.used if row.point == guest.id]
        for number, slot in enumerate(self.slots):
            if slot.point != guest.id:
                bars = whole[slot.point] + sum(bit[each] for each in barred_slot(guest, slot, home))
                late = 0 if slot in self.used else bit[NamedConstraint(ConstraintKind.BATCHES, slot.point)]
                found[bars + late] |= 1 << number
        return found


def _names(given: NamedConstraints) -> Iterator[NamedConstraint]:
    hosts = {row.id for row in given.points}
    asked = [pair for row in given.points for pair in _of_point(row)]
    asked += [pair for row in given.guests for pair in _of_guest(row, host=row.id in hosts)]
    yield from (name for name, there in asked if there)
    if not given.task.own:
        yield NamedConstraint(ConstraintKind.OWN)


def _of_point(point: HostPoint) -> Iterator[tuple[NamedConstraint, bool]]:
    yield NamedConstraint(ConstraintKind.SIZE, point.id), True
    yield NamedConstraint(ConstraintKind.RECEIVES, point.id), point.least > 0
    yield NamedConstraint(ConstraintKind.BATCHES, point.id), point.batches is not None
    yield NamedConstraint(ConstraintKind.KINDS, point.id), bool(point.kinds)
    yield NamedConstraint(ConstraintKind.COMMITTEES, point.id), bool(point.committees)


def _of_guest(guest: GuestBranch, *, host: bool) -> Iterator[tuple[NamedConstraint, bool]]:
    yield NamedConstraint(ConstraintKind.GOES, guest.id), True
    yield NamedConstraint(ConstraintKind.SEEN, guest.id), bool(guest.seen)
    yield NamedConstraint(ConstraintKind.AWAY, guest.id), bool(guest.away)
    yield NamedConstraint(ConstraintKind.HOME, guest.id), host
    yield NamedConstraint(ConstraintKind.FIXED, guest.id), guest.fixed is not None


def barred_points(task: VisitTask, guest: GuestBranch, point: HostPoint) -> Iterator[NamedConstraint]:
    """The constraints that bar a branch from a point, whatever the slot."""
    if point.kinds and guest.kind not in point.kinds:
        yield NamedConstraint(ConstraintKind.KINDS, point.id)
    if point.committees and guest.committee not in point.committees:
        yield NamedConstraint(ConstraintKind.COMMITTEES, point.id)
    if not task.own and guest.committee == point.committee:
        yield NamedConstraint(ConstraintKind.OWN)
    if point.id in guest.seen:
        yield NamedConstraint(ConstraintKind.SEEN, guest.id)


def barred_slot(guest: GuestBranch, slot: VisitSlot, home: Iterable[VisitSlot]) -> Iterator[NamedConstraint]:
    """The constraints that bar a branch from a slot; `home` are the slots in which it receives others itself."""
    if any(span.since <= slot.on <= span.until for span in guest.away):
        yield NamedConstraint(ConstraintKind.AWAY, guest.id)
    if any(slot.overlaps(own) for own in home):
        yield NamedConstraint(ConstraintKind.HOME, guest.id)
    if guest.fixed not in (None, slot):
        yield NamedConstraint(ConstraintKind.FIXED, guest.id)
