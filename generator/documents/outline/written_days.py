"""A whole day as documents write it, in digits or in Chinese numerals: 2019年5月20日, 二〇一九年五月二十日."""

from __future__ import annotations

import re
from datetime import date

from generator.model.numerals import HAN, number

_DAY = re.compile(
    rf"(?P<year>\d{{4}}|[{HAN}]{{4}})\s?年\s?(?P<month>\d{{1,2}}|[{HAN}]{{1,3}})\s?月\s?(?P<day>\d{{1,2}}|[{HAN}]{{1,4}})\s?日"
)
_FIGURES = re.compile(r"(?P<year>\d{4})(?P<joint>[-./])(?P<month>\d{1,2})(?P=joint)(?P<day>\d{1,2})(?!\d)")


def day_alone(text: str) -> date | None:
    """The date in a text that contains nothing else, with spaces or in figures: 2024 年 3 月 5 日, 2024-03-05."""
    words = "".join(text.split())
    found = _DAY.fullmatch(words) or _FIGURES.fullmatch(words)
    return _date(found) if found else None


def day_in(text: str) -> date | None:
    """The first whole date in a line; None where it has none."""
    found = _DAY.search(text) or _FIGURES.search(text)
    return _date(found) if found else None


def _date(found: re.Match[str]) -> date | None:
    year, month, day = (number(found[part]) or 0 for part in ("year", "month", "day"))
    try:
        return date(year, month, day)
    except ValueError:
        return None
