"""交叉观摩 of a year: the rounds and their batches, who has been where, what each point has received; unranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.index import BranchEntry
from generator.model.opening import hours_words
from generator.model.page import Page
from generator.model.period import Cycle, periods
from generator.model.records.school_register import SchoolRegister
from generator.model.records.selection import Visit
from generator.model.records.visit_schedule import PlannedVisit, VisitSchedule, VisitState
from generator.model.words import day as say_day
from generator.model.words import numeral, short_day, short_day_and_weekday
from generator.present.committee.views import InstitutionView
from generator.present.kit.page_kind import JUDGED_EDITIONS, YEAR, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import coming_visits, school_register
from generator.present.kit.urls import (
    COMMITTEES,
    INSTITUTION_MATRIX,
    VISITS_NOTED,
    branch_path,
    showcase_path,
    url,
    visit_days_file,
    visits_path,
)

Link = tuple[str, str]
"""A name and where it leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitBatch:
    """What a point receives at one time; `places` says how many branches come and fit."""

    when: str
    host: Link
    guests: tuple[Link, ...]
    places: str
    states: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundBlock:
    """One round: its days, its batches in order, and the branches that do not take part, with the reason."""

    title: str
    batches: tuple[VisitBatch, ...]
    excused: tuple[tuple[Link, str], ...]


class VisitRow(NamedTuple):
    """One branch: whether it has been out, and a cell for each point."""

    name: Link
    out: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """One point: what it has received by quarter, and what is still planned."""

    name: Link
    quarters: tuple[str, ...]
    planned: str


def _pages(view: InstitutionView) -> Iterator[Page]:
    """One for each year of which there are visits or rounds."""
    for year in view.site.unit_years(view.site.index.further):
        site = view.site.of(year)
        register = school_register(site)
        if register.visits or register.schedules:
            yield _page(_VisitYear(site, register))


