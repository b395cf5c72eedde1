"""Times that a clause sets: days, deadlines, windows, recurring times."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from generator.documents.outline.month_days import end_before, first_day, last_day
from generator.documents.outline.time_patterns import EVES, LUNAR, PERIODS, TIME
from generator.documents.outline.years import HALF_YEAR, YearFrame
from generator.model.clause_facts import DayOfYear, Deadline, DeadlineKind
from generator.model.numerals import number

_ENDED = frozenset({"底", "末"})

_SENTENCE_END = re.compile(r"[。；;\n]")


class FoundTimes(NamedTuple):
    """The times of a clause, the last year it names, what is written like a date but does not exist, and lunar days."""

    deadlines: tuple[Deadline, ...]
    year: int | None
    impossible: tuple[tuple[str, int], ...]
    lunar: tuple[tuple[str, int], ...]


class _Read(NamedTuple):
    kind: DeadlineKind
    since: DayOfYear | None
    until: DayOfYear | None
    every: str | None = None


class _Scope(NamedTuple):
    """What a match is read by: the frame, the year that was named before it, and whether its place says that it is due."""

    frame: YearFrame
    named: DayOfYear | None
    last: DayOfYear | None
    due: bool

    def year(self, found: re.Match[str], group: str, month: int, day: int = 15) -> int | None:
        """The year that is written or meant by a word, else the one named before, else the frame's."""
        if found[f"y{group}"]:
            return number(found[f"y{group}"])
        if found[f"r{group}"]:
            return self.frame.relative(found[f"r{group}"], self.named.year if self.named else None)
        return self.unnamed(month, day, due=_is_due(found, self))

    def unnamed(self, month: int, day: int, *, due: bool) -> int | None:
        """The year of a day that names none: behind 2023年12月, 1月 in the same sentence is of the next."""
        if self.named is None or self.named.year is None:
            return self.frame.year_of(month, day, due=due)
        return self.named.year + (self.named.month - month > HALF_YEAR)


def times_in(words: str, frame: YearFrame, *, due: bool = False) -> FoundTimes:
    """The times in a text whose titles are masked, at offsets in it.

    `frame` is for times that do not name their year.  With `due` the text is of a column 完成时限: its times are deadlines
    without 前, and 5.20 is a day.
    """
    lunar = tuple((found[0], found.start()) for found in LUNAR.finditer(words))
    solar = LUNAR.sub(lambda found: "□" * len(found[0]), words) if lunar else words
    deadlines: list[Deadline] = []
    impossible: list[tuple[str, int]] = []
    named: DayOfYear | None = None
    last: DayOfYear | None = None
    behind = 0
    for found in TIME.finditer(solar):
        if named is not None and _SENTENCE_END.search(solar, behind, found.start()):
            named = named._replace(month=1)
        behind = found.end()
        read = _read(found, _Scope(frame, named, last, due))
        if read is None:
            continue
        named, last = _named(found, read) or named, read.until or last
        start = found.end("key") if found["key"] else found.start()
        text = words[start : found.end()].strip()
        if all(day is None or day.exists for day in (read.since, read.until)):
            deadlines.append(Deadline(read.kind, text, read.since, read.until, read.every, start, start + len(text)))
        else:
            impossible.append((text, start))
    return FoundTimes(tuple(deadlines), named.year if named else None, tuple(impossible), lunar)


def _named(found: re.Match[str], read: _Read) -> DayOfYear | None:
    """The day whose year counts for those behind it: of 2023年12月至次年2月 the first; after a deadline nothing begins."""
    if not any(found[group] for group in _YEARS):
        return None
    return read.since or (read.until._replace(month=1) if read.until is not None else None)


_YEARS = ("y3", "ya", "ra", "y1", "r1", "y0", "r0", "yh", "rh", "yq", "rq", "yw", "rw", "y6")


