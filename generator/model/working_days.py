"""工作日: days at work by the State Council's yearly notices, with days off in lieu and make-up working days (调休).

Of a year whose notice the table does not hold nobody knows the days at work yet: they are then counted from Monday to
Friday, and every answer says that it is provisional (暂算).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import chinese_calendar

KNOWN_YEARS = range(
    min(day.year for day in chinese_calendar.holidays), max(day.year for day in chinese_calendar.holidays) + 1
)
"""The years whose notice the table holds."""

_WEEKEND = 5


class PublicHoliday(NamedTuple):
    """A run of days off that the notice names, weekends within it included."""

    name: str
    since: date
    until: date

    def longer(self, name: str, until: date) -> PublicHoliday:
        """With one day more; 中秋 within the days of 国庆节 makes one run of both names."""
        joined = self.name if name in self.name.split("、") else f"{self.name}、{name}"
        return PublicHoliday(joined, self.since, until)


def public_holidays(year: int) -> tuple[PublicHoliday, ...]:
    """The public holidays whose days off lie in a year, in order; none of a year whose notice the table does not hold."""
    names = {holiday.value: holiday.chinese for holiday in chinese_calendar.Holiday}
    found: list[PublicHoliday] = []
    for day, english in sorted(chinese_calendar.holidays.items()):
        if day.year != year:
            continue
        if found and found[-1].until == day - timedelta(1):
            found[-1] = found[-1].longer(names[english], day)
        else:
            found.append(PublicHoliday(names[english], day, day))
    return tuple(found)


class CountedDay(NamedTuple):
    """A day that was counted to; `provisional` where a year without a notice was counted in (暂算)."""

    day: date
    provisional: bool


def at_work(day: date) -> bool:
    """Whether it is a day at work; Monday to Friday in a year without a notice."""
    # The library's own is_workday looks through its whole table on every call.
    return day in chinese_calendar.workdays or (day.weekday() < _WEEKEND and day not in chinese_calendar.holidays)


def working_day_after(day: date, number: int) -> CountedDay:
    """The `number`th day at work after `day`, which is not counted itself; `day` itself for 0."""
    found, last = number, day
    while found:
        last += timedelta(1)
        found -= at_work(last)
    return CountedDay(last, _provisional(day, last))


def working_days_between(first: date, last: date) -> tuple[int, bool]:
    """How many days at work there are from `first` to `last`, both counted, and whether that is provisional."""
    count = sum(at_work(first + timedelta(each)) for each in range((last - first).days + 1))
    return count, _provisional(first, last)


def _provisional(first: date, last: date) -> bool:
    return first.year not in KNOWN_YEARS or last.year not in KNOWN_YEARS