PAGES = (
    PageKind(
        name="visits",
        about="谁哪一天去看谁：交叉观摩的安排、看过的和还没有看的",
        subject=InstitutionView,
        paths=(visits_path(), visits_path(YEAR)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(
            Heading(2, "rounds", "观摩安排"),
            Heading(2, "matrix", "谁看过谁"),
            Heading(2, "points", "各观摩点的接待"),
            Heading(2, "open", "还没有记录的"),
        ),
        make=_pages,
        toc=False,
        systems=("Y35",),
    ),
)


class _VisitYear:
    """The visits of one year: those on record up to the day, and those that are planned."""

    def __init__(self, site: Site, register: SchoolRegister) -> None:
        self.site, self.schedules = site, register.schedules
        self.path = visits_path(site.year_folder)
        self.held = sorted((row for row in register.visits if row.on <= site.as_of), key=lambda row: row.on)
        self.points = [row.branch for row in site.index.showcases]
        self.living = [row for row in site.index.branches() if not row.ended(site.as_of)]
        coming = [row for each in register.schedules for row in each.visits if row.state is not VisitState.CANCELLED]
        self.coming = [row for row in coming if not self._over(row)]
        self.excused = {row.branch for each in register.schedules for row in each.excused}

    def _over(self, row: PlannedVisit) -> bool:
        """Whether the visit is on record."""
        return any(row.host == held.host and row.branch in held.guests and row.day == held.on for held in self.held)

    def branch(self, id: str) -> Link:
        """A branch as a link to its page."""
        entry = self.site.branches.get(id)
        return entry.called(self.site.as_of) if entry else id, url(self.path, branch_path(id))

    def point(self, id: str) -> Link:
        """A point as a link to its showcase."""
        return self.branch(id)[0], url(self.path, showcase_path(id))


def _has_calendar(year: _VisitYear) -> bool:
    """Whether there are visits still to come, for a calendar of them."""
    return not year.site.further and any(True for _ in coming_visits(year.site))


def _page(year: _VisitYear) -> Page:
    site = year.site
    title = f"{site.year}年交叉观摩"
    went = {id for row in year.held for id in row.guests}
    received = {row.host for row in year.held}
    body = render(
        "school/visits",
        title=title,
        edition=site.edition,
        back=url(year.path, INSTITUTION_MATRIX),
        noted=url(year.path, VISITS_NOTED),
        calendar=url(year.path, visit_days_file()) if _has_calendar(year) else "",
        rounds=tuple(_round(year, row) for row in year.schedules),
        points=tuple(year.point(row.id) for row in year.points),
        committees=tuple(_committees(year)),
        quarters=tuple(f"第{numeral(number)}季度" for number in range(1, 5)),
        loads=tuple(_load(year, row) for row in year.points),
        not_out=tuple(year.branch(row.id) for row in year.living if row.id not in went | year.excused),
        not_received=tuple(year.point(row.id) for row in year.points if row.id not in received),
    )
    return Page(path=year.path, kind="visits", title=title, body=body)


def _round(year: _VisitYear, schedule: VisitSchedule) -> RoundBlock:
    return RoundBlock(
        title=f"{say_day(schedule.since)}—{say_day(schedule.until)}",
        batches=tuple(_batches(year, schedule)),
        excused=tuple((year.branch(row.branch), row.reason) for row in schedule.excused),
    )


def _batches(year: _VisitYear, schedule: VisitSchedule) -> Iterator[VisitBatch]:
    people = {row.branch.id: row.showcase.opening.batch for row in year.site.index.showcases}
    found: dict[tuple[date, str, str, str], list[PlannedVisit]] = {}
    for row in schedule.visits:
        if row.state is not VisitState.CANCELLED:
            found.setdefault((row.day, row.since, row.host, row.until), []).append(row)
    for (day, since, host, until), rows in sorted(found.items()):
        size = schedule.batch_size(host, people.get(host, 0))
        yield VisitBatch(
            when=f"{short_day_and_weekday(day)}{hours_words(since, until)}",
            host=year.point(host),
            guests=tuple(year.branch(row.branch) for row in rows),
            places=f"{len(rows)} 个支部，最多 {size} 个",
            states="、".join(dict.fromkeys(_state(year, row) for row in rows)),
        )


def _state(year: _VisitYear, row: PlannedVisit) -> str:
    if row not in year.coming:
        return "已登记"
    return f"{row.state}，没有登记" if row.day < year.site.as_of else row.state


def _committees(year: _VisitYear) -> Iterator[tuple[str, tuple[VisitRow, ...]]]:
    """The branches in the order of the register, committee by committee."""
    for entry in year.site.index.committees:
        rows = tuple(_row(year, row) for row in entry.branches if not row.ended(year.site.as_of))
        if rows:
            yield entry.committee.name, rows


def _row(year: _VisitYear, branch: BranchEntry) -> VisitRow:
    held = {row.host: short_day(row.on) for row in year.held if branch.id in row.guests}
    coming = {row.host: f"{row.state} {short_day(row.day)}" for row in year.coming if row.branch == branch.id}
    cells = ("本支部" if row.id == branch.id else held.get(row.id) or coming.get(row.id, "") for row in year.points)
    out = "有" if held else "不参加" if branch.id in year.excused else "无记录"
    return VisitRow(year.branch(branch.id), out, tuple(cells))


def _load(year: _VisitYear, branch: BranchEntry) -> PointRow:
    held = [row for row in year.held if row.host == branch.id]
    planned = {(row.day, row.since) for row in year.coming if row.host == branch.id}
    quarters = (
        _received([row for row in held if each.start <= row.on <= each.end], begun=each.start <= year.site.as_of)
        for each in periods(Cycle.QUARTER, year.site.year)
    )
    return PointRow(
        name=year.point(branch.id), quarters=tuple(quarters), planned=f"{len(planned)} 批" if planned else "没有"
    )


def _received(rows: Sequence[Visit], *, begun: bool) -> str:
    if not rows:
        return "无记录" if begun else ""
    return f"{len({row.on for row in rows})} 批，{len(set(_guests(rows)))} 个支部"


def _guests(rows: Iterable[Visit]) -> Iterator[str]:
    return (id for row in rows for id in row.guests)
