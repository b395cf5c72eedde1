"""Periods (考核期) and calendar arithmetic."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Cycle(StrEnum):
    """How often something is asked for (每): natural months, natural quarters (A11), years."""

    MONTH = "月"
    QUARTER = "季"
    YEAR = "年"


class Period(NamedTuple):
    """A range of days, both ends included, with the name findings use: `2019`, `2019-Q1`, `2019-03`, `@2019-11-25`.

    `deadline` is the last day on which what is asked may still be done; it is `end` except for yearly items that
    may be finished in the following year (归属年度, A32).
    """

    start: date
    end: date
    name: str
    deadline: date

    @classmethod
    def year(cls, year: int, deadline: date | None = None) -> Period:
        """The calendar year."""
        end = date(year, 12, 31)
        return cls(date(year, 1, 1), end, f"{year}", deadline or end)

    @classmethod
    def quarter(cls, year: int, number: int) -> Period:
        """Quarter 1 to 4."""
        end = last_of_month(year, 3 * number)
        return cls(date(year, 3 * number - 2, 1), end, f"{year}-Q{number}", end)

    @classmethod
    def month(cls, year: int, number: int) -> Period:
        """Month 1 to 12."""
        end = last_of_month(year, number)
        return cls(date(year, number, 1), end, f"{year}-{number:02d}", end)

    @classmethod
    def day(cls, day: date) -> Period:
        """The state of things on one day."""
        return cls(day, day, f"@{day.isoformat()}", day)

    @property
    def is_day(self) -> bool:
        """Whether it is the state of things on one day."""
        return self.name.startswith("@")

    @classmethod
    def span(cls, start: date, end: date, name: str) -> Period:
        """Any range of days, such as the weeks around 1 July."""
        return cls(start, end, name, end)


def periods(cycle: Cycle, year: int) -> tuple[Period, ...]:
    """The natural periods of `cycle` in `year`, in order."""
    match cycle:
        case Cycle.MONTH:
            return tuple(Period.month(year, number) for number in range(1, 13))
        case Cycle.QUARTER:
            return tuple(Period.quarter(year, number) for number in range(1, 5))
        case Cycle.YEAR:
            return (Period.year(year),)


@lru_cache(maxsize=1024)
def first_of_month(month: str) -> date:
    """The first day of a month written `2019-03`."""
    return date.fromisoformat(f"{month}-01")


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day `months` later (or earlier); a day the month lacks becomes its last (1-31 + 1 month = 2-28)."""
    # date() rejects day 31 of a short month, so days past 28 are added; min() cuts off what runs into the next month.
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return min(
        last_of_month(year, month + 1), date(year, month + 1, min(day.day, 28)) + timedelta(max(0, day.day - 28))
    )


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` (from 1) `weekday` (Monday 0 … Sunday 6) of a month: the fourth Thursday is `(…, 3, 4)`."""
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
