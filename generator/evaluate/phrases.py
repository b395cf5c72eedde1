"""Days and periods in the words of a finding's reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from generator.model.period import Period
from generator.model.words import day as say_day
from generator.model.words import short_day

__all__ = ["say_day", "say_days", "say_period"]

_QUARTERS = {"1": "一", "2": "二", "3": "三", "4": "四"}
_SHOWN = 4


@lru_cache(maxsize=1024)
def say_period(period: Period) -> str:
    """A period in full: 2019年, 2019年第一季度, 2019年3月, 截至2019年11月25日; one of its own name keeps it."""
    name, start = period.name, period.start
    if name[5:].isdigit():
        return f"{start.year}年{start.month}月"
    if name[5:6] == "Q":
        return f"{start.year}年第{_QUARTERS[name[6]]}季度"
    if name.startswith("@"):
        return f"截至{say_day(period.end)}"
    return f"{start.year}年{name[5:]}"


def say_days(days: Sequence[date]) -> str:
    """The first few of several days, in brackets: （3月14日、3月28日）; nothing where there are none."""
    if not days:
        return ""
    shown = "、".join(short_day(day) for day in days[:_SHOWN])
    return f"（{shown}{'等' if len(days) > _SHOWN else ''}）"
