"""How days are worded, wherever the program speaks of them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=4096)
def day(value: date) -> str:
    """A day in full, as official documents write it: 2019年5月20日."""
    return f"{value.year}年{short_day(value)}"


def still_called(name: str, dissolved: date | None, on: date) -> str:
    """A branch's name as readers are told it on a day: one that is dissolved says so wherever it is named."""
    return f"{name}（已撤销）" if dissolved is not None and dissolved <= on else name


@lru_cache(maxsize=4096)
def short_day(value: date) -> str:
    """A day of a year that is clear from the context: 5月20日."""
    return f"{value.month}月{value.day}日"
