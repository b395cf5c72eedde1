"""Times that a clause sets: days, deadlines, windows, recurring times."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from typing import NamedTuple

from generator.documents.outline.visible_text import VisibleText
from generator.model.clause_facts import DayOfYear, Deadline, DeadlineKind
from generator.model.numerals import HAN, number

_N = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
_Y = rf"(?:\d{{4}}|[一二][{HAN}]{{3}})"
_DASH = r"\s?(?:[-－—–~～]{1,2}|至|到)\s?"
_PART = "底|末|初|上旬|中旬|下旬"
_TIME = re.compile(
    rf"""(?<![\d.])(?<!\d、)(?:
      每(?:一|个)?(?P<every>学期|半年|季度|[年季月周日])(?:\s?第(?P<nth>[{HAN}\d]{{1,2}})个?(?:星期|周)(?P<weekday>[一二三四五六日天])|{_N}日(?:之前|以前|前)?)?  # 每季度, 每月第四个星期四, 每月5日前
    | (?P<y3>\d{{4}})(?P<joint>[-./])(?P<m3>\d{{1,2}})(?P=joint)(?P<d3>\d{{1,2}})(?![\d.])(?P<by3>之前|以前|前)?  # 2019-05-20, 2019.5.20前
    | (?:(?P<y>{_Y})\s?年\s?)?(?P<m>{_N})(?:\s?月份?\s?(?:(?P<d>{_N})\s?[日号]|(?P<p>{_PART}))?)?{_DASH}  # 3月1日-4月30日, 9-12月: the first half
      (?:(?:(?P<y2>{_Y})\s?年|(?P<next>次年|翌年))\s?)?(?:(?P<m2>{_N})\s?月份?\s?)?(?:(?P<d2>{_N})\s?[日号]|(?P<p2>{_PART}))?(?P<by2>之前|以前|前)?  # and the second
    | (?:(?P<y1>{_Y})\s?年\s?)?(?P<m1>{_N})\s?月份?\s?(?:(?P<d1>{_N})\s?[日号]|(?P<p1>{_PART}))?\s?(?P<by>之前|以前|前)?  # 5月20日前, 8月底, 10月中旬
    | (?:(?P<y0>{_Y})\s?|(?<![半每0-9{HAN}])本?)(?P<yearend>年(?:底|末|内))(?:之前|以前|前)?  # 2019年底前, 年内
    )""",
    re.VERBOSE,
)
_PERIODS = {"季度": "季"}
_ENDS = {"初": 10, "上旬": 10, "中旬": 20}
_STARTS = {"中旬": 11, "下旬": 21}


class FoundTimes(NamedTuple):
    """The times of a clause, the last year it names, and what is written like a date but does not exist."""

    deadlines: tuple[Deadline, ...]
    year: int | None
    impossible: tuple[tuple[str, int], ...]


class _Read(NamedTuple):
    kind: DeadlineKind
    since: DayOfYear | None
    until: DayOfYear | None
    every: str | None = None


def times_in(visible: VisibleText, year: int | None) -> FoundTimes:
    """The times of a clause; `year` is the document's, for times that do not name theirs."""
    deadlines: list[Deadline] = []
    impossible: list[tuple[str, int]] = []
    named: int | None = None
    for found in _TIME.finditer(visible.unquoted):
        named = _year(found) or named
        read = _read(found, named if named is not None else year)
        start = visible.start(found.start())
        if read is None:
            continue
        if all(day is None or day.exists for day in (read.since, read.until)):
            text = found[0].strip()
            deadlines.append(
                Deadline(read.kind, text, read.since, read.until, read.every, start, visible.end(found.end()))
            )
        else:
            impossible.append((found[0].strip(), start))
    return FoundTimes(tuple(deadlines), named, tuple(impossible))


def _year(found: re.Match[str]) -> int | None:
    written = found["y"] or found["y1"] or found["y0"] or found["y3"]
    return number(written) if written else None


def _read(found: re.Match[str], year: int | None) -> _Read | None:
    reader = next(reader for group, reader in _READERS if found[group])
    return reader(found, year)


def _recurring(found: re.Match[str], _year: int | None) -> _Read:
    every = found["every"]
    return _Read(DeadlineKind.RECURRING, None, None, _PERIODS.get(every, every))


def _year_end(_found: re.Match[str], year: int | None) -> _Read:
    return _Read(DeadlineKind.BY, None, DayOfYear(year, 12, 31))


def _single(found: re.Match[str], year: int | None) -> _Read:
    month = number(found["m1"]) or 0
    until = _last(year, month, found["d1"], found["p1"])
    if found["by"] or found["p1"] in {"底", "末"}:
        return _Read(DeadlineKind.BY, None, until if found["d1"] or found["p1"] else _before_month(year, month))
    since = _first(year, month, found["d1"], found["p1"])
    return _Read(DeadlineKind.DAY if found["d1"] else DeadlineKind.WINDOW, since, until)


def _in_figures(found: re.Match[str], year: int | None) -> _Read:
    """2019-05-20, 2019.5.20."""
    day = DayOfYear(year, int(found["m3"]), int(found["d3"]))
    return _Read(DeadlineKind.BY, None, day) if found["by3"] else _Read(DeadlineKind.DAY, day, day)


def _before_month(year: int | None, month: int) -> DayOfYear:
    """5月前 is until the last day of April; 1月前 until 31 December."""
    if month == 1:
        return DayOfYear(year - 1 if year is not None else None, 12, 31)
    return _last(year, month - 1, None, None)


def _range(found: re.Match[str], year: int | None) -> _Read | None:
    """3月1日-4月30日, 3月1日-15日, 9-12月; other ranges of numbers are not times."""
    has_month = "月" in found[0].partition(_dash_of(found))[0]
    month, month2 = number(found["m"]) or 0, number(found["m2"] or "")
    if month2 is None and not (has_month and found["d2"]):
        return None
    since = _first(year, month, found["d"], found["p"])
    until = _last(_second_year(found, year), month2 or month, found["d2"], found["p2"])
    # 11月-2月 ends in the following year.
    if until.year is not None and not found["y2"] and not found["next"] and until[1:] < since[1:]:
        until = until._replace(year=until.year + 1)
    return _Read(DeadlineKind.WINDOW, since, until)


def _dash_of(found: re.Match[str]) -> str:
    dash = re.search(_DASH, found[0])
    return dash[0] if dash else ""


def _second_year(found: re.Match[str], year: int | None) -> int | None:
    if found["y2"]:
        return number(found["y2"])
    return year + 1 if found["next"] and year is not None else year


def _first(year: int | None, month: int, day: str | None, part: str | None) -> DayOfYear:
    return DayOfYear(year, month, (number(day) or 0) if day else _STARTS.get(part or "", 1))


def _last(year: int | None, month: int, day: str | None, part: str | None) -> DayOfYear:
    if day:
        return DayOfYear(year, month, number(day) or 0)
    if not 1 <= month <= 12:
        return DayOfYear(year, month, 0)
    # Without a year, February has 28 days.
    end = monthrange(year or 2019, month)[1]
    return DayOfYear(year, month, _ENDS.get(part or "", end))


_READERS: tuple[tuple[str, Callable[[re.Match[str], int | None], _Read | None]], ...] = (
    ("every", _recurring),
    ("yearend", _year_end),
    ("m3", _in_figures),
    ("m1", _single),
    ("m", _range),
)
