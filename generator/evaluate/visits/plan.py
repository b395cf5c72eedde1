"""The best plan of visits, or the constraints that clash."""

from __future__ import annotations

from typing import NamedTuple

from generator.evaluate.visits.clashes import Clash, clashes
from generator.evaluate.visits.constraints import NamedConstraints
from generator.evaluate.visits.flow import VisitFlow
from generator.evaluate.visits.ties import settle_ties
from generator.evaluate.visits.values import VisitPlan, VisitTask


class PlannedVisits(NamedTuple):
    """A plan, by the branch's id in order; empty where constraints clash, each set of them minimal."""

    plan: VisitPlan
    clashes: tuple[Clash, ...] = ()


class PlanWorth(NamedTuple):
    """How good a plan is, by the levels of the objective: `gain` is to be great, the others small."""

    gain: int
    own: int
    squares: int


def plan_visits(task: VisitTask) -> PlannedVisits:
    """The best plan for a task: the same for any order of its branches, points and slots."""
    named = NamedConstraints(task)
    if found := clashes(named):
        return PlannedVisits({}, found)
    flow = VisitFlow(named.network(-1), named.hosts, *_costs(named))
    for guest in range(len(named.guests)):
        flow.add(guest)
    settle_ties(flow)
    return PlannedVisits({named.guests[guest].id: named.slots[slot] for guest, slot in sorted(flow.places.items())})


def worth(task: VisitTask, plan: VisitPlan) -> PlanWorth:
    """How good a plan is; it may break constraints, and name branches and points that take no part."""
    guests, points = {row.id: row for row in task.guests}, {row.id: row for row in task.points}
    pairs = [(guests[id], points[slot.point]) for id, slot in plan.items() if id in guests and slot.point in points]
    loads = [sum(host is point for _, host in pairs) for point in task.points]
    own = sum(guest.committee == host.committee for guest, host in pairs) if task.shun else 0
    return PlanWorth(sum(guest.gain(host) for guest, host in pairs), own, sum(load * load for load in loads))


def _costs(named: NamedConstraints) -> tuple[list[list[int]], int]:
    """What a visit costs by branch and point, and a guest beyond those that a point has to receive.

    One step of a level outweighs all that the levels below can sum up to.
    """
    many, shun = len(named.guests), named.task.shun
    gains = [[guest.gain(point) for point in named.points] for guest in named.guests]
    most = max((gain for row in gains for gain in row), default=0)
    own_step = many * many + 1
    gain_step = (many + 1) * own_step
    costs = [
        [(most - gain) * gain_step + (shun and guest.committee == point.committee) * own_step
         for gain, point in zip(row, named.points, strict=True)]
        for guest, row in zip(named.guests, gains, strict=True)
    ]  # fmt: skip
    return costs, (many * most + 1) * gain_step
