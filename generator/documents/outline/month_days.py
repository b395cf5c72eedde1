"""The first and the last day that a part of a month means: 5月底, 5月中旬, 5月前."""

from __future__ import annotations

from calendar import monthrange

from generator.model.clause_facts import DayOfYear
from generator.model.numerals import number

_ENDS = {"初": 10, "上旬": 10, "中旬": 20, "上中旬": 20}
_STARTS = {"中旬": 11, "下旬": 21, "中下旬": 11}


def first_day(year: int | None, month: int, day: str | None, part: str | None) -> DayOfYear:
    """The day, or the first day of the month or of its part."""
    return DayOfYear(year, month, number(day) or 0 if day else _STARTS.get(part or "", 1))


def last_day(year: int | None, month: int, day: str | None, part: str | None) -> DayOfYear:
    """The day, or the last day of the month or of its part; one that does not exist has day 0."""
    if day:
        return DayOfYear(year, month, number(day) or 0)
    if not 1 <= month <= 12:
        return DayOfYear(year, month, 0)
    # Without a year, February has 28 days.
    end = monthrange(year or 2019, month)[1]
    return DayOfYear(year, month, _ENDS.get(part or "", end))


def end_before(year: int | None, month: int) -> DayOfYear:
    """5月前 is until the last day of April; 1月前 until 31 December."""
    if month == 1:
        return DayOfYear(year - 1 if year is not None else None, 12, 31)
    return last_day(year, month - 1, None, None)
