"""How a year went: by kind and period, by quarter, in hours."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.build.hours_reached import hours_reached
from generator.evaluate.checks import CHECKS
from generator.model.finding import Assessment, Finding, Verdict
from generator.model.kinds import ActivityKind, BranchKind, Duty, Part
from generator.model.period import Cycle, Period, periods
from generator.model.records.register import Register
from generator.model.standard_set import StandardSet
from generator.model.year_course import HoursReached, YearCourse, course_of, courses_together, meetings_asked

QUARTERS, MONTHS = periods(Cycle.QUARTER, 2019), periods(Cycle.MONTH, 2019)


def chosen(**asked: tuple[str, dict[str, object]]) -> StandardSet:
    """A set whose criteria are judged by these checks."""
    return StandardSet(
        id="",
        name="整理稿",
        version="1",
        valid_from=None,
        valid_until=None,
        kinds=tuple(BranchKind),
        standards=(),
        parameters={
            id.replace("_", "."): CHECKS[check].parameters.model_validate(given) for id, (check, given) in asked.items()
        },
    )


def finding(criterion: str, period: Period, verdict: Verdict, **more: Any) -> Finding:
    rest: dict[str, Any] = {"part": Part.QUANTITATIVE, "duty": Duty.BRANCH} | more
    return Finding(standard="3.1", criterion=criterion, period=period, verdict=verdict, reason="", **rest)


def assessed(*findings: Finding) -> Assessment:
    return Assessment(branch="b", year=2019, as_of=date(2019, 11, 25), standard_set="", findings=findings)


SET = chosen(
    _3_1_1=("频次", {"记录": "支部党员大会", "每": "季", "至少": "1"}),
    _3_2_1=("频次", {"记录": "支部委员会会议", "每": "月", "至少": "1"}),
    _3_4_2=("频次", {"记录": "党课", "每": "年", "至少": "1"}),
    _3_5_1=("频次", {"记录": "主题党日", "每": "月", "至少": "1"}),
)


def test_only_what_is_asked_within_the_year_is_one_of_the_meetings() -> None:
    assert meetings_asked(SET) == {
        ".3.1.1": ActivityKind.GENERAL_MEETING,
        ".3.2.1": ActivityKind.COMMITTEE_MEETING,
    }


def test_meetings_are_told_by_kind_and_period() -> None:
    course = course_of(
        assessed(
            finding(".3.1.1", QUARTERS[0], Verdict.MET),
            finding(".3.1.1", QUARTERS[1], Verdict.UNMET),
            finding(".3.2.1", MONTHS[0], Verdict.NOT_APPLICABLE),
            finding(".3.5.1", MONTHS[0], Verdict.MET),
        ),
        SET,
        HoursReached(),
    )
    assert course.meetings == {
        ActivityKind.GENERAL_MEETING: {"2019-Q1": Verdict.MET, "2019-Q2": Verdict.UNMET},
        ActivityKind.COMMITTEE_MEETING: {"2019-01": Verdict.NOT_APPLICABLE},
    }


def test_a_month_counts_in_its_quarter_and_what_people_or_others_answer_for_does_not() -> None:
    course = course_of(
        assessed(
            finding("x", QUARTERS[0], Verdict.MET),
            finding("x", MONTHS[2], Verdict.MET),
            finding("x", MONTHS[3], Verdict.UNMET),
            finding("x", MONTHS[4], Verdict.MET, part=Part.QUALITATIVE),
            finding("x", MONTHS[5], Verdict.MET, duty=Duty.COMMITTEE),
            finding("x", Period.year(2019), Verdict.MET),
        ),
        None,
        HoursReached(),
    )
    assert course.quarters == ({Verdict.MET: 2}, {Verdict.UNMET: 1}, {}, {})


def test_courses_are_added_up_without_the_meetings() -> None:
    one = YearCourse(
        meetings={ActivityKind.LECTURE: {"2019-Q1": Verdict.MET}},
        quarters=({Verdict.MET: 2}, {}, {}, {}),
        hours=HoursReached(12, 10),
    )
    both = courses_together([one, one, YearCourse()])
    assert both == YearCourse(quarters=({Verdict.MET: 4}, {}, {}, {}), hours=HoursReached(24, 20))
    assert courses_together([]).hours == HoursReached()


HOURS = chosen(_5_3_1=("学时", {"对象": "党员", "每": "年", "至少": "32"}))


def reached(*rows: dict[str, str]) -> HoursReached:
    return hours_reached(Register.model_validate({"学时": {"党员": rows}}), HOURS)


def test_exactly_as_many_hours_as_asked_are_enough() -> None:
    rows = ({"学时": "31.5", "人数": "3"}, {"学时": "32", "人数": "4"}, {"学时": "40", "人数": "5"})
    assert reached(*rows) == HoursReached(12, 9)


def test_months_on_the_roll_lower_the_line() -> None:
    assert reached({"学时": "16", "人数": "2", "在册月": "6"}) == HoursReached(2, 2)
    assert reached({"学时": "15.5", "人数": "2", "在册月": "6"}) == HoursReached(2, 0)


def test_without_a_line_or_a_register_nobody_is_counted() -> None:
    register = Register.model_validate({"学时": {"党员": [{"学时": "40", "人数": "5"}]}})
    assert hours_reached(register, SET) == hours_reached(None, HOURS) == HoursReached()
