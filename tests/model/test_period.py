"""Periods and calendar arithmetic."""

from __future__ import annotations

import calendar
import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.period import Cycle, Period, add_months, last_of_month, nth_weekday, periods

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))
YEARS = st.integers(min_value=1950, max_value=2100)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2019, 1, 31), 1, date(2019, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2019, 3, 31), 1, date(2019, 4, 30)),
        (date(2019, 3, 30), 1, date(2019, 4, 30)),
        (date(2019, 12, 15), 1, date(2020, 1, 15)),
        (date(2019, 1, 15), -1, date(2018, 12, 15)),
        (date(2019, 3, 31), -1, date(2019, 2, 28)),
        (date(2016, 2, 29), 36, date(2019, 2, 28)),
        (date(2016, 2, 29), 48, date(2020, 2, 29)),
        (date(2016, 6, 20), 36, date(2019, 6, 20)),
        (date(2019, 6, 20), -6, date(2018, 12, 20)),
        (date(2019, 5, 31), 0, date(2019, 5, 31)),
    ],
)
def test_add_months(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(DAYS, st.integers(min_value=-600, max_value=600))
def test_add_months_keeps_the_day_or_takes_the_months_last(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == min(day.day, calendar.monthrange(moved.year, moved.month)[1])


@given(DAYS, DAYS, st.integers(min_value=-600, max_value=600))
def test_add_months_keeps_the_order_of_days(one: date, other: date, months: int) -> None:
    early, late = sorted((one, other))
    assert add_months(early, months) <= add_months(late, months)


@given(YEARS, st.integers(1, 12), st.integers(0, 6), st.integers(1, 4))
def test_the_nth_weekday_lies_in_its_week_of_the_month(year: int, month: int, weekday: int, nth: int) -> None:
    day = nth_weekday(year, month, weekday, nth)
    assert (day.year, day.month, day.weekday()) == (year, month, weekday)
    assert 7 * (nth - 1) < day.day <= 7 * nth


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2019, (24, 28, 28, 25, 23, 27, 25, 22, 26, 24, 28, 26)),
        (2026, (22, 26, 26, 23, 28, 25, 23, 27, 24, 22, 26, 24)),
    ],
)
def test_the_twelve_fourth_thursdays(year: int, days: tuple[int, ...]) -> None:
    assert tuple(nth_weekday(year, month, 3, 4).day for month in range(1, 13)) == days


@pytest.mark.parametrize("month", [1, 5, 8, 10])
def test_the_fourth_thursday_is_not_the_last_where_there_are_five(month: int) -> None:
    assert nth_weekday(2019, month, 3, 4) + timedelta(7) <= last_of_month(2019, month)


@given(YEARS, st.sampled_from(Cycle))
def test_the_periods_of_a_year_follow_one_another_without_a_gap(year: int, cycle: Cycle) -> None:
    row = periods(cycle, year)
    assert row[0].start == date(year, 1, 1)
    assert row[-1].end == date(year, 12, 31)
    assert all(one.end + timedelta(1) == other.start for one, other in itertools.pairwise(row))
    assert all(period.deadline == period.end for period in row)
    assert len({period.name for period in row}) == len(row) == {"月": 12, "季": 4, "年": 1}[cycle]


@given(DAYS, st.sampled_from(Cycle))
def test_every_day_lies_in_exactly_one_period_of_its_year(day: date, cycle: Cycle) -> None:
    assert sum(period.start <= day <= period.end for period in periods(cycle, day.year)) == 1


@pytest.mark.parametrize(
    ("period", "name", "start", "end"),
    [
        (Period.year(2019), "2019", date(2019, 1, 1), date(2019, 12, 31)),
        (Period.quarter(2019, 1), "2019-Q1", date(2019, 1, 1), date(2019, 3, 31)),
        (Period.quarter(2019, 4), "2019-Q4", date(2019, 10, 1), date(2019, 12, 31)),
        (Period.month(2019, 2), "2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        (Period.month(2020, 2), "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        (Period.day(date(2019, 11, 25)), "@2019-11-25", date(2019, 11, 25), date(2019, 11, 25)),
        (
            Period.span(date(2019, 6, 21), date(2019, 7, 10), "2019-七一前后"),
            "2019-七一前后",
            date(2019, 6, 21),
            date(2019, 7, 10),
        ),
    ],
)
def test_a_period_has_a_name_and_its_first_and_last_day(period: Period, name: str, start: date, end: date) -> None:
    assert (period.name, period.start, period.end, period.deadline) == (name, start, end, end)


def test_a_year_may_stay_open_into_the_next() -> None:
    period = Period.year(2019, date(2020, 3, 31))
    assert (period.end, period.deadline) == (date(2019, 12, 31), date(2020, 3, 31))
