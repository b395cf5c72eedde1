"""The year of a time that names none: a document's, from its day of issue, serial and title, or its heading's."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from generator.model.clause_facts import DayOfYear
from generator.model.numerals import HAN, number

_NAMED = re.compile(rf"(?<![\d\-－—–~～至])((?:19|20)\d\d|[一二][{HAN}]{{3}})\s?年(?P<whole>度)?")
_SCHOOL_YEAR = re.compile(r"(\d{4})\s?年?\s?[-－—–~～至]{1,2}\s?(\d{4})\s?学年")
_QUOTED = re.compile(r"《[^》\n]{0,200}》")
_SERIAL_YEAR = re.compile(r"[〔\[［（(](\d{4})")
_NOTICE = re.compile(r"(?:通知|通告|公告|函)$")
_ISSUES = re.compile(r"[印转]发")
_LOOKS_BACK = re.compile(r"回顾|情况|成绩|以来")
_NOW = {"今年": 0, "去年": -1, "明年": 1, "来年": 1}
_AROUND = {"本年": 0, "上年": -1, "下年": 1}
_NAMED_BEFORE = {"当年": 0, "同年": 0, "次年": 1, "翌年": 1}
HALF_YEAR = 6
"""Months: a time further back is of the next year."""

_QUARTER = 3


class ClauseHeading(NamedTuple):
    """A heading: its words (2025年工作安排), the year that its time names, and the window that it sets."""

    words: str
    timed: int | None
    window: tuple[DayOfYear, DayOfYear] | None


class YearFrame(NamedTuple):
    """What decides the year of a time without one.

    `year` is that of the document or heading.  Where the day of issue is known and `rolls` is true, a time that would lie
    more than half a year before it is of the next year: a notice of December sets days in January.  In a `notice` that holds
    of a deadline that would lie more than a quarter before it.  `window` is the time of the heading that the clause is
    under, or the school year of the title.
    """

    year: int | None = None
    issued: date | None = None
    rolls: bool = False
    notice: bool = False
    window: tuple[DayOfYear, DayOfYear] | None = None

    def year_of(self, month: int, day: int, *, due: bool = False) -> int | None:
        """The year of a day that names none; `due` where it is a deadline."""
        if self.window is not None:
            since, until = self.window
            for year in dict.fromkeys((since.year, until.year)):
                if year is not None and since <= (year, month, day) <= until:
                    return year
        if self.rolls and self.issued is not None and self.year == self.issued.year:
            past = _QUARTER if due and self.notice else HALF_YEAR
            return self.issued.year + (self.issued.month - month > past)
        return self.year

    def relative(self, word: str, named: int | None) -> int | None:
        """The year that 今年, 上年 or 次年 means; 次年 counts from the year named before it."""
        if word in _NAMED_BEFORE:
            base = named if named is not None else self.year
            return base + _NAMED_BEFORE[word] if base is not None else None
        if word in _NOW and self.issued is not None:
            return self.issued.year + _NOW[word]
        return self.year + {**_NOW, **_AROUND}[word] if self.year is not None else None

    def under(self, heading: ClauseHeading) -> YearFrame:
        """The frame of what is below a heading: a later year governs it, an earlier one only in a look back."""
        words, timed, window = heading
        found = _NAMED.search(_QUOTED.sub("", words))
        year = number(found[1]) if found else None
        back = found is not None and not found["whole"] and _LOOKS_BACK.search(words) is not None
        frame = self
        for each, governs in ((year, back), (timed, False)):
            if each is not None and each != frame.year and (frame.year is None or each > frame.year or governs):
                frame = frame._replace(year=each, rolls=False, window=None)
        return frame if window is None else frame._replace(window=window)


NO_YEAR = YearFrame()
"""Of a text that says nothing of its year."""


def year_in(text: str) -> int | None:
    """The first year in the text, not counting titles in 《》."""
    found = _NAMED.search(_QUOTED.sub("", text))
    return number(found[1]) if found else None


def issues_another(title: str) -> bool:
    """Whether a document only issues the one behind it: 关于印发…的通知."""
    return _ISSUES.search(title) is not None


def year_frame(title: str | None, serial: str | None, issued: date | None, inherited: int | None = None) -> YearFrame:
    """The frame of a document: the year of issue, or that of its title where that is later (next year's plan).

    The year of issue is that of the day, else of the serial, else `inherited` from the document that this one belongs to.
    """
    found = _NAMED.search(_QUOTED.sub("", title or ""))
    titled = number(found[1]) if found else None
    numbered = _SERIAL_YEAR.search(serial or "")
    given = issued.year if issued is not None else number(numbered[1]) if numbered else inherited
    year = titled if given is None or (titled is not None and titled > given) else given
    # A plan of a year is carried out in it, whenever it was signed; what a notice asks for comes after the notice.
    notice = _NOTICE.search(title or "") is not None
    rolls = found is None or found["whole"] is not None or notice
    return YearFrame(year, issued, rolls, notice, _school_year(title or ""))


def _school_year(title: str) -> tuple[DayOfYear, DayOfYear] | None:
    """The months of 2023—2024学年, from August to July."""
    found = _SCHOOL_YEAR.search(title)
    return (DayOfYear(int(found[1]), 8, 1), DayOfYear(int(found[2]), 7, 31)) if found else None
