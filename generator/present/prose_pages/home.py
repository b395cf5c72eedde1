"""The home page's live parts: entrances by role, the month ahead, the aspects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from markupsafe import Markup

from generator.model import words
from generator.model.period import last_of_month
from generator.model.placeholders import Slot
from generator.present.calendar.days import month_ahead
from generator.present.kit.catalogue import AspectView, Catalogue, StandardView
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    COMMITTEES,
    FINDER,
    FORMS,
    INSTITUTION_MATRIX,
    SHOWCASES,
    STANDARDS,
    plan_calendar_path,
    root,
    set_path,
    url,
)


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
    text: Markup
    left: str


def _role_cards(at: SlotContext) -> str:
    """Entrances by role; where each leads depends on what the edition holds."""
    return render("prose_pages/home_roles", roles=tuple(_roles(at.site, at.path)))


def _month(at: SlotContext) -> str:
    """The dates that the standards set in this month, and the end of the plan's phase: nothing is about any branch."""
    site, path = at.site, at.path
    dates = sorted(_dates(site), key=itemgetter(0))
    return render(
        "prose_pages/home_month",
        month=f"{site.as_of.year}年{site.as_of.month}月",
        dates=[_date(site.as_of, day, site.cites.linked(text, root(path))) for day, text in dates],
        target=url(path, FORMS),
        calendar=url(path, plan_calendar_path()),
    )


def _aspect_cards(at: SlotContext) -> str:
    """The aspects with their standards, as cards."""
    return render(
        "prose_pages/home_aspects", rows=list(_aspects(at.site.default, at.path)), total=len(at.site.default.standards)
    )


def _standard_table(at: SlotContext) -> str:
    """The same as a table, for the list of the set that the page is of; and which other sets there are."""
    shown = at.site.catalogue_at(at.path)
    others = [(row, url(at.path, set_path(row.id))) for row in at.site.catalogues.values() if row is not shown]
    return render("prose_pages/standards", chosen=shown, rows=list(_aspects(shown, at.path)), others=others)


def _notice(at: SlotContext) -> str:
    """What the institution has to say of the whole site (声明); nothing where it has nothing to say."""
    return render("prose_pages/home_notice", notice=at.site.institution.notice)


SLOTS = {
    Slot.HOME_ROLES: _role_cards,
    Slot.HOME_MONTH: _month,
    Slot.HOME_ASPECTS: _aspect_cards,
    Slot.HOME_NOTICE: _notice,
    Slot.STANDARDS: _standard_table,
}


def _aspects(catalogue: Catalogue, path: str) -> Iterator[tuple[AspectView, str, list[tuple[StandardView, str]]]]:
    for aspect in catalogue.aspects:
        yield aspect, url(path, aspect.path), [(view, url(path, view.path)) for view in aspect.standards]


def _roles(site: Site, path: str) -> Iterator[Entrance]:
    secretary = "查到本支部，看本月要办" if site.judged else "查到本支部，打印空表和检查清单"
    yield Entrance(role="支部书记", text=secretary, target=url(path, FINDER))
    matrix = site.judged and site.whole
    organiser = ("看各基层党委对照", INSTITUTION_MATRIX) if matrix else ("按基层党委看支部", COMMITTEES)
    yield Entrance(role="组织员", text=organiser[0], target=url(path, organiser[1]))
    yield Entrance(role="观摩者", text="选一个观摩点，看路线和时段", target=url(path, SHOWCASES))
    yield Entrance(role="读者", text="从标准目录读起", target=url(path, STANDARDS))


def _dates(site: Site) -> Iterator[tuple[date, str]]:
    yield from month_ahead(site)
    first = site.as_of.replace(day=1)
    last = last_of_month(first.year, first.month)
    for number, phase in enumerate(site.plan.phases if site.plan else (), 1):
        if phase.since <= site.as_of and last < phase.until:
            name = phase.short_name or phase.name
            yield phase.until, f"阶段{words.numeral(number)}截止：{name}（方案 {phase.clause}）"
    for holiday in site.institution.holidays:
        for day, text in ((holiday.since, f"{holiday.name}开始"), (holiday.until, f"{holiday.name}结束")):
            if first <= day <= last:
                yield day, text


def _date(as_of: date, day: date, text: Markup) -> Date:
    left = "今天" if day == as_of else words.countdown(as_of, day) if day - as_of > timedelta(0) else "已过"
    return Date(day=words.short_day(day), weekday=words.weekday(day), text=text, left=left)
