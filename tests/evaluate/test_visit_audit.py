"""A plan changed by hand: which constraint each change breaks, and which it does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.evaluate.visits.audit import audit
from generator.evaluate.visits.rounds import find_gaps
from generator.evaluate.visits.values import AwaySpan, VisitSlot, VisitTask
from generator.model.finding import Assessment, Finding, Verdict
from generator.model.kinds import Duty, Part
from generator.model.period import Period
from tests.evaluate.visit_tasks import guest, point, slot, task


def told(given: VisitTask, plan: dict[str, VisitSlot]) -> list[str]:
    return [f"{row.constraint.kind} {row.constraint.about}: {','.join(row.visits)}" for row in audit(given, plan)]


GUESTS = [guest("a"), guest("b"), guest("c")]
AWAY = (AwaySpan(date(2019, 11, 5), date(2019, 11, 5)),)


def test_a_plan_that_holds_is_told_nothing_about() -> None:
    given = task(GUESTS, [point("p", 1, 2, size=2, batches=2, least=3, kinds=frozenset({"教师"}))], own=False)
    assert told(given, {"a": slot("p", 1), "b": slot("p", 1), "c": slot("p", 4, "08:00", "09:00")}) == []


@pytest.mark.parametrize(
    ("fields", "days", "expected"),
    [
        ({"size": 2}, (1, 1, 1), "每批支部 p: a,b,c"),
        ({"size": 3, "batches": 2}, (1, 2, 3), "批次 p: a,b,c"),
        ({"size": 3, "kinds": frozenset({"学生"})}, (1, 1, 1), "类型 p: a,b,c"),
        ({"size": 3, "committees": frozenset({"z"})}, (1, 1, 1), "党委 p: a,b,c"),
        ({"size": 3, "committee": "y"}, (1, 1, 1), "本党委 : a,b,c"),
        ({"size": 3, "least": 4}, (1, 1, 1), "接待 p: "),
    ],
)
def test_what_a_point_does_not_take(fields: dict[str, Any], days: tuple[int, ...], expected: str) -> None:
    plan = {row.id: slot("p", day) for row, day in zip(GUESTS, days, strict=True)}
    assert told(task(GUESTS, [point("p", 1, 2, 3, **fields)], own=False), plan) == [expected]


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({"away": AWAY}, 1, ["不便 a: a"]),
        ({"away": AWAY}, 2, []),
        ({"seen": frozenset({"p"})}, 1, ["看过 a: a"]),
        ({"seen": frozenset({"q"})}, 1, []),
    ],
)
def test_what_a_branch_cannot_do(fields: dict[str, Any], day: int, expected: list[str]) -> None:
    assert told(task([guest("a", **fields)], [point("p", 1, 2)]), {"a": slot("p", day)}) == expected


def test_a_host_is_at_home_only_while_somebody_comes() -> None:
    given = task([guest("p"), guest("a")], [point("p", 1, 2), point("q", 1)])
    assert told(given, {"p": slot("q", 1), "a": slot("p", 1)}) == ["接待时不出行 p: p"]
    assert told(given, {"p": slot("q", 1), "a": slot("p", 2)}) == []


def test_who_has_no_place_is_told() -> None:
    assert told(task(GUESTS, [point("p", 1, size=3)]), {"b": slot("p", 1)}) == ["出行 a: ", "出行 c: "]


def test_gaps_are_a_branchs_own_and_of_several_on_a_standard_the_gravest() -> None:
    def found(standard: str, verdict: Verdict, duty: Duty = Duty.BRANCH) -> Finding:
        return Finding(standard, f"{standard}.1", Part.QUANTITATIVE, duty, Period.year(2019), verdict, "")

    rows = (
        found("3.1", Verdict.ADVISORY),
        found("3.1", Verdict.UNMET),
        found("3.1", Verdict.DUE_SOON),
        found("3.2", Verdict.NO_RECORD),
        found("3.3", Verdict.MET),
        found("3.4", Verdict.AWAITING_REVIEW),
        found("3.5", Verdict.ADVISORY),
        found("3.6", Verdict.DUE_SOON),
        found("6.3", Verdict.UNMET, Duty.COMMITTEE),
    )
    assessment = Assessment(branch="a", year=2019, as_of=date(2019, 11, 25), standard_set="", findings=rows)
    assert find_gaps(assessment) == {"3.1": Verdict.UNMET, "3.5": Verdict.ADVISORY, "3.6": Verdict.DUE_SOON}