def _read(found: re.Match[str], scope: _Scope) -> _Read | None:
    reader = next(reader for group, reader in _READERS if found[group])
    return reader(found, scope)


def _is_due(found: re.Match[str], scope: _Scope) -> bool:
    return scope.due or bool(found["by"] or found["latest"] or found["key"])


def _by(day: DayOfYear) -> _Read:
    return _Read(DeadlineKind.BY, None, day)


def _recurring(found: re.Match[str], _scope: _Scope) -> _Read:
    every = found["every"]
    return _Read(DeadlineKind.RECURRING, None, None, PERIODS.get(every, every))


def _year_end(found: re.Match[str], scope: _Scope) -> _Read:
    return _by(DayOfYear(scope.year(found, "0", 12), 12, 31))


def _half(found: re.Match[str], scope: _Scope) -> _Read:
    first = 1 if found["half"] == "上" else 7
    ends = scope.due or bool(found["by"] or found["latest"] or found["key"] or found[0].endswith(("底", "末")))
    return _span(scope.year(found, "h", first + 5), first, first + 5, ends=ends)


def _quarter(found: re.Match[str], scope: _Scope) -> _Read:
    last = 3 * (number(found["q"]) or 0)
    first = 3 * (number(found["qa"] or found["q"]) or 0) - 2
    year = scope.year(found, "q", last)
    if found["by"] and not found["qp"]:
        return _by(end_before(year, first))
    return _span(year, first, last, ends=_is_due(found, scope) or found["qp"] in _ENDED)


def _span(year: int | None, first: int, last: int, *, ends: bool) -> _Read:
    """Whole months: a window, or where the words say so only its end."""
    until = last_day(year, last, None, None)
    return _by(until) if ends else _Read(DeadlineKind.WINDOW, DayOfYear(year, first, 1), until)


def _single(found: re.Match[str], scope: _Scope) -> _Read:
    month, day, part = number(found["m1"]) or 0, found["d1"] or found["d1x"], found["p1"]
    year = scope.year(found, "1", month, number(day or "") or 15)
    until = last_day(year, month, day, part)
    if found["by"] and not (day or part or found["latest"]):
        return _by(end_before(year, month))
    if _is_due(found, scope) or part in _ENDED:
        return _by(until)
    return _Read(DeadlineKind.DAY if day else DeadlineKind.WINDOW, first_day(year, month, day, part), until)


def _in_figures(found: re.Match[str], scope: _Scope) -> _Read:
    """2019-05-20, 2019.5.20, 2019.3.1-2019.4.30."""
    year = int(found["y3"])
    day = DayOfYear(year, int(found["m3"]), int(found["d3"]))
    if found["m4"]:
        end = DayOfYear(int(found["y4"] or year), int(found["m4"]), int(found["d4"]))
        return _Read(DeadlineKind.WINDOW, day, end)
    return _by(day) if _is_due(found, scope) else _Read(DeadlineKind.DAY, day, day)


def _short(found: re.Match[str], scope: _Scope) -> _Read | None:
    """5.20前, 5/20前; without 前 it may be any number."""
    if not _is_due(found, scope):
        return None
    month, day = int(found["m5"]), int(found["d5"])
    first = DayOfYear(scope.unnamed(month, day, due=True), month, day)
    if found["m8"]:
        return _window(first, (int(found["m8"]), found["d8"], None))
    return _by(first)


def _short_month(found: re.Match[str], scope: _Scope) -> _Read | None:
    """2024.5—2024.10; 2024.5前, 2024-05前: one without 前 may be any number."""
    year, month = int(found["y6"]), int(found["m6"])
    if found["m7"]:
        until = last_day(int(found["y7"]), int(found["m7"]), None, None)
        return _Read(DeadlineKind.WINDOW, DayOfYear(year, month, 1), until)
    if found["by"] and not found["latest"]:
        return _by(end_before(year, month))
    return _by(last_day(year, month, None, None)) if _is_due(found, scope) else None


