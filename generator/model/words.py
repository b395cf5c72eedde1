"""Dates, periods and numbers in Chinese, the same in every message and on every page."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from generator.model.period import Period

_NUMERALS = "〇一二三四五六七八九十"
WEEKDAYS = "一二三四五六日"
"""From Monday on."""

_NAMED = re.compile(r"(\d{4})-(\D.*)", re.ASCII)
"""A period of its own name in a year, such as 2019-七一前后."""

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)


@lru_cache(maxsize=4096)
def day(value: date) -> str:
    """A day in full, as official documents write it: 2019年5月20日."""
    return f"{value.year}年{short_day(value)}"


def still_called(name: str, dissolved: date | None, on: date) -> str:
    """A branch's name on pages on that day: a dissolved branch is marked wherever it is named."""
    return f"{name}（已撤销）" if dissolved is not None and dissolved <= on else name


@lru_cache(maxsize=4096)
def short_day(value: date) -> str:
    """A day of a year that is clear from the context: 5月20日."""
    return f"{value.month}月{value.day}日"


def month(value: str) -> str:
    """A month written `2019-03`: 2019年3月."""
    year, _, number = value.partition("-")
    return f"{year}年{int(number)}月"


def numeral(number: int) -> str:
    """一 to 十, as headings of official documents count; digits above."""
    return _NUMERALS[number] if number < len(_NUMERALS) else str(number)


def size_words(size: int) -> str:
    """The size of a file, rounded up to whole KB, from a thousand of them on to tenths of MB: 9 KB, 1.4 MB."""
    kilobytes = -(-size // 1000)
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{-(-size // 100_000) / 10:g} MB"


def weekday(value: date) -> str:
    """星期四."""
    return f"星期{WEEKDAYS[value.weekday()]}"


def day_and_weekday(value: date) -> str:
    """2019年5月20日（星期一）."""
    return f"{day(value)}（{weekday(value)}）"


def short_day_and_weekday(value: date) -> str:
    """5月20日（星期一）."""
    return f"{short_day(value)}（{weekday(value)}）"


def countdown(as_of: date, due: date) -> str:
    """How long there still is until a deadline, which itself counts as a day to act on."""
    left = (due - as_of).days
    if left > 0:
        return f"还有 {left} 天"
    return "今天到期" if left == 0 else f"已过 {-left} 天"


@lru_cache(maxsize=4096)
def period(value: Period) -> str:
    """A period's name in full: 2019年, 2019年第一季度, 2019年3月, 2019年七一前后, 截至 2019年11月25日."""
    if value.name.startswith("@"):
        return f"截至 {day(value.start)}"
    if quarter := _QUARTER.fullmatch(value.name):
        return f"{quarter[1]}年第{numeral(int(quarter[2]))}季度"
    if month := _MONTH.fullmatch(value.name):
        return f"{month[1]}年{int(month[2])}月"
    if named := _NAMED.fullmatch(value.name):
        return f"{named[1]}年{named[2]}"
    return f"{value.name}年" if value.name.isdigit() else value.name


@lru_cache(maxsize=4096)
def short_period(value: Period) -> str:
    """A period's name within its year: 2019年, 一季度, 3月, 七一前后, 截至11月25日."""
    if value.name.startswith("@"):
        return f"截至{short_day(value.start)}"
    if quarter := _QUARTER.fullmatch(value.name):
        return f"{numeral(int(quarter[2]))}季度"
    if month := _MONTH.fullmatch(value.name):
        return f"{int(month[2])}月"
    if named := _NAMED.fullmatch(value.name):
        return named[2]
    return f"{value.name}年" if value.name.isdigit() else value.name


@lru_cache(maxsize=4096)
def months(value: Period) -> tuple[int, int] | None:
    """First month and number of months of a natural month or quarter; None for any other period."""
    if quarter := _QUARTER.fullmatch(value.name):
        return 3 * int(quarter[2]) - 2, 3
    if month := _MONTH.fullmatch(value.name):
        return int(month[2]), 1
    return None
