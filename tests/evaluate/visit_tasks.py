"""Tasks of visits for tests: literal and random ones, a second formulation for HiGHS, and tasks with a demand left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from random import Random
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from generator.evaluate.visits.constraints import ConstraintKind, NamedConstraint
from generator.evaluate.visits.values import AwaySpan, GuestBranch, HostPoint, VisitSlot, VisitTask

START = date(2019, 11, 4)
KINDS = ("教师", "机关", "学生", "离退休")
STANDARDS = [f"{aspect}.{number}" for aspect in range(1, 8) for number in range(1, 6)]


def slot(point: str, day: int, since: str = "14:30", until: str = "16:00") -> VisitSlot:
    """An opening, `day` days after Monday, 4 November."""
    return VisitSlot(START + timedelta(day), since, point, until)


def point(id: str, *days: int, **fields: Any) -> HostPoint:
    return HostPoint(id=id, **{"committee": "x", "slots": tuple(slot(id, day) for day in days), **fields})


def guest(id: str, **fields: Any) -> GuestBranch:
    return GuestBranch(id=id, **{"committee": "y", "kind": "教师", **fields})


def task(guests: Iterable[GuestBranch], points: Iterable[HostPoint], **fields: Any) -> VisitTask:
    return VisitTask(guests=tuple(guests), points=tuple(points), **fields)


def random_task(seed: int, guests: int, points: int, slots: int, *, size: int) -> VisitTask:
    """Branches with up to eight gaps of all standards, a third of them away for some days, and points among them."""
    random = Random(seed)
    ids = [f"b{number:03}" for number in range(guests)]
    committees = {id: f"c{random.randrange(max(2, guests // 16)):02}" for id in ids}
    hosts = sorted(random.sample(ids, points))
    days = range(slots * 5)
    return task(
        [
            GuestBranch(
                id=id,
                committee=committees[id],
                kind=random.choice(KINDS),
                gaps={each: random.randrange(1, 4) for each in random.sample(STANDARDS, random.randrange(9))},
                away=_away(random, days),
            )
            for id in ids
        ],
        [
            HostPoint(
                id=id,
                committee=committees[id],
                slots=tuple(slot(id, day, random.choice(("08:30", "14:30"))) for day in random.sample(days, slots)),
                shows=frozenset(random.sample(STANDARDS, 4)),
                size=size,
                least=random.randrange(2),
                kinds=frozenset(random.sample(KINDS, 3)) if random.random() < 0.3 else frozenset(),
            )
            for id in hosts
        ],
        shun=random.random() < 0.7,
    )


def _away(random: Random, days: range) -> tuple[AwaySpan, ...]:
    if random.random() < 0.7:
        return ()
    since = START + timedelta(random.choice(days))
    return (AwaySpan(since, since + timedelta(3)),)


class Model(NamedTuple):
    """A task as an integer program: a variable for every visit that is allowed, and one for every guest of a point.

    The n-th guest of a point costs 2n − 1; `levels` are what is to be small, one after the other.
    """

    pairs: list[tuple[GuestBranch, VisitSlot]]
    levels: list[np.ndarray]
    constraint: LinearConstraint

    def best(self, *, levels: int = 3, whole: bool = True) -> list[int] | None:
        """The least sum of each level, those before it kept; None where nothing fits.  Not `whole`: fractions may be."""
        constraints, found = [self.constraint], []
        for level in self.levels[:levels]:
            solved = milp(level, integrality=int(whole), bounds=Bounds(0, 1), constraints=constraints)
            if solved.status == 2:
                return None
            assert solved.status == 0, solved.message
            found.append(round(solved.fun))
            constraints.append(LinearConstraint(level[np.newaxis], -np.inf, found[-1] + 0.5))
        return found


def model(given: VisitTask, left_out: NamedConstraint | None = None) -> Model:
    """The task in HiGHS's terms, from the wording of the constraints and not from the program's own tables."""
    kind, id = left_out or (None, "")
    given = given if left_out is None else without(given, left_out)
    may_stay = {id} if kind is ConstraintKind.GOES else set[str]()
    points = {row.id: row for row in given.points}
    slots = {row.id: _given_slots(given, row) for row in given.points}
    pairs = [
        (branch, at)
        for branch in given.guests
        for at in chain.from_iterable(slots.values())
        if _allowed(
            given, branch, points[at.point], at, [] if kind is ConstraintKind.HOME else slots.get(branch.id, [])
        )
    ]
    units = [(row, n) for row in given.points for n in range(len(given.guests))]
    of_guest, of_slot = _group(branch.id for branch, _ in pairs), _group(at for _, at in pairs)
    of_point: dict[str, list[int]] = {}
    for at, columns in of_slot.items():
        of_point.setdefault(at.point, []).extend(columns)
    loads = _group(row.id for row, _ in units)
    rows: list[tuple[dict[int, int], float, float]] = [
        *((dict.fromkeys(of_guest.get(row.id, ()), 1), row.id not in may_stay, 1) for row in given.guests),
        *((dict.fromkeys(columns, 1), 0, points[at.point].size) for at, columns in of_slot.items()),
    ]
    for row in given.points:
        guests = dict.fromkeys(of_point.get(row.id, ()), 1)
        rows.append((guests, row.least, np.inf))
        rows.append((guests | {len(pairs) + column: -1 for column in loads[row.id]}, 0, 0))
    table = _table(rows, len(pairs) + len(units))
    gains = [-branch.gain(points[at.point]) for branch, at in pairs] + [0] * len(units)
    own = [int(given.shun and branch.committee == points[at.point].committee) for branch, at in pairs]
    squares = [0] * len(pairs) + [2 * n + 1 for _, n in units]
    bounds = ([low for _, low, _ in rows], [high for _, _, high in rows])
    return Model(
        pairs,
        [np.array(level, float) for level in (gains, own + [0] * len(units), squares)],
        LinearConstraint(table, *bounds),
    )


def _group(keys: Iterable[Any]) -> dict[Any, list[int]]:
    found: dict[Any, list[int]] = {}
    for number, key in enumerate(keys):
        found.setdefault(key, []).append(number)
    return found


def _table(rows: list[tuple[dict[int, int], float, float]], width: int) -> Any:
    data = [(value, number, column) for number, (row, _, _) in enumerate(rows) for column, value in row.items()]
    values, down, across = zip(*data, strict=True)
    return csr_array((values, (down, across)), shape=(len(rows), width))


def _given_slots(given: VisitTask, host: HostPoint) -> list[VisitSlot]:
    agreed = {row.fixed for row in given.guests if row.fixed and row.fixed.point == host.id}
    rest = sorted(set(host.slots) - agreed)
    return (sorted(agreed) + rest)[: host.batches]


def _allowed(given: VisitTask, branch: GuestBranch, host: HostPoint, at: VisitSlot, own: list[VisitSlot]) -> bool:
    return not (
        branch.id == host.id
        or (host.kinds and branch.kind not in host.kinds)
        or (host.committees and branch.committee not in host.committees)
        or (not given.own and branch.committee == host.committee)
        or host.id in branch.seen
        or any(span.since <= at.on <= span.until for span in branch.away)
        or any(at.overlaps(each) for each in own)
        or (branch.fixed is not None and branch.fixed != at)
    )


def without(given: VisitTask, demand: NamedConstraint) -> VisitTask:
    """The task with one of its demands left out, where its values can say so; 出行 and 接待时不出行 they cannot."""
    many = len(given.guests)
    kind, id = demand
    points: dict[ConstraintKind, dict[str, Any]] = {
        ConstraintKind.RECEIVES: {"least": 0},
        ConstraintKind.SIZE: {"size": many},
        ConstraintKind.BATCHES: {"batches": None},
        ConstraintKind.KINDS: {"kinds": frozenset()},
        ConstraintKind.COMMITTEES: {"committees": frozenset()},
    }
    guests: dict[ConstraintKind, dict[str, Any]] = {
        ConstraintKind.SEEN: {"seen": frozenset()},
        ConstraintKind.AWAY: {"away": ()},
        ConstraintKind.FIXED: {"fixed": None},
    }
    if kind is ConstraintKind.OWN:
        return replace(given, own=True)
    return replace(
        given,
        points=tuple(replace(row, **points.get(kind, {})) if row.id == id else row for row in given.points),
        guests=tuple(replace(row, **guests.get(kind, {})) if row.id == id else row for row in given.guests),
    )
