"""Which constraints make a task impossible: sets of which none can be spared, so that leaving out any one dissolves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from operator import or_

from generator.evaluate.visits.constraints import ConstraintKind, NamedConstraint, NamedConstraints
from generator.evaluate.visits.matching import bits_of, match_least, match_obliged

Clash = tuple[NamedConstraint, ...]
"""Constraints that cannot hold together, while any all but one can."""


def clashes(given: NamedConstraints) -> tuple[Clash, ...]:
    """Minimal sets of constraints that clash; none where a plan is possible.

    After a set is found, what its branches and points have to do (出行, 接待) is put aside, and the next is looked for.
    """
    return tuple(_clashes(given))


def _clashes(given: NamedConstraints) -> Iterator[Clash]:
    demanded = (1 << len(given.names)) - 1
    duties = _of_kind(given, ConstraintKind.GOES) | _of_kind(given, ConstraintKind.RECEIVES)
    while (found := _outward(given, demanded) or _inward(given, demanded)) != 0:
        yield tuple(name for name in given.names if given.bits[name] & found)
        demanded &= ~(found & duties)


def _outward(given: NamedConstraints, demanded: int) -> int:
    """A set that keeps branches from going out, as bits; 0 where there is none.

    The branches of an alternating tree are one more than their slots hold, and every one of them could be the one that
    stays at home: none can be spared.
    """
    tree = match_obliged(given.network(demanded), given.hosts).competing
    if not tree:
        return 0

    def competing(bits: int) -> frozenset[int]:
        return match_obliged(given.network(bits), given.hosts, tree).competing

    bearing = _of_kind(given, ConstraintKind.SIZE) | reduce(
        or_, (bars for each in tree for bars in given.bars[each]), 0
    )
    rest = _needed(0, bearing & demanded, lambda bits: not competing(bits))
    goes = (NamedConstraint(ConstraintKind.GOES, given.guests[each].id) for each in competing(rest))
    return rest | sum(given.bits[each] for each in goes)


def _inward(given: NamedConstraints, demanded: int) -> int:
    """A set that keeps points from receiving what they have to, as bits; 0 where there is none."""

    def holds(bits: int) -> bool:
        network = given.network(bits)
        return match_least(network, given.hosts).size == sum(network.least)

    return 0 if holds(demanded) else _needed(0, demanded & ~_of_kind(given, ConstraintKind.GOES), holds)


def _needed(given: int, bits: int, holds: Callable[[int], bool], *, tried: bool = False) -> int:
    """A minimal part of some constraints that cannot hold together with those `given` (Junker's QuickXplain, 2004).

    All of both cannot hold.  `tried` is whether those given alone can.
    """
    if not tried and not holds(given):
        return 0
    if bits.bit_count() == 1:
        return bits
    first = reduce(or_, (1 << each for each in list(bits_of(bits))[: bits.bit_count() // 2]))
    second = bits & ~first
    of_second = _needed(given | first, second, holds)
    return of_second | _needed(given | of_second, first, holds, tried=not of_second)


def _of_kind(given: NamedConstraints, kind: ConstraintKind) -> int:
    return sum(bit for name, bit in given.bits.items() if name.kind is kind)
