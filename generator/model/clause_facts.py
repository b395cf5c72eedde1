"""Facts that a clause of a 公文 states: responsible units, times, quantities.  Positions are offsets into the text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class UnitRole(StrEnum):
    """The role of a 责任单位."""

    LEADS = "牵头"
    RESPONSIBLE = "责任"
    ASSISTS = "配合"


class UnitMention(NamedTuple):
    """A mention of a 责任单位: as written, and the unit that is meant.

    `group` counts from 0; the semicolon parts groups.  A part of a unit (相关基层党委) stays as it is written.
    """

    name: str
    unit: str
    role: UnitRole
    group: int
    start: int
    end: int


class DayOfYear(NamedTuple):
    """A day as documents write it; `year` is None where neither the clause nor the document gives one."""

    year: int | None
    month: int
    day: int

    def __str__(self) -> str:
        year = f"{self.year:04}" if self.year is not None else "-"
        return f"{year}-{self.month:02}-{self.day:02}"

    @property
    def date(self) -> date | None:
        """The day in the calendar, where the year is known."""
        return date(self.year, self.month, self.day) if self.year is not None else None

    @property
    def exists(self) -> bool:
        """Whether a calendar has this day; 29 February does without a year."""
        year = 2000 if self.year is None else self.year
        return year >= 1 and 1 <= self.month <= 12 and 1 <= self.day <= monthrange(year, self.month)[1]


class DeadlineKind(StrEnum):
    """The meaning of a time expression."""

    DAY = "当日"
    BY = "之前"
    WINDOW = "期间"
    RECURRING = "周期"


class Deadline(NamedTuple):
    """A time that a clause sets: a day, a deadline (期限), a window, or a recurring time.

    `every` is the period of a recurring time (年, 季, 月, 周, 日, 学期, 半年); `text` is how it is written.
    """

    kind: DeadlineKind
    text: str
    since: DayOfYear | None
    until: DayOfYear | None
    every: str | None
    start: int
    end: int


class Bound(StrEnum):
    """Which side of a number is meant; 以上, 以下 and 以内 include it."""

    EXACTLY = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    LESS = "<"
    MORE = ">"
    BETWEEN = "-"
    ABOUT = "~"


class Quantity(NamedTuple):
    """A number that a clause sets; `soft` where it is said with 一般 or 原则上.  `high` only of 3-5名."""

    bound: Bound
    low: str
    high: str | None
    unit: str
    soft: bool
    text: str
    start: int
    end: int
