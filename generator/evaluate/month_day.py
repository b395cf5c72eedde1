"""A day of every year (`06-21`), as parameters of several checks name one."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.words import short_day

_PATTERN = re.compile(r"\d{2}-\d{2}", re.ASCII)


def _month_day(value: object) -> str:
    if isinstance(value, str) and _PATTERN.fullmatch(value):
        try:
            # Any year that is not a leap year rejects 29 February.
            date.fromisoformat(f"2019-{value}")
        except ValueError:
            raise PydanticCustomError("day_impossible", "不是每年都有“{value}”这一天", {"value": value}) from None
        return value
    raise PydanticCustomError("month_day", "“{value}”应写成“06-21”这样的月和日", {"value": str(value)})


MonthDay = Annotated[str, BeforeValidator(_month_day)]
"""A day of every year, written `06-21`; 29 February is none."""


def say_month_day(value: str) -> str:
    """6月21日."""
    return short_day(date.fromisoformat(f"2019-{value}"))
