"""本月一页 on paper: calendar, what falls due, what is past its day, last month's remedies; one month of one branch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.disclose.view import BranchView
from generator.model import words
from generator.model.month_sheet import MonthGap, MonthRemedy, MonthSheet, MonthTask
from generator.model.period import Period
from generator.model.records.branch_plan import Remedy
from generator.present.branch.branch_year import BranchYear, current_year
from generator.present.branch.due_rows import DueRow
from generator.present.branch.head import branch_name
from generator.present.branch.month_calendar import month_weeks
from generator.present.branch.month_rows import AHEAD, PastRow, due_list, past_rows, unrecorded_rows
from generator.present.branch.open_year import OpenYear
from generator.present.branch.plan_section import remedy_line
from generator.present.calendar.remind import Window
from generator.present.kit.sheet_heads import sheet_imprint
from generator.present.kit.site import Site


class _Month(NamedTuple):
    """A month as `as_of` sees it; `until` is the last day that is looked at, beyond its end for the month of `as_of`."""

    start: date
    end: date
    as_of: date

    @property
    def until(self) -> date:
        return self.as_of + timedelta(AHEAD) if self.start <= self.as_of <= self.end else self.end

    @property
    def window(self) -> Window:
        return Window(as_of=self.as_of, days=max((self.until - self.as_of).days, 0))

    def holds(self, day: date) -> bool:
        return self.start <= day <= self.end


def month_sheet(site: Site, view: BranchView, month: date | None = None) -> MonthSheet | None:
    """The sheet of the month with the day `month` in it, else of the month of `as_of`; `view` has to show conclusions.

    None for a branch that has nothing to do in the edition's year: it is dissolved, or the year is another one.
    """
    year = current_year(site, view)
    if not year.under_way:
        return None
    day = month or site.as_of
    span = Period.month(day.year, day.month)
    return _sheet(year, _Month(span.start, span.end, site.as_of))


def _sheet(year: BranchYear, month: _Month) -> MonthSheet:
    site, dossier, years = year.site, year.dossier, year.open_years
    name, called = branch_name(site, dossier.profile), f"{month.start.year}年{month.start.month}月"
    rows = [row for row in due_list(years, dossier.activities, month.window) if row.due >= month.start]
    here = [row for row in rows if month.holds(row.due)]
    held = (row for row in dossier.activities if month.holds(row.on) and row.on <= site.as_of)
    return MonthSheet(
        imprint=sheet_imprint(site, f"{called}一页", name),
        title=f"{name}{called}一页",
        facts=tuple(_facts(year)),
        weeks=month_weeks(month.start, here, held, site.institution.holidays),
        tasks=tuple(_task(row, site.as_of) for row in here),
        later=tuple(_task(row, site.as_of) for row in rows if row.due > month.end),
        quiet=_quiet(year, month),
        past=tuple(_gap(row) for row in past_rows(years)),
        remedies=tuple(_remedies(years, month)),
        unrecorded=tuple(f"{view.id} {view.name}（{periods}）" for view, periods in unrecorded_rows(years)),
        checked=_checked(year),
        rest="见检查清单和支部档案",
    )


def _facts(year: BranchYear) -> Iterator[tuple[str, str]]:
    yield "所属", year.site.committee_names.get(year.dossier.committee, "")
    yield "类型", f"{year.dossier.profile.kind}党支部"


def _quiet(year: BranchYear, month: _Month) -> str:
    if year.judged.assessment.standard_set is None:
        return "没有适用于本支部的标准集，不作判定。"
    if month.end < month.as_of:
        return "这个月已经过去，没有待办。"
    return "记录显示：这个月没有到期的事项。"


def _checked(year: BranchYear) -> str:
    day = year.dossier.profile.reconciled_through
    state = f"台账核对至{words.day(day)}。" if day else "台账还没有核对过。"
    return f"{state}办过的补录；没有办的不用写，等基层党委核对。"


def _task(row: DueRow, as_of: date) -> MonthTask:
    standard = f"{row.standard.id} {row.standard.name}" if row.standard else ""
    return MonthTask(
        day=words.short_day(row.due) if row.due.year == as_of.year else words.day(row.due),
        left=f"{words.weekday(row.due)}，{words.countdown(as_of, row.due)}",
        verdict=row.verdict,
        text=row.text,
        how=row.how,
        ground="；".join(filter(None, (standard, row.ground))),
    )


def _gap(row: PastRow) -> MonthGap:
    return MonthGap(f"{row.standard.id} {row.standard.name}", row.text, row.periods, row.reason, row.how)


def _remedies(years: Iterable[OpenYear], month: _Month) -> Iterator[MonthRemedy]:
    """Those of last month: due or done since its first day, and whatever is open past its day."""
    for year in years:
        for row in year.remedies:
            if _is_last_months(row, month):
                line = remedy_line(row, year.catalogue, month.as_of)
                yield MonthRemedy(line.problem, line.measure, line.responsible, line.due, line.state)


def _is_last_months(row: Remedy, month: _Month) -> bool:
    before = (month.start - timedelta(1)).replace(day=1)
    done = row.done is not None and row.done <= month.as_of
    if done:
        return row.done is not None and before <= row.done <= month.end
    return row.due < month.start
