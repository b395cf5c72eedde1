"""Of all plans with the best sums the one that is first by ids: visits are exchanged along paths of cost zero."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from generator.evaluate.visits.flow import VisitFlow
from generator.evaluate.visits.matching import bits_of


def settle_ties(flow: VisitFlow) -> None:
    """Give each branch in turn the earliest slot that it has in any plan as good, those before it staying where they are."""
    exchange = _Exchange(flow)
    for guest in sorted(flow.places):
        exchange.settle(guest)


class _Exchange:
    """Which slots are as good for a branch, by the potentials of the flow; `_loose` are those not yet settled."""

    def __init__(self, flow: VisitFlow) -> None:
        self._flow = flow
        self._good = {guest: tuple(self._as_good(guest)) for guest in flow.places}
        self._wanted = [0] * len(flow.hosts)  # by slot, the branches for which it is as good, as bits
        for guest, slots in self._good.items():
            for slot in slots:
                self._wanted[slot] |= 1 << guest
        self._loose = reduce(or_, (1 << guest for guest in flow.places), 0)

    def settle(self, guest: int) -> None:
        """Take a branch to the first slot of those from which a path of cost zero leads to where it is."""
        flow, place = self._flow, self._flow.places[guest]
        self._loose &= ~(1 << guest)
        if self._good[guest][0] == place:
            return
        leads = self._leading_to(place)
        best = next(slot for slot in self._good[guest] if slot in leads)
        moves = [(guest, best)]
        node = best
        while node != place:
            node, mover = leads[node]
            if mover >= 0:
                moves.append((mover, node))
        for each, slot in reversed(moves):
            flow.move(each, slot)

    def _as_good(self, guest: int) -> Iterator[int]:
        """The slots at the least cost less potential: that of the branch's own place."""
        flow, own = self._flow, self._flow.places[guest]
        costs, potentials = flow.costs[guest], flow.potentials
        least = costs[flow.hosts[own]] - potentials[own]
        slots = sorted(slot for choice in flow.choices(guest) for slot in choice.slots)
        return (slot for slot in slots if costs[flow.hosts[slot]] - potentials[slot] == least)

    def _leading_to(self, place: int) -> dict[int, tuple[int, int]]:
        """The nodes from which paths lead to a slot: for each the next node, and who moves there (-1: nobody)."""
        found: dict[int, tuple[int, int]] = {place: (place, -1)}
        waiting, asked = [place], 0
        slots = len(self._flow.hosts)
        for node in waiting:
            if node < slots:
                movers = self._wanted[node] & self._loose & ~asked
                asked |= movers
                before = [(self._flow.places[mover], mover) for mover in bits_of(movers)]
            else:
                before = []
            before += [(each, -1) for each in self._free_steps(node)]
            for each, mover in before:
                if each not in found:
                    found[each] = (node, mover)
                    waiting.append(each)
        return found

    def _free_steps(self, node: int) -> Iterator[int]:
        """The nodes from which a step without a mover leads to a node at no cost."""
        flow, slots = self._flow, len(self._flow.hosts)
        equal = flow.potentials[node]
        if node < slots:
            point = slots + flow.hosts[node]
            if flow.inside[node] and flow.potentials[point] == equal:
                yield point
        elif node < flow.sink:
            point = node - slots
            yield from (s for s in flow.slots_of[point] if flow.room(s) and flow.potentials[s] == equal)
            if flow.loads[point] and flow.potentials[flow.sink] - flow.marginal(point, flow.loads[point] - 1) == equal:
                yield flow.sink
        else:
            for point, load in enumerate(flow.loads):
                if flow.potentials[slots + point] + flow.marginal(point, load) == equal:
                    yield slots + point
