"""The home page's live parts: entrances by role, the month ahead, the seven aspects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.period import last_of_month, nth_weekday
from generator.model.standard import Criterion
from generator.present import words
from generator.present.links import url
from generator.present.site import Site
from generator.present.templates import render

SHOWN_SHOWCASES = 3
"""How many showcases the home page shows."""

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """One role's way in."""

    role: str
    text: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One date of the month ahead."""

    day: str
    weekday: str
    text: str
    left: str


def roles(site: Site, path: str) -> str:
    """Entrances by role; where each leads depends on what the edition holds."""
    return render("slots/home-roles", roles=tuple(_roles(site, path)))


def month(site: Site, path: str) -> str:
    """The dates of this month that the standards themselves set: nothing here is about any branch."""
    dates = sorted(dict.fromkeys(_dates(site)))
    return render(
        "slots/home-month",
        month=f"{site.as_of.year}年{site.as_of.month}月",
        dates=[_date(site.as_of, day, text) for day, text in dates],
        target=url(path, "forms/"),
    )


def aspects(site: Site, path: str) -> str:
    """The seven aspects with their standards."""
    rows = [
        (aspect, url(path, aspect.path), [(view, url(path, view.path)) for view in aspect.standards])
        for aspect in site.default.aspects
    ]
    return render("slots/home-aspects", rows=rows, total=len(site.default.standards))


def _roles(site: Site, path: str) -> Iterator[Entrance]:
    secretary = "查到本支部，看本月要办" if site.judged else "查到本支部，打印空表和检查清单"
    yield Entrance(role="支部书记", text=secretary, target=url(path, "finder/"))
    matrix = site.judged and site.whole
    organiser = ("看各基层党委对照", "matrix/") if matrix else ("按基层党委看支部", "committees/")
    yield Entrance(role="组织员", text=organiser[0], target=url(path, organiser[1]))
    yield Entrance(role="观摩者", text="选一个观摩点，看路线和时段", target=url(path, "showcases/"))
    yield Entrance(role="读者", text="从标准目录读起", target=url(path, "standards/"))


def _dates(site: Site) -> Iterator[tuple[date, str]]:
    first = site.as_of.replace(day=1)
    last = last_of_month(first.year, first.month)
    for standards in site.sets[:1]:
        for standard in standards.standards:
            for criterion in standard.criteria:
                yield from _criterion_dates(criterion, first, last)
    for holiday in site.institution.holidays:
        for day, text in ((holiday.since, f"{holiday.name}开始"), (holiday.until, f"{holiday.name}结束")):
            if first <= day <= last:
                yield day, text


def _criterion_dates(criterion: Criterion, first: date, last: date) -> Iterator[tuple[date, str]]:
    if (criterion.since and last < criterion.since) or (criterion.until and last > criterion.until):
        return
    what = criterion.parameters.get("记录")
    if not isinstance(what, str):
        return
    nth, weekday = criterion.parameters.get("第几个"), criterion.parameters.get("星期")
    if nth is not None and weekday in tuple(_WEEKDAYS):
        number = int(nth)
        yield (
            nth_weekday(first.year, first.month, _WEEKDAYS.index(str(weekday)), number),
            _planned(what, number, weekday),
        )
    elif criterion.check == "频次":
        yield from _cycle_end(criterion, what, last)


def _planned(what: str, nth: int, weekday: object) -> str:
    return f"{what}计划日（第{words.numeral(nth)}个星期{weekday}）"


def _cycle_end(criterion: Criterion, what: str, last: date) -> Iterator[tuple[date, str]]:
    cycle = criterion.parameters.get("每")
    ends = {"月": True, "季": last.month % 3 == 0, "年": last.month == 12}
    if ends.get(str(cycle), False):
        yield last, f"本{cycle}{what}截止"


def _date(as_of: date, day: date, text: str) -> Date:
    left = "今天" if day == as_of else words.countdown(as_of, day) if day - as_of > timedelta(0) else "已过"
    return Date(day=words.short_day(day), weekday=words.weekday(day), text=text, left=left)
