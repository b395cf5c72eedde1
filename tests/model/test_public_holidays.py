"""The public holidays of a year, as the yearly notice grants them."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar

from generator.model.working_days import KNOWN_YEARS, PublicHoliday, at_work, public_holidays


def test_days_off_that_follow_each_other_are_one_holiday() -> None:
    assert public_holidays(2026)[1] == PublicHoliday("春节", date(2026, 2, 15), date(2026, 2, 23))
    assert [row.name for row in public_holidays(2026)] == ["元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆节"]


def test_a_festival_within_another_makes_one_run_of_both_names() -> None:
    assert public_holidays(2025)[-1] == PublicHoliday("国庆节、中秋", date(2025, 10, 1), date(2025, 10, 8))


def test_of_a_year_without_a_notice_nothing_is_invented() -> None:
    assert public_holidays(KNOWN_YEARS.stop) == ()


def test_days_at_work_are_those_of_the_notice() -> None:
    first, last = date(2024, 12, 20), date(2026, 1, 10)
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    assert [day for day in days if at_work(day)] == [day for day in days if chinese_calendar.is_workday(day)]
    assert at_work(date(2026, 2, 14))
    assert not at_work(date(2026, 2, 15))


def test_days_of_a_year_without_a_notice_go_by_the_week() -> None:
    monday = next(day for number in range(1, 8) if (day := date(KNOWN_YEARS.stop, 5, number)).weekday() == 0)
    assert [at_work(monday + timedelta(number)) for number in (-1, 0, 4, 5)] == [False, True, True, False]
