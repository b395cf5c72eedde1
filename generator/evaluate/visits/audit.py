"""A plan as people have changed it: which of its visits break which constraint, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.evaluate.visits.constraints import ConstraintKind, NamedConstraint, barred_points, barred_slot
from generator.evaluate.visits.values import GuestBranch, HostPoint, VisitPlan, VisitSlot, VisitTask


class BrokenConstraint(NamedTuple):
    """A constraint that a plan breaks: the visits in which it does, by the branch's id; none where something is missing."""

    constraint: NamedConstraint
    visits: tuple[str, ...] = ()


def audit(task: VisitTask, plan: VisitPlan) -> tuple[BrokenConstraint, ...]:
    """What is wrong with a plan, by kind of constraint and id.  Its branches and points have to be those of the task.

    That a visit falls on no opening of the point is no fault: people may agree on another hour.  A host is at home in
    the slots in which it is visited.
    """
    order = {kind: number for number, kind in enumerate(ConstraintKind)}
    found = [*_missing(task, plan), *_singly(task, plan), *_together(task, plan)]
    return tuple(sorted(found, key=lambda row: (order[row.constraint.kind], row.constraint.about)))


def _missing(task: VisitTask, plan: VisitPlan) -> Iterator[BrokenConstraint]:
    for guest in task.guests:
        if guest.id not in plan:
            yield BrokenConstraint(NamedConstraint(ConstraintKind.GOES, guest.id))
    for point in task.points:
        if len(_received(plan, point)) < point.least:
            yield BrokenConstraint(NamedConstraint(ConstraintKind.RECEIVES, point.id))


def _singly(task: VisitTask, plan: VisitPlan) -> Iterator[BrokenConstraint]:
    """Constraints that a single visit breaks, gathered by constraint."""
    points = {row.id: row for row in task.points}
    found: dict[NamedConstraint, list[str]] = {}
    for guest in sorted(task.guests, key=lambda row: row.id):
        if slot := plan.get(guest.id):
            for each in _broken_by(task, guest, points[slot.point], slot, plan):
                found.setdefault(each, []).append(guest.id)
    return (BrokenConstraint(name, tuple(visits)) for name, visits in found.items())


def _broken_by(
    task: VisitTask, guest: GuestBranch, point: HostPoint, slot: VisitSlot, plan: VisitPlan
) -> Iterator[NamedConstraint]:
    yield from barred_points(task, guest, point)
    yield from barred_slot(guest, slot, {each for each in plan.values() if each.point == guest.id})


def _together(task: VisitTask, plan: VisitPlan) -> Iterator[BrokenConstraint]:
    """Constraints on what a point receives in all."""
    for point in task.points:
        received = _received(plan, point)
        by_slot: dict[VisitSlot, list[str]] = {}
        for id, slot in received.items():
            by_slot.setdefault(slot, []).append(id)
        for _, ids in sorted(by_slot.items()):
            if len(ids) > point.size:
                yield BrokenConstraint(NamedConstraint(ConstraintKind.SIZE, point.id), tuple(sorted(ids)))
        if point.batches is not None and len(by_slot) > point.batches:
            yield BrokenConstraint(NamedConstraint(ConstraintKind.BATCHES, point.id), tuple(sorted(received)))


def _received(plan: VisitPlan, point: HostPoint) -> Mapping[str, VisitSlot]:
    return {id: slot for id, slot in plan.items() if slot.point == point.id}
