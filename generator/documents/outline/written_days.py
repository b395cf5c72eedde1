"""A whole day as documents write it, in digits or in Chinese numerals: 2019年5月20日, 二〇一九年五月二十日."""

from __future__ import annotations

import re
from datetime import date

from generator.model.numerals import HAN, number

_DAY = re.compile(
    rf"(?P<year>\d{{4}}|[{HAN}]{{4}})\s?年\s?(?P<month>\d{{1,2}}|[{HAN}]{{1,3}})\s?月\s?(?P<day>\d{{1,2}}|[{HAN}]{{1,4}})\s?日$"
)
_YEAR = re.compile(rf"(?<![\d\-－—–~～至])((?:19|20)\d\d|[一二][{HAN}]{{3}})\s?年")
_QUOTED = re.compile(r"《[^》]{0,200}》")


def written_day(text: str) -> date | None:
    """The date in a line that contains nothing else; None otherwise."""
    found = _DAY.match(text)
    if found is None:
        return None
    year, month, day = (number(found[part]) or 0 for part in ("year", "month", "day"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_in(text: str) -> int | None:
    """The first year in the text, not counting titles in 《》."""
    found = _YEAR.search(_QUOTED.sub("", text))
    return number(found[1]) if found else None
