"""The strict field types of every record, and `entry`, which gives a field its Chinese key and its audience.

Every YAML scalar reaches the model as text (`07`, `1.10`, `12:30` stay what was written); these types read it.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])", re.ASCII)
_YUAN = re.compile(r"\d{1,9}(\.\d{1,2})?", re.ASCII)
_MINUTES_A_DAY = 24 * 60
LONGEST_TEXT, LONGEST_NAME = 2000, 100
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_HOURS = re.compile(r"\d{1,5}(\.\d{1,2})?", re.ASCII)
_TIMES = re.compile(r"(\d{1,2}):(\d{2})(?: *[-–—~～至到] *(\d{1,2}):(\d{2}))?", re.ASCII)
_CLOCK = re.compile(r"\d{1,2}:\d{2}", re.ASCII)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)


def _wrong(kind: str, message: str, **context: object) -> PydanticCustomError:
    return PydanticCustomError(kind, message, context)


def _day(value: object) -> date:
    if type(value) is str and (day := _written_day(value)) is not None:
        return day
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        raise _wrong("day_impossible", "没有“{value}”这一天", value=value)
    raise _wrong("day_format", "“{value}”不是日期", value=str(value))


@lru_cache(maxsize=4096)
def _written_day(value: str) -> date | None:
    """The date in ISO format; cached, because the same days are in every register."""
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None


def _month(value: object) -> str:
    if isinstance(value, str) and _MONTH.fullmatch(value):
        return value
    raise _wrong("month_format", "“{value}”不是月份的写法", value=str(value))


def _yuan(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _YUAN.fullmatch(value):
        return Decimal(value)
    raise _wrong("yuan", "“{value}”不是金额，写元，最多两位小数", value=str(value))


def _count(value: object) -> int:
    if type(value) is str and (count := _written_count(value)) is not None:
        return count
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise _wrong("count", "“{value}”不是非负整数", value=str(value))


@lru_cache(maxsize=4096)
def _written_count(value: str) -> int | None:
    return int(value) if _COUNT.fullmatch(value) else None


def _hours(value: object) -> Decimal:
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    try:
        if isinstance(value, str) and _HOURS.fullmatch(value):
            return Decimal(value)
    except InvalidOperation:  # pragma: no cover - the pattern above admits only numbers
        pass
    raise _wrong("hours", "“{value}”不是学时数", value=str(value))


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("是", "否"):
        return value == "是"
    raise _wrong("flag", "“{value}”应写“是”或“否”", value=str(value))


@lru_cache(maxsize=4096)
def _times(value: object) -> str:
    found = _TIMES.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise _wrong("times_format", "“{value}”不是时间的写法", value=str(value))
    hours, minutes, *later = (int(part or 0) for part in found.groups())
    start, end = 60 * hours + minutes, 60 * later[0] + later[1] if found[3] else None
    if max(minutes, later[1]) > 59 or start >= _MINUTES_A_DAY or (end or 0) > _MINUTES_A_DAY:
        raise _wrong("times_impossible", "没有“{value}”这样的时刻", value=found[0])
    if end is not None and end <= start:
        raise _wrong("times_backwards", "“{value}”的结束不晚于开始", value=found[0])
    return found[0]


def _clock(value: object) -> str:
    written = _times(value)
    if not _CLOCK.fullmatch(written):
        raise _wrong("clock_format", "“{value}”不是一个时刻", value=str(value))
    return written.zfill(5)


def _id(value: object) -> str:
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    raise _wrong("id", "“{value}”不能作编号", value=str(value))


def _many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_day)]
"""A calendar day written `2019-03-14`."""

YearMonth = Annotated[str, BeforeValidator(_month)]
"""A month written `2019-03`."""

Yuan = Annotated[Decimal, BeforeValidator(_yuan)]
"""An amount of money in yuan, with at most two decimals; never negative."""

Count = Annotated[int, BeforeValidator(_count)]
"""A whole number of people, votes or times, never negative."""

Hours = Annotated[Decimal, BeforeValidator(_hours)]
"""Training hours (学时), with at most two decimals."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""是 or 否."""

Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)]
"""Text, never empty, at most 2,000 characters.

    StringConstraints run in pydantic-core; a Python validator would be called hundreds of times a register.
"""

Name = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=LONGEST_NAME)]
"""A name, short enough for titles, lists and navigation."""

PersonName = Annotated[Name, "person"]
"""The name of a person: no page shows it but to those who may see the field, not even two characters of it."""

Times = Annotated[str, BeforeValidator(_times)]
"""A time of day, or from one to another: `14:30-16:10`; kept as it was written."""

Clock = Annotated[str, BeforeValidator(_clock)]
"""One time of day as `HH:MM`, so that text order is the order of time."""

Identifier = Annotated[str, BeforeValidator(_id)]
"""An ASCII id that becomes a folder name and a URL."""

BranchId = Annotated[Identifier, "branch"]
"""The id of a branch that a record of a unit above names; one that the unit does not have is a Problem."""

CriterionId = Annotated[Text, "criterion"]
"""The number of a 评价要点: `3.1.1`."""

StandardId = Annotated[Text, "standard"]
"""The number of a standard: `3.1`."""

OneOrMany = BeforeValidator(_many)
"""Accepts a single string in place of a list, for parameters of standards."""