def _whole_year(found: re.Match[str], scope: _Scope) -> _Read | None:
    """全年, where a time is asked for; elsewhere it is a manner of speaking."""
    return _span(scope.year(found, "w", 12), 1, 12, ends=False) if scope.due else None


def _alone(found: re.Match[str], scope: _Scope) -> _Read | None:
    """20日前 is of the month before it; without one it may be a number of days."""
    return _by(scope.last._replace(day=number(found["alone"]) or 0)) if scope.last is not None else None


def _eve(found: re.Match[str], scope: _Scope) -> _Read:
    """“七一”前 is until the day before."""
    month, day = EVES[found["feast"]]
    return _by(DayOfYear(scope.unnamed(month, day, due=True), month, day))


def _near_month(found: re.Match[str], scope: _Scope) -> _Read | None:
    """本月底, 下月5日前: counted from the day of issue."""
    issued = scope.frame.issued
    if issued is None:
        return None
    carried, month = divmod(issued.month - 1 + (found["near"] != "本"), 12)
    year = issued.year + carried
    until = last_day(year, month + 1, found["dn"], found["pn"])
    if _is_due(found, scope) or found["pn"] in _ENDED:
        return _by(until)
    since = first_day(year, month + 1, found["dn"], found["pn"])
    return _Read(DeadlineKind.DAY if found["dn"] else DeadlineKind.WINDOW, since, until)


def _weekday(found: re.Match[str], scope: _Scope) -> _Read | None:
    """本周五前: counted from the day of issue."""
    issued = scope.frame.issued
    if issued is None:
        return None
    at = "一二三四五六日".find(found["weekday"].replace("天", "日")) + 7 * (found["week"] == "下")
    meant = issued + timedelta(days=at - issued.weekday())
    day = DayOfYear(meant.year, meant.month, meant.day)
    return _by(day) if _is_due(found, scope) else _Read(DeadlineKind.DAY, day, day)


def _range(found: re.Match[str], scope: _Scope) -> _Read | None:
    """3月1日-4月30日, 3月1日-15日, 9-12月; other ranges of numbers are not times."""
    month, day = number(found["ma"]) or 0, found["da"] or found["dax"]
    if found["only"] and day is None:
        return None
    end = (
        (12, "31", None)
        if found["till"]
        else (number(found["mb"] or "") or 0, found["db"] or found["dbx"], found["pb"])
    )
    if found["only"]:
        end = (month, found["only"], None)
    year = scope.year(found, "a", month, number(day or "") or 15)
    since = first_day(year, month, day, found["pa"])
    if found["yb"] or found["rb"]:
        until = last_day(scope._replace(named=since).year(found, "b", end[0]), *end)
        return _Read(DeadlineKind.WINDOW, _before(since, until), until)
    return _window(since, end)


def _before(since: DayOfYear, until: DayOfYear) -> DayOfYear:
    """The begin of a window whose end alone names its year: 11月1日—2025年2月28日."""
    if until.year is None or (since.year is not None and since <= until):
        return since
    return since._replace(year=until.year - (since[1:] > until[1:]))


def _window(since: DayOfYear, end: tuple[int, str | None, str | None]) -> _Read:
    """11月-2月 ends in the following year."""
    until = last_day(since.year, *end)
    if since.year is not None and until[1:] < since[1:]:
        until = last_day(since.year + 1, *end)
    return _Read(DeadlineKind.WINDOW, since, until)


_READERS: tuple[tuple[str, Callable[[re.Match[str], _Scope], _Read | None]], ...] = (
    ("every", _recurring),
    ("m3", _in_figures),
    ("ma", _range),
    ("m1", _single),
    ("end", _year_end),
    ("half", _half),
    ("q", _quarter),
    ("whole", _whole_year),
    ("alone", _alone),
    ("feast", _eve),
    ("near", _near_month),
    ("weekday", _weekday),
    ("m6", _short_month),
    ("m5", _short),
)
