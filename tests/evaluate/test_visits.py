"""Plans of visits: what is best, said by literal tasks, by all plans of tiny ones, and by another solver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random
from time import process_time
from typing import Any

import pytest

from generator.evaluate.visits.constraints import ConstraintKind, NamedConstraint
from generator.evaluate.visits.plan import plan_visits, worth
from generator.evaluate.visits.values import AwaySpan, HostPoint, VisitPlan, VisitTask
from tests.evaluate.visit_tasks import START, guest, model, point, random_task, slot, task


def places(given: VisitTask) -> dict[str, tuple[str, int]]:
    """The point and the day of each branch; a plan has to be possible."""
    planned = plan_visits(given)
    assert planned.clashes == ()
    return {id: (at.point, (at.on - START).days) for id, at in planned.plan.items()}


def levels(given: VisitTask) -> list[int]:
    found = worth(given, plan_visits(given).plan)
    return [-found.gain, found.own, found.squares]


def test_a_branch_goes_where_most_of_its_gaps_are_shown() -> None:
    points = [point("p", 1, shows=frozenset({"3.1"})), point("q", 1, shows=frozenset({"3.1", "3.5"}))]
    assert places(task([guest("a", gaps={"3.1": 1, "3.5": 1})], points)) == {"a": ("q", 1)}


def test_one_great_gap_counts_as_its_weight_says() -> None:
    points = [point("p", 1, shows=frozenset({"3.2"})), point("q", 1, shows=frozenset({"3.1", "3.5"}))]
    gaps = {"3.1": 1, "3.5": 1}
    assert places(task([guest("a", gaps={**gaps, "3.2": 3})], points)) == {"a": ("p", 1)}
    assert places(task([guest("a", gaps={**gaps, "3.2": 2})], points)) == {"a": ("p", 1)}  # equal: by id
    assert places(task([guest("a", gaps={**gaps, "3.2": 1})], points)) == {"a": ("q", 1)}


def test_the_sum_counts_and_not_who_comes_first() -> None:
    points = [point("p", 1, shows=frozenset({"3.1", "3.5"})), point("q", 1, shows=frozenset({"3.1"}))]
    guests = [guest("a", gaps={"3.1": 1}), guest("b", gaps={"3.1": 1, "3.5": 1})]
    assert places(task(guests, points)) == {"a": ("q", 1), "b": ("p", 1)}


def test_among_equal_gains_nobody_stays_within_its_committee() -> None:
    points = [point("p", 1, committee="y"), point("q", 9, committee="x")]
    assert places(task([guest("a")], points)) == {"a": ("q", 9)}
    assert places(task([guest("a")], points, shun=False)) == {"a": ("p", 1)}
    assert places(task([guest("a", gaps={"3.1": 1})], [replace(points[0], shows=frozenset({"3.1"})), points[1]])) == {
        "a": ("p", 1)
    }


def test_then_the_points_have_even_loads_and_their_earliest_slots_are_filled() -> None:
    points = [point("p", 1, 2, 3, size=2), point("q", 1, 2, 3, size=2)]
    found = places(task([guest(id) for id in "abcd"], points))
    assert found == {"a": ("p", 1), "b": ("p", 1), "c": ("q", 1), "d": ("q", 1)}


def test_a_point_receives_what_it_has_to_although_nothing_is_learnt_there() -> None:
    points = [point("p", 1, shows=frozenset({"3.1"}), size=2), point("q", 1)]
    guests = [guest("a", gaps={"3.1": 3}), guest("b", gaps={"3.1": 1})]
    assert places(task(guests, points)) == {"a": ("p", 1), "b": ("p", 1)}
    assert places(task(guests, [points[0], replace(points[1], least=1)])) == {"a": ("p", 1), "b": ("q", 1)}


def test_a_host_goes_out_too_but_not_to_itself_nor_while_it_is_open() -> None:
    points = [point("p", 1, 2), point("q", 1)]
    assert places(task([guest("p")], [points[0], point("q", 1, 3)])) == {"p": ("q", 3)}
    assert plan_visits(task([guest("p")], points)).plan == {}
    assert places(task([guest("p")], [point("p", 2), point("q", 1)])) == {"p": ("q", 1)}


@pytest.mark.parametrize(
    ("since", "until", "free"), [("16:00", "17:00", True), ("15:59", "17:00", False), ("13:00", "14:30", True)]
)
def test_two_openings_that_only_touch_are_both_possible(since: str, until: str, free: bool) -> None:
    own = HostPoint(id="p", committee="x", slots=(slot("p", 1),))
    other = HostPoint(id="q", committee="x", slots=(slot("q", 1, since, until),))
    assert bool(plan_visits(task([guest("p")], [own, other])).plan) is free


def test_what_people_have_agreed_on_stays_at_an_hour_that_is_no_opening_too() -> None:
    agreed = slot("p", 4, "09:00", "10:00")
    found = plan_visits(task([guest("a", fixed=agreed), guest("b")], [point("p", 1, 2, batches=2)])).plan
    assert found == {"a": agreed, "b": slot("p", 1)}


def test_days_away_count_with_their_first_and_last() -> None:
    away = (AwaySpan(date(2019, 11, 5), date(2019, 11, 6)),)
    assert places(task([guest("a", away=away)], [point("p", 0, 1, 2, 3)])) == {"a": ("p", 0)}
    assert places(task([guest("a", away=away)], [point("p", 1, 2, 3)])) == {"a": ("p", 3)}


def every_plan(given: VisitTask) -> Iterator[VisitPlan]:
    """All plans that keep the constraints: the choices of the second formulation, one by one."""
    pairs = model(given).pairs
    own = [[at for branch, at in pairs if branch is each] for each in given.guests]
    sizes = {row.id: row.size for row in given.points}
    for chosen in product(*own):
        full = any(chosen.count(at) > sizes[at.point] for at in chosen)
        if not full and all(sum(at.point == row.id for at in chosen) >= row.least for row in given.points):
            yield {branch.id: at for branch, at in zip(given.guests, chosen, strict=True)}


@pytest.mark.parametrize("seed", range(60))
def test_of_all_plans_of_a_tiny_task_it_is_the_first(seed: int) -> None:
    """By gain, own committee, squares and then by ids: no other plan comes before it."""
    given = random_task(seed, guests=4, points=2, slots=2, size=1 + seed % 3)

    def place(plan: VisitPlan) -> Any:
        found = worth(given, plan)
        return (-found.gain, found.own, found.squares, [plan[id] for id in sorted(plan)])

    assert plan_visits(given).plan == min(every_plan(given), key=place, default={})


def test_tiny_tasks_are_possible_and_impossible_ones() -> None:
    found = [bool(plan_visits(random_task(seed, 4, 2, 2, size=1 + seed % 3)).plan) for seed in range(60)]
    assert 15 < sum(found) < 50


@pytest.mark.parametrize("seed", range(50))
def test_another_formulation_has_the_same_optimum(seed: int) -> None:
    given = random_task(seed, guests=12 + seed % 8, points=3 + seed % 3, slots=4, size=2)
    best = model(given).best()
    assert best == (levels(given) if plan_visits(given).plan else None)


def test_it_is_the_same_in_any_order() -> None:
    given = random_task(7, guests=60, points=6, slots=6, size=2)
    first = plan_visits(given)
    assert len(first.plan) == 60
    for seed in range(20):
        assert plan_visits(shuffled(given, Random(seed))) == first


def shuffled(given: VisitTask, random: Random) -> VisitTask:
    points = [replace(row, slots=tuple(random.sample(row.slots, len(row.slots)))) for row in given.points]
    guests = [replace(row, gaps=dict(random.sample(list(row.gaps.items()), len(row.gaps)))) for row in given.guests]
    return replace(
        given, guests=tuple(random.sample(guests, len(guests))), points=tuple(random.sample(points, len(points)))
    )


@pytest.mark.load
def test_four_hundred_branches_in_ten_seconds_and_within_a_hundredth(load: Callable[[int], int]) -> None:
    """400 branches, 20 points, 12 slots each; the bound is that of the program without whole numbers."""
    given = random_task(3, guests=load(400), points=max(4, load(200) // 10), slots=12, size=2)
    start = process_time()
    found = plan_visits(given)
    spent = process_time() - start
    assert len(found.plan) == load(400)
    assert spent < 10
    bound = model(given).best(levels=1, whole=False)
    assert bound is not None
    gain = worth(given, found.plan).gain
    assert gain <= -bound[0] <= gain * 1.01


DAY = (AwaySpan(date(2019, 11, 5), date(2019, 11, 5)),)
TWO = [guest("a"), guest("b")]

IMPOSSIBLE = {
    "no room": (task(TWO, [point("p", 1)]), "出行 a,出行 b,每批支部 p"),
    "no room because some slots are not given": (
        task([*TWO, guest("c")], [point("p", 1, 2, batches=1, size=2)]),
        "出行 a,出行 b,出行 c,每批支部 p,批次 p",
    ),
    "no point receives its kind": (
        task([guest("a", kind="学生"), guest("b")], [point("p", 1, kinds=frozenset({"教师"}), size=5)]),
        "出行 a,类型 p",
    ),
    "no point receives its committee": (
        task([guest("a"), guest("b", committee="z")], [point("p", 1, committees=frozenset({"z"}), size=5)]),
        "出行 a,党委 p",
    ),
    "its own committee has the only point": (task([guest("a", committee="x")], [point("p", 1)], own=False), "出行 a,本党委"),
    "it has seen the only point that is open on its days": (
        task([guest("a", seen=frozenset({"p"}), away=DAY)], [point("p", 2), point("q", 1)]),
        "出行 a,看过 a,不便 a",
    ),
    "it is at home whenever the other is open": (task([guest("p")], [point("p", 1), point("q", 1)]), "出行 p,接待时不出行 p"),
    "agreed on a slot that is full": (
        task([guest("a", fixed=slot("p", 1)), guest("b", fixed=slot("p", 1))], [point("p", 1, 2)]),
        "出行 a,出行 b,每批支部 p,商定 a,商定 b",
    ),
    "more to receive than branches there are": (
        task(TWO, [point("p", 1, least=1), point("q", 1, least=2, size=2)]),
        "接待 p,接待 q",
    ),
    "none of the kind that a point has to receive": (
        task(TWO, [point("p", 1, size=2), point("q", 1, least=1, kinds=frozenset({"离退休"}))]),
        "接待 q,类型 q",
    ),
    "agreed on a day on which it is away": (
        task([guest("a", away=DAY, fixed=slot("p", 1))], [point("p", 1, 2)]),
        "出行 a,不便 a,商定 a",
    ),
    "three compete for two places, a fourth has its own": (
        task([*TWO, guest("c"), guest("d", kind="学生")], [point("p", 1, kinds=frozenset({"教师"}), size=2), point("q", 1, kinds=frozenset({"学生"}), size=2)]),
        "出行 a,出行 b,出行 c,每批支部 p,类型 q",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_clashes_is_named_and_none_of_it_can_be_spared(name: str) -> None:
    given, expected = IMPOSSIBLE[name]
    (found,) = plan_visits(given).clashes
    assert ",".join(f"{row.kind} {row.about}".strip() for row in found) == expected
    assert model(given).best(levels=1) is None
    assert [row for row in found if not solvable_without(given, row)] == []


def solvable_without(given: VisitTask, demand: NamedConstraint) -> bool:
    """Whether the second formulation finds a plan for the whole task with one demand less."""
    return model(given, demand).best(levels=1) is not None


def test_two_clashes_are_both_told() -> None:
    points = [point("p", 1, kinds=frozenset({"教师"})), point("q", 1, committees=frozenset({"z"}))]
    found = plan_visits(task([guest("a", kind="学生"), guest("b"), guest("c")], points)).clashes
    assert [[f"{row.kind} {row.about}" for row in each] for each in found] == [
        ["出行 a", "类型 p", "党委 q"],
        ["出行 b", "出行 c", "每批支部 p", "党委 q"],
    ]


def test_without_any_point_a_branch_alone_is_named() -> None:
    assert plan_visits(task([guest("a")], [])).clashes == ((NamedConstraint(ConstraintKind.GOES, "a"),),)


def test_the_worth_of_a_plan_by_hand_passes_over_strangers() -> None:
    given = task([guest("a", gaps={"3.1": 2})], [point("p", 1, shows=frozenset({"3.1"}))])
    plan = {"a": slot("p", 1), "b": slot("p", 1), "c": slot("r", 1)}
    assert worth(given, plan) == (2, 0, 1)
