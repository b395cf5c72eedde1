"""Forms for a branch's own next planned day, with its name and the day filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from markupsafe import escape

from generator.model import words
from generator.model.check import PlannedDay, RecordKind
from generator.model.files import declared_forms
from generator.model.form import Form
from generator.model.kinds import ActivityKind
from generator.model.period import nth_weekday
from generator.present.forms.outputs import form_outputs
from generator.present.kit.site import Site
from generator.present.kit.templates import render

PLANNED = "计划日"
"""What the head of a form calls the day that is planned for every month."""

_NAME = "\x00"
"""Stands for the branch's name in a form that is drawn once for all branches."""


class NextDay(NamedTuple):
    """The next planned day of a kind of activity, and its rule in words (第四个星期四)."""

    day: date
    rule: str

    def __str__(self) -> str:
        return f"{words.day(self.day)}（{self.day.month}月{self.rule}）"


def planned_day(site: Site, kind: RecordKind) -> PlannedDay | None:
    """Which day of every month the default set plans for a kind of activity."""
    standard_set = site.sets_in_force[0]
    checks = (standard_set.parameters.get(row.id) for each in standard_set.standards for row in each.criteria)
    schedules = (check.schedule() for check in checks if check)
    return next((row for row in schedules if isinstance(row, PlannedDay) and row.kind is kind), None)


def spoken_rule(planned: PlannedDay) -> str:
    """The rule in words: 第四个星期四."""
    return f"第{words.numeral(planned.nth)}个星期{words.WEEKDAYS[planned.weekday]}"


def planned_blanks(site: Site) -> Mapping[str, str]:
    """What the head of a form for any branch and month says of the planned day, by label: its rule, with room for the day."""
    planned = planned_day(site, ActivityKind.THEME_DAY)
    rule = spoken_rule(planned) if planned else "固定的一天"
    return {PLANNED: f"　　　　年　　月{rule}，即　　日"}


def month_blanks(site: Site, month: date) -> Mapping[str, str]:
    """What a form for a month says by label, where the month alone is enough; `month` is its first day."""
    known = {"日期": f"{month.year}年{month.month}月　　日", "月份": f"{month.year}年{month.month}月"}
    planned = planned_day(site, ActivityKind.THEME_DAY)
    if planned is None:
        return known
    day = nth_weekday(month.year, month.month, planned.weekday, planned.nth)
    return known | {PLANNED: str(NextDay(day, spoken_rule(planned)))}


def next_planned_day(site: Site, kind: RecordKind) -> date | None:
    """The first planned day of a kind of activity from `as_of` to the end of its year; None where there is none."""
    planned = planned_day(site, kind)
    found = _next(planned, site.as_of) if planned else None
    return found.day if found else None


def prefilled_forms(site: Site, branch: str) -> str:
    """The forms for the next planned days of the edition's own year, for a branch of that name; none in other years."""
    if site.further or site.as_of.year != site.year:
        return ""
    name = escape(branch)
    return "".join(_drawn(form, next_day).replace(_NAME, name) for form, next_day in _planned(site))


def _planned(site: Site) -> list[tuple[Form, NextDay]]:
    found = ((form, planned_day(site, form.about)) for form in declared_forms() if PLANNED in form.heading)
    days = ((form, _next(rule, site.as_of)) for form, rule in found if rule is not None)
    return [(form, next_day) for form, next_day in days if next_day is not None]


def _next(planned: PlannedDay, as_of: date) -> NextDay | None:
    days = (nth_weekday(as_of.year, month, planned.weekday, planned.nth) for month in range(as_of.month, 13))
    return next((NextDay(day, spoken_rule(planned)) for day in days if day >= as_of), None)


@lru_cache(maxsize=8)
def _drawn(form: Form, next_day: NextDay) -> str:
    given = {form.heading[0]: _NAME, PLANNED: str(next_day)}
    return render("forms/prefilled", form=form, tables=form_outputs()["printed"].make(form, given))
