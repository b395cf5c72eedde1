from __future__ import annotations

from datetime import date

import pytest

from generator.model import words
from generator.model.period import Period

AS_OF = date(2019, 11, 25)


def test_dates_are_written_as_in_official_documents() -> None:
    assert words.day(date(2019, 5, 2)) == "2019年5月2日"
    assert words.short_day(date(2019, 5, 2)) == "5月2日"
    assert words.weekday(date(2019, 11, 28)) == "星期四"


@pytest.mark.parametrize(
    ("due", "left"),
    [
        (date(2019, 11, 24), "已过 1 天"),
        (date(2019, 11, 25), "今天到期"),
        (date(2019, 11, 26), "还有 1 天"),
        (date(2019, 12, 31), "还有 36 天"),
    ],
)
def test_the_last_day_still_counts(due: date, left: str) -> None:
    assert words.countdown(AS_OF, due) == left


@pytest.mark.parametrize(
    ("period", "full", "short", "months"),
    [
        (Period.year(2019), "2019年", "2019年", None),
        (Period.quarter(2019, 4), "2019年第四季度", "四季度", (10, 3)),
        (Period.month(2019, 9), "2019年9月", "9月", (9, 1)),
        (Period.day(AS_OF), "截至 2019年11月25日", "截至11月25日", None),
        (Period.span(date(2019, 6, 21), date(2019, 7, 10), "七一前后"), "七一前后", "七一前后", None),
    ],
)
def test_periods_have_names_and_places(period: Period, full: str, short: str, months: tuple[int, int] | None) -> None:
    assert (words.period(period), words.short_period(period), words.months(period)) == (full, short, months)
