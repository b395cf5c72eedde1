"""图表: what the branches of a committee, or of all, sum to: by standard, by quarter, and in hours; drawn and in tables.

Nothing is sorted by number, and no branch has a picture of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import words
from generator.model.finding import Verdict
from generator.model.page import Page
from generator.model.summary import SetSums, sums_by_set
from generator.model.year_course import HoursReached, YearCourse, courses_together
from generator.present.committee.views import CommitteeView, InstitutionView
from generator.present.kit.chart import Share, bars, columns
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, Heading, PageKind
from generator.present.kit.school_urls import institution_charts_path
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES, INSTITUTION_MATRIX, committee_charts_path, committee_path, url

_SETTLED = (Verdict.MET, Verdict.UNMET, Verdict.ADVISORY)
"""What can be said of what is due and reconciled, and judged where people must judge it."""

_FEWEST = 10
"""Fewer people are not counted: who they are could be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One line of a table: what was due and reconciled, how much of it is 符合, and what stands beside it."""

    label: str
    short: str
    target: str
    judged: int
    met: int
    no_record: int
    awaiting: int

    @property
    def share(self) -> Share:
        """The same for the picture."""
        return Share(self.short, self.met, self.judged, "条", "" if self.judged else "还没有")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sums:
    """Whose pictures a page has: sums by standard set, and the course of the year, of it or of each of its parts."""

    site: Site
    kind: str
    path: str
    name: str
    back: tuple[str, str]
    sets: tuple[tuple[str, SetSums], ...]
    courses: tuple[tuple[str, YearCourse], ...]


def _of_committee(view: CommitteeView) -> Iterator[Page]:
    living = [row for row in view.summaries if not row.dissolved]
    path, name = committee_charts_path(view.entry.id), view.entry.committee.name
    yield _page(
        _Sums(
            site=view.site,
            kind="committee-charts",
            path=path,
            name=name,
            back=(url(path, committee_path(view.entry.id)), f"回{name}"),
            sets=tuple(sums_by_set(view.summaries).items()),
            courses=((name, courses_together(row.course for row in living)),),
        )
    )


def _of_institution(view: InstitutionView) -> Iterator[Page]:
    path = institution_charts_path()
    yield _page(
        _Sums(
            site=view.site,
            kind="institution-charts",
            path=path,
            name=view.site.institution.name,
            back=(url(path, INSTITUTION_MATRIX), "对照总表"),
            sets=tuple((id, row) for total in view.totals for id, row in total.sets.items()),
            courses=tuple((total.name, total.course) for total in view.totals),
        )
    )


_HEADINGS = (Heading(2, "standards", "按标准"), Heading(2, "quarters", "按季度"), Heading(2, "hours", "党员学时"))

PAGES = (
    PageKind(
        name="committee-charts",
        about="所属支部的频次、学时和进度，画成图",
        subject=CommitteeView,
        paths=(committee_charts_path(ID),),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=_HEADINGS,
        make=_of_committee,
    ),
    PageKind(
        name="institution-charts",
        about="全校的频次、学时和进度，画成图",
        subject=InstitutionView,
        paths=(institution_charts_path(),),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=_HEADINGS,
        make=_of_institution,
    ),
)


def _page(of: _Sums) -> Page:
    title, name = f"{of.name}图表", of.name
    standards = tuple(_standards(of))
    quarters = tuple(_quarters(courses_together(course for _, course in of.courses)))
    hours = tuple(_hours(name, course.hours) for name, course in of.courses)
    shares = [row.share for row in standards], [row.share for row in quarters], hours
    body = render(
        "committee/charts",
        title=title,
        edition=of.site.edition,
        back=of.back,
        standards=standards,
        by_standard=bars("by-standard", f"{name}：各项标准符合多少", _told(standards), shares[0]),
        quarters=quarters,
        by_quarter=columns("by-quarter", f"{name}：各季度符合多少", _told(quarters), shares[1]),
        hours=hours,
        by_hours=bars("by-hours", f"{name}：党员学时达到多少", _said(hours), shares[2]),
        as_of=words.day(of.site.as_of),
    )
    return Page(path=of.path, kind=of.kind, title=title, body=body)


def _standards(of: _Sums) -> Iterator[CoverageRow]:
    """Every standard on which branches have duties of their own, in the handbook's order."""
    order = {id: at for at, id in enumerate(dict.fromkeys(row.view.id for row in of.site.standards))}
    for _, _, view in sorted(of.site.standards, key=lambda row: order[row.view.id]):
        shared = of.site.sharing(view)
        counts = [row.counts[view.id] for id, row in of.sets if id in shared and view.id in row.counts]
        if not view.withheld and any(counts):
            label = f"{view.id} {view.name}" + (f"（{view.set_name}）" if view.set_name else "")
            yield _coverage(label, f"{view.id}*" if view.set_name else view.id, url(of.path, view.path), counts)


def _quarters(course: YearCourse) -> Iterator[CoverageRow]:
    for number, counts in enumerate(course.quarters, 1):
        label = f"{words.numeral(number)}季度"
        yield _coverage(label, label, "", [counts])


def _coverage(label: str, short: str, target: str, counts: Sequence[Mapping[Verdict, int]]) -> CoverageRow:
    def total(*verdicts: Verdict) -> int:
        return sum(row.get(verdict, 0) for row in counts for verdict in verdicts)

    return CoverageRow(
        label=label,
        short=short,
        target=target,
        judged=total(*_SETTLED),
        met=total(Verdict.MET),
        no_record=total(Verdict.NO_RECORD),
        awaiting=total(Verdict.AWAITING_REVIEW),
    )


def _hours(name: str, hours: HoursReached) -> Share:
    """Of few people only that they are few."""
    if not hours.people:
        return Share(name, 0, 0, "人", "没有学时的记录")
    if hours.people < _FEWEST:
        return Share(name, 0, 0, "人", f"不足 {_FEWEST} 人，不显示")
    return Share(name, hours.reached, hours.people, "人")


def _told(rows: Sequence[CoverageRow]) -> str:
    return _said([row.share for row in rows])


def _said(rows: Sequence[Share]) -> str:
    return "；".join(f"{row.label}，{row.told}" for row in rows)
