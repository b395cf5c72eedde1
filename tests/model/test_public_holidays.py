"""The public holidays of a year, as the yearly notice grants them."""

from __future__ import annotations

from datetime import date

from generator.model.working_days import KNOWN_YEARS, PublicHoliday, public_holidays


def test_days_off_that_follow_each_other_are_one_holiday() -> None:
    assert public_holidays(2026)[1] == PublicHoliday("春节", date(2026, 2, 15), date(2026, 2, 23))
    assert [row.name for row in public_holidays(2026)] == ["元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆节"]


def test_a_festival_within_another_makes_one_run_of_both_names() -> None:
    assert public_holidays(2025)[-1] == PublicHoliday("国庆节、中秋", date(2025, 10, 1), date(2025, 10, 8))


def test_of_a_year_without_a_notice_nothing_is_invented() -> None:
    assert public_holidays(KNOWN_YEARS.stop) == ()
