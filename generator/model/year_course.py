"""How a year went: 三会一课 period by period, conclusions by quarter, and how many members reached their hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.model import words
from generator.model.check import Recurring
from generator.model.finding import Assessment, Verdict, roll_up
from generator.model.kinds import ActivityKind, Duty, Part
from generator.model.period import Cycle, Period, periods
from generator.model.standard_set import StandardSet

THREE_MEETINGS = (
    ActivityKind.GENERAL_MEETING,
    ActivityKind.COMMITTEE_MEETING,
    ActivityKind.GROUP_MEETING,
    ActivityKind.LECTURE,
)
"""三会一课, in the order of its name."""

_QUARTERS = 4


class HoursReached(NamedTuple):
    """Of how many members hours are asked and recorded, and how many of them have as many as the year asks."""

    people: int = 0
    reached: int = 0


class YearCourse(NamedTuple):
    """The course of one year, of a branch or of several together.

    `meetings` tells of one branch for each kind of 三会一课 and each month or quarter, by its name, what the records show;
    `quarters` counts what counting criteria show in the months and the quarter of each of the four.
    """

    meetings: Mapping[ActivityKind, Mapping[str, Verdict]] = {}
    quarters: tuple[Mapping[Verdict, int], ...] = ()
    hours: HoursReached = HoursReached()


class MeetingColumn(NamedTuple):
    """One kind in one period; `label` is the month, empty for a whole quarter."""

    kind: ActivityKind
    period: str
    label: str


NO_COURSE = YearCourse()
"""That of a year of which nothing is known."""


def course_of(assessment: Assessment, chosen: StandardSet | None, hours: HoursReached) -> YearCourse:
    """What the findings of one branch on its own duties tell."""
    asked = meetings_asked(chosen) if chosen else {}
    meetings: dict[ActivityKind, dict[str, list[Verdict]]] = {}
    quarters: list[Counter[Verdict]] = [Counter() for _ in range(_QUARTERS)]
    for row in assessment.findings:
        place = words.months(row.period)
        if place is None or row.duty is not Duty.BRANCH:
            continue
        if row.part is Part.QUANTITATIVE:
            quarters[(place[0] - 1) // 3][row.verdict] += 1
        if (kind := asked.get(row.criterion)) is not None:
            meetings.setdefault(kind, {}).setdefault(row.period.name, []).append(row.verdict)
    return YearCourse(
        meetings={kind: {name: roll_up(each) for name, each in rows.items()} for kind, rows in meetings.items()},
        quarters=tuple(dict(counts) for counts in quarters),
        hours=hours,
    )


def courses_together(rows: Iterable[YearCourse]) -> YearCourse:
    """Several branches' quarters and hours as one; their meetings are each branch's own."""
    given = tuple(rows)
    quarters = [Counter[Verdict]() for _ in range(_QUARTERS)]
    for row in given:
        for total, counts in zip(quarters, row.quarters, strict=False):
            total.update(counts)
    people, reached = (sum(numbers) for numbers in zip(*(row.hours for row in given), strict=True)) if given else (0, 0)
    return YearCourse(quarters=tuple(map(dict, quarters)), hours=HoursReached(people, reached))


@lru_cache(maxsize=64)
def meetings_asked(chosen: StandardSet) -> Mapping[str, ActivityKind]:
    """The criteria of a set that ask for one of 三会一课 every month or quarter."""
    found: dict[str, ActivityKind] = {}
    for id, check in chosen.parameters.items():
        schedule = check.schedule()
        if isinstance(schedule, Recurring) and schedule.cycle is not Cycle.YEAR:
            found.update((id, kind) for kind in schedule.kinds[:1] if kind in THREE_MEETINGS)
    return found


def meeting_columns(quarter: Period, courses: Iterable[YearCourse]) -> Iterator[MeetingColumn]:
    """For each kind the months or the quarter, whichever any branch is asked by."""
    given = tuple(courses)
    months = [row for row in periods(Cycle.MONTH, quarter.start.year) if quarter.start <= row.start <= quarter.end]
    for kind in THREE_MEETINGS:
        asked = {name for row in given for name in row.meetings.get(kind, ())}
        if quarter.name in asked:
            yield MeetingColumn(kind, quarter.name, "")
        for month in months:
            if month.name in asked:
                yield MeetingColumn(kind, month.name, words.short_period(month))
