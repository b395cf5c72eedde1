"""The best sums: successive shortest paths over slots and points, with potentials, on integer costs.

A branch goes into a slot at the cost of that visit, the slot leads to its point, and the point to the sink: its n-th
guest costs 2n − 1, so that the whole is the square of its guests, and beyond what it has to receive more than all else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from generator.evaluate.visits.constraints import Network

_FAR = 1 << 100


class _Choice(NamedTuple):
    """The slots of one point that a branch may go to, and what a visit there costs."""

    point: int
    cost: int
    slots: tuple[int, ...]


class VisitFlow:
    """Branches are placed one by one, at the least cost of all that are placed so far.

    Nodes are slots by number, then points, then the sink; `potentials` are their distances, by which every step that is
    still open costs 0 or more: 0 is a step to another best plan.  `places` is the slot of each branch.
    """

    def __init__(self, network: Network, hosts: Sequence[int], costs: Sequence[Sequence[int]], beyond: int) -> None:
        """`costs` are those of a visit by branch and point, `beyond` of a guest more than a point has to receive."""
        self._sizes, self._least, self.hosts, self._beyond = network.sizes, network.least, hosts, beyond
        self.slots_of: list[list[int]] = [[] for _ in network.least]
        for slot, host in enumerate(hosts):
            self.slots_of[host].append(slot)
        self.costs = costs
        self._choices = [list(self._chosen(guest, mask)) for guest, mask in enumerate(network.open)]
        self.inside: list[set[int]] = [set() for _ in hosts]
        self.loads = [0] * len(network.least)
        self.places: dict[int, int] = {}
        self.sink = len(hosts) + len(network.least)
        self.potentials = [0] * (self.sink + 1)

    def _chosen(self, guest: int, mask: int) -> Iterator[_Choice]:
        for point, slots in enumerate(self.slots_of):
            if found := tuple(slot for slot in slots if mask >> slot & 1):
                yield _Choice(point, self.costs[guest][point], found)

    def room(self, slot: int) -> bool:
        """Whether another branch fits into the slot."""
        return len(self.inside[slot]) < self._sizes[slot]

    def marginal(self, point: int, guests: int) -> int:
        """What the next guest of a point that has that many costs."""
        return 2 * guests + 1 + (self._beyond if guests >= self._least[point] else 0)

    def move(self, guest: int, slot: int) -> None:
        """Take a branch to a slot, from where it is."""
        before = self.places.get(guest)
        if before is not None:
            self.inside[before].discard(guest)
            self.loads[self.hosts[before]] -= 1
        self.inside[slot].add(guest)
        self.loads[self.hosts[slot]] += 1
        self.places[guest] = slot

    def add(self, guest: int) -> None:
        """Place one more branch along a shortest path; a plan for it has to be possible."""
        search = _Search(self)
        search.from_guest(guest, 0, -1)
        search.run()
        nearest = search.keys[self.sink]
        for node, key in enumerate(search.keys):
            self.potentials[node] += min(key, nearest)
        for mover, slot in search.moves():
            self.move(mover, slot)

    def choices(self, guest: int) -> Sequence[_Choice]:
        """Where a branch may go."""
        return self._choices[guest]


class _Search:
    """One search of the shortest path from a branch to the sink (Dijkstra on distances less potentials)."""

    def __init__(self, flow: VisitFlow) -> None:
        self._flow = flow
        size = flow.sink + 1
        self._distances = [_FAR] * size
        self._farthest = [_FAR] * len(flow.slots_of)
        self.keys = [_FAR] * size
        self._came: list[tuple[int, int]] = [(-1, -1)] * size
        self._waiting: list[tuple[int, int]] = []

    def run(self) -> None:
        """Settle nodes by distance until the sink is."""
        slots = len(self._flow.hosts)
        while True:
            key, node = heappop(self._waiting)
            if key >= self.keys[node]:
                continue
            self.keys[node] = key
            if node == self._flow.sink:
                return
            if node < slots:
                self._from_slot(node)
            else:
                self._from_point(node - slots)

    def from_guest(self, guest: int, start: int, slot: int) -> None:
        """The slots that a branch, now in `slot`, can go to; those of one point are equally far."""
        distances, potentials = self._distances, self._flow.potentials
        for point, cost, slots in self._flow.choices(guest):
            distance = start + cost
            if distance >= self._farthest[point]:
                continue
            for new in slots:
                if distance < distances[new]:
                    distances[new] = distance
                    self._came[new] = (slot, guest)
                    heappush(self._waiting, (distance - potentials[new], new))
            self._farthest[point] = max(distances[each] for each in self._flow.slots_of[point])

    def moves(self) -> Iterator[tuple[int, int]]:
        """Who moves where, from the end of the path to its beginning."""
        node = self._flow.sink
        while node >= 0:
            before, mover = self._came[node]
            if mover >= 0:
                yield mover, node
            node = before

    def _from_slot(self, slot: int) -> None:
        flow, distance = self._flow, self._distances[slot]
        host = flow.hosts[slot]
        if flow.room(slot):
            self._reach(len(flow.hosts) + host, distance, slot)
        for guest in flow.inside[slot]:
            self.from_guest(guest, distance - flow.costs[guest][host], slot)

    def _from_point(self, point: int) -> None:
        flow, node = self._flow, len(self._flow.hosts) + point
        distance = self._distances[node]
        self._reach(flow.sink, distance + flow.marginal(point, flow.loads[point]), node)
        for slot in flow.slots_of[point]:
            if flow.inside[slot]:
                self._reach(slot, distance, node)

    def _reach(self, node: int, distance: int, before: int) -> None:
        if distance < self._distances[node]:
            self._distances[node] = distance
            self._came[node] = (before, -1)
            heappush(self._waiting, (distance - self._flow.potentials[node], node))
