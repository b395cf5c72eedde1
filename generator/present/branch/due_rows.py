"""Rows of what a branch has to do: until when, what, how it is made good, under which clause, and on which form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.check import PlannedDay
from generator.model.files import declared_forms
from generator.model.finding import Assessment, Verdict, roll_up
from generator.model.period import Period
from generator.model.records.activity import Activity
from generator.model.standard_set import StandardSet
from generator.present.calendar.remind import Reminder, Window, occasions
from generator.present.kit.catalogue import Catalogue, CriterionView, StandardView
from generator.present.kit.templates import render
from generator.present.kit.urls import form_file, month_path, root
from generator.present.kit.verdicts import CHIPS

_TITLES = {form_file(form.layout.id): form.layout.title for form in declared_forms()}


class BlankForm(NamedTuple):
    """A blank form to print, with a link from the site's root."""

    title: str
    file: str


class DueRow(NamedTuple):
    """One thing to do: until when, what, how it is made good, under which clause; `html` is the row of the table.

    `verdict` and `standard` are those of a duty that a standard asks for.
    """

    due: date
    text: str
    how: str
    ground: str
    html: Markup
    verdict: Verdict | None = None
    standard: StandardView | None = None


class _Duty(NamedTuple):
    """What several branches have to do alike: the key of the rows that are drawn once for all of them."""

    standard: StandardView
    views: tuple[CriterionView, ...]
    verdict: Verdict
    period: Period
    planned: bool


def duty_rows(assessment: Assessment, catalogue: Catalogue, standards: StandardSet, window: Window) -> Iterator[DueRow]:
    """The branch's own duties of one year."""
    days = _planned(standards)
    for due, found in occasions(assessment, catalogue.criteria, window):
        if catalogue.standards[found[0].standard].withheld:
            continue
        duty = _Duty(
            standard=catalogue.standards[found[0].standard],
            views=tuple([catalogue.criteria[row.criterion] for row in found]),
            verdict=roll_up([row.verdict for row in found]),
            period=found[0].period,
            planned=any(row.criterion in days for row in found),
        )
        yield _duty_row(duty, due, window.as_of)


def reminder_rows(reminders: Iterable[Reminder], how: str, window: Window) -> Iterator[DueRow]:
    """What is due beside the standards' duties, with what to do once it is done."""
    for row in reminders:
        html = _drawn(window.as_of, row.due, text=row.text, how=how, ground=row.ground)
        yield DueRow(row.due, row.text, how, row.ground, html)


def resolved(activities: Iterable[Activity], window: Window) -> Iterator[Reminder]:
    """What meetings have resolved to do until a day in the window."""
    for activity in activities:
        for task in activity.follow_ups:
            if task.due is not None and window.holds(task.due) and activity.on <= window.as_of:
                ground = f"{words.short_day(activity.on)}{'、'.join(activity.kinds)}议定"
                yield Reminder(task.due, f"落实：{task.matter}（责任 {task.responsible}）", ground)


def blank_form(views: Iterable[CriterionView]) -> BlankForm | None:
    """The first form that there is for several criteria."""
    return next((BlankForm(_TITLES[view.form], view.form) for view in views if view.form), None)


@lru_cache(maxsize=64)
def _planned(standards: StandardSet) -> frozenset[str]:
    """The criteria whose activity has a planned day."""
    checks = standards.parameters.items()
    return frozenset(id for id, check in checks if isinstance(check.schedule(), PlannedDay))


@lru_cache(maxsize=2048)
def _duty_row(duty: _Duty, due: date, as_of: date) -> DueRow:
    year, text = duty.period.start.year, "；".join(view.text for view in duty.views)
    text = text if year == as_of.year else f"{text}（{year}年度）"
    how, ground, form = _how(duty.period, due, planned=duty.planned), duty.standard.grounds, blank_form(duty.views)
    chip = CHIPS[duty.verdict]
    html = _drawn(as_of, due, chip=chip, text=text, how=how, ground=ground, standard=duty.standard, form=form)
    return DueRow(due, text, how, ground, html, duty.verdict, duty.standard)


def _drawn(as_of: date, due: date, **what: object) -> Markup:
    day = words.short_day(due) if due.year == as_of.year else words.day(due)
    left, given = words.countdown(as_of, due), {"chip": "", "standard": None, "form": None, **what}
    row = render("branch/_due_row", day=day, weekday=words.weekday(due), left=left, root=root(month_path("")), **given)
    return Markup(row)  # noqa: S704 - escaped by the template


def _how(period: Period, due: date, *, planned: bool) -> str:
    """How it is made good while there is time: within the same month or quarter, never in the next one."""
    start, end, span = words.short_day(period.start), words.short_day(period.end), words.months(period)
    if planned and due < period.end:
        return f"{words.short_day(due)}是计划日；当天办不成的，在{end}以前改期，写明理由（A15）"
    if planned:
        return f"计划日已过，在{end}以前改期补办，写明理由；下月办的不抵（A15）"
    if span is not None:
        ends, other = ("月底", "下月") if span[1] == 1 else ("季末", "下一季")
        return f"到{ends}以前哪一天办都算；{other}办的不抵（A11）"
    return "到期以前办好，记入台账" if period.is_day or period.name.isdigit() else f"{start}—{end}之间办"
