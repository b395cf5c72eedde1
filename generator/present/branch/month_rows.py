"""What stands on 本月一页: what falls due, what is past its day, and what nobody has checked yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import words
from generator.model.finding import Finding, Verdict
from generator.model.kinds import Duty
from generator.model.records.activity import Activity
from generator.present.branch.due_rows import BlankForm, DueRow, blank_form, duty_rows, reminder_rows, resolved
from generator.present.branch.open_year import OpenYear
from generator.present.calendar.remind import Window, plan_reminder, remedy_reminders
from generator.present.kit.catalogue import StandardView

AHEAD = 40
"""Days that the sheet looks ahead: to the end of the next month, on most days of a month."""


class PastRow(NamedTuple):
    """What one standard asked and was not met in time, with the periods, what the records show, and what is left to do."""

    standard: StandardView
    text: str
    periods: str
    reason: str
    how: str
    form: BlankForm | None


def due_list(years: Sequence[OpenYear], activities: Iterable[Activity], window: Window) -> list[DueRow]:
    """What falls due in the window, the nearest first: duties of all `years`, plan and remedies of the first, resolutions."""
    return sorted(_rows(years, activities, window), key=lambda row: row.due)


def _rows(years: Sequence[OpenYear], activities: Iterable[Activity], window: Window) -> Iterator[DueRow]:
    for each in years:
        yield from duty_rows(each.findings, each.catalogue, each.standards, window)
    year = years[0]
    further = {
        "办好以后记入推进计划": plan_reminder(year.plan, year.clause, window),
        "办好以后记入对策": remedy_reminders(year.remedies, year.standards, window),
        "办好以后在原始记录里注明": resolved(activities, window),
    }
    for how, reminders in further.items():
        yield from reminder_rows(reminders, how, window)


def past_rows(years: Iterable[OpenYear]) -> list[PastRow]:
    """缺项 of the branch's own duties; criteria of one standard that lack the same periods stand together."""
    return [row for each in years for row in _past(each)]


def _past(year: OpenYear) -> Iterator[PastRow]:
    found: dict[tuple[str, str], list[Finding]] = {}
    for rows in _with(year, Verdict.UNMET).values():
        periods = "、".join(words.short_period(row.period) for row in rows)
        found.setdefault((rows[0].standard, periods), []).append(rows[-1])
    for (standard, periods), rows in found.items():
        views = [year.catalogue.criteria[row.criterion] for row in rows]
        last = "最近一期：" if "、" in periods else ""
        yield PastRow(
            standard=year.catalogue.standards[standard],
            text="；".join(view.text for view in views),
            periods=periods if year.current else f"{year.year}年度{periods}",
            reason=last + "；".join(dict.fromkeys(row.reason.partition("；")[0] for row in rows)),
            how="现在改正，改后登记" if rows[0].period.is_day else "办过的补录，没有办的说明原因",
            form=blank_form(views),
        )


def unrecorded_rows(years: Iterable[OpenYear]) -> list[tuple[StandardView, str]]:
    """无记录 of the branch's own duties: the standard, and the periods."""
    return [row for each in years for row in _unrecorded(each)]


def _unrecorded(year: OpenYear) -> Iterator[tuple[StandardView, str]]:
    periods: dict[str, dict[str, None]] = {}
    for found in _with(year, Verdict.NO_RECORD).values():
        for row in found:
            periods.setdefault(row.standard, {})[words.short_period(row.period)] = None
    return ((year.catalogue.standards[id], "、".join(names)) for id, names in periods.items())


def _with(year: OpenYear, verdict: Verdict) -> Mapping[str, list[Finding]]:
    """The branch's own findings with a verdict by criterion; what was the state on a day of a past year stays so."""
    found: dict[str, list[Finding]] = {}
    for row in year.findings.findings:
        if row.duty is Duty.BRANCH and row.verdict is verdict and not year.catalogue.standards[row.standard].withheld:
            found.setdefault(row.criterion, []).append(row)
    return found
