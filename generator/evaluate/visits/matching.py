"""Whether a plan is possible at all: matchings of branches to slots by augmenting paths, sets of slots as bits.

Two questions suffice: can all that have to go out go, and can all points receive what they have to?  Where both can, one
plan does both (the theorem of Mendelsohn and Dulmage, 1958, for flows).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.evaluate.visits.constraints import Network


class Matching(NamedTuple):
    """How many found a slot; `competing` are branches, one more than the slots open to them hold, empty where all fit."""

    size: int
    competing: frozenset[int] = frozenset()


def match_obliged(network: Network, hosts: Sequence[int], among: Iterable[int] | None = None) -> Matching:
    """Places for those that have to go, or for some `among` all; it ends at the first that finds none.

    `hosts` is the number of the point of each slot.
    """
    places = _Places(network, hosts, [len(network.open)] * len(network.least))
    guests = sorted(network.obliged if among is None else among)
    for size, guest in enumerate(guests):
        if not places.add(guest):
            return Matching(size, frozenset(places.asked))
    return Matching(len(guests))


def match_least(network: Network, hosts: Sequence[int]) -> Matching:
    """As many guests for each point as it has to receive; every branch may go, none has to."""
    places = _Places(network, hosts, network.least)
    return Matching(sum(places.add(guest) for guest in range(len(network.open))))


class _Places:
    """Who is in which slot; `limits` are the most that each point takes."""

    def __init__(self, network: Network, hosts: Sequence[int], limits: Sequence[int]) -> None:
        self._open, self._sizes, self._hosts, self._limits = network.open, network.sizes, hosts, limits
        self._of_point: list[list[int]] = [[] for _ in limits]
        for slot, host in enumerate(hosts):
            self._of_point[host].append(slot)
        self._in: list[set[int]] = [set() for _ in hosts]
        self._at: dict[int, int] = {}
        self.asked: dict[int, int] = {}

    def add(self, guest: int) -> bool:
        """Place a branch, others moving on where that helps; if not, `asked` are all that were asked to."""
        came: dict[int, int] = {}  # by slot, who would move there
        seen = 0
        self.asked = {guest: -1}  # by branch, the slot that it would make room for
        waiting = [guest]
        for mover in waiting:
            for slot in bits_of(self._open[mover] & ~seen):
                seen |= 1 << slot
                came[slot] = mover
                leaving = self._leaving(slot)
                if leaving is None:
                    self._move(slot, came)
                    return True
                new = [each for each in leaving if each not in self.asked]
                self.asked |= dict.fromkeys(new, slot)
                waiting += new
        return False

    def _leaving(self, slot: int) -> list[int] | None:
        """Those of whom one has to leave for another to come; None where there is room."""
        if len(self._in[slot]) >= self._sizes[slot]:
            return sorted(self._in[slot])
        host = self._hosts[slot]
        there = sorted(each for own in self._of_point[host] for each in self._in[own])
        return there if len(there) >= self._limits[host] else None

    def _move(self, slot: int, came: dict[int, int]) -> None:
        while slot >= 0:
            mover = came[slot]
            if (before := self._at.get(mover)) is not None:
                self._in[before].discard(mover)
            self._in[slot].add(mover)
            self._at[mover] = slot
            slot = self.asked[mover]


def bits_of(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, the lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
