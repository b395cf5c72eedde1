"""三会一课 of a committee's branches, quarter by quarter: a row a branch, a column a month or a quarter of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model import words
from generator.model.finding import Verdict
from generator.model.index import BranchEntry
from generator.model.kinds import ActivityKind
from generator.model.page import Page
from generator.model.period import Cycle, Period, periods
from generator.model.summary import BranchSummary
from generator.model.year_course import THREE_MEETINGS, MeetingColumn, meeting_columns
from generator.present.committee.views import CommitteeView
from generator.present.kit.fragments import joined
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, NUMBER, Heading, PageKind
from generator.present.kit.pager import ListPart
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    COMMITTEES,
    branch_path,
    committee_meetings_path,
    committee_path,
    file_path,
    part_path,
    root,
    url,
)
from generator.present.kit.verdicts import CELLS, CLASSES, LEGEND

_MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterTable:
    """The branches in one quarter; `heads` are the kinds with their number of columns.  No rows before it begins."""

    number: int
    name: str
    heads: tuple[tuple[str, int], ...]
    columns: tuple[MeetingColumn, ...]
    rows: tuple[tuple[str, str, Markup], ...]
    began: bool


def _pages(view: CommitteeView) -> Iterator[Page]:
    for part in view.parts:
        yield _page(view, part)


PAGES = (
    PageKind(
        name="meetings",
        about="所属支部的三会一课，一季一季开了几次",
        subject=CommitteeView,
        paths=(committee_meetings_path(ID), part_path(committee_meetings_path(ID), NUMBER)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=tuple(Heading(2, f"quarter-{number}", f"第{words.numeral(number)}季度") for number in range(1, 5)),
        make=_pages,
    ),
)


def _page(view: CommitteeView, part: ListPart[BranchEntry]) -> Page:
    site, entry = view.site, view.entry
    first = committee_meetings_path(entry.id)
    path = part.path(first)
    title = part.title(f"{entry.committee.name}三会一课季度表")
    summaries = view.summaries_on(part).rows
    body = render(
        "committee/meetings",
        title=title,
        edition=site.edition,
        root=root(path),
        committee=entry.committee.name,
        committee_file=file_path(committee_path(entry.id)),
        tables=[_table(row, summaries, site.as_of, path) for row in periods(Cycle.QUARTER, site.year)],
        pages=part.links(first),
        legend=LEGEND,
    )
    return Page(path=path, kind="meetings", title=title, body=body)


def _table(quarter: Period, summaries: Sequence[BranchSummary], as_of: date, path: str) -> QuarterTable:
    number = (quarter.start.month + 2) // _MONTHS_A_QUARTER
    began = quarter.start <= as_of
    columns = tuple(meeting_columns(quarter, [row.course for row in summaries])) if began else ()
    return QuarterTable(
        number=number,
        name=f"第{words.numeral(number)}季度",
        heads=tuple((kind.value, span) for kind in THREE_MEETINGS if (span := _span(columns, kind))),
        columns=columns,
        rows=tuple(_row(row, columns, path) for row in summaries) if columns else (),
        began=began,
    )


def _span(columns: Sequence[MeetingColumn], kind: ActivityKind) -> int:
    return sum(column.kind is kind for column in columns)


def _row(summary: BranchSummary, columns: Sequence[MeetingColumn], path: str) -> tuple[str, str, Markup]:
    found = (summary.course.meetings.get(column.kind, {}).get(column.period) for column in columns)
    return summary.name, url(path, branch_path(summary.id), "year"), joined(map(_cell, found))


def _cell(verdict: Verdict | None) -> str:
    return "<td></td>" if verdict is None else f'<td class="{CLASSES[verdict]}">{CELLS[verdict]}</td>'
