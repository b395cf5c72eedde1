"""How reasons name a period."""

from __future__ import annotations

from datetime import date

import pytest

from generator.evaluate.phrases import say_days, say_period
from generator.model.period import Period


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period.year(2019), "2019年"),
        (Period.quarter(2019, 4), "2019年第四季度"),
        (Period.month(2019, 3), "2019年3月"),
        (Period.day(date(2019, 11, 25)), "截至2019年11月25日"),
        (Period.span(date(2019, 6, 21), date(2019, 7, 10), "2019-七一"), "2019年七一"),
    ],
)
def test_a_period_is_named_in_full(period: Period, said: str) -> None:
    assert say_period(period) == said


def test_only_the_first_few_days_are_named() -> None:
    days = [date(2019, month, 14) for month in range(1, 7)]
    assert say_days([]) == ""
    assert say_days(days[:4]) == "（1月14日、2月14日、3月14日、4月14日）"
    assert say_days(days) == "（1月14日、2月14日、3月14日、4月14日等）"
