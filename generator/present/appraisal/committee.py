"""考核验收 of a committee: the four steps of each branch, counts of ballots, opinions; in the order of the roll, nothing summed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import words
from generator.model.page import Page
from generator.model.record import Audience
from generator.model.records.committee_appraisal import BallotCount
from generator.model.small_counts import FEWEST
from generator.present.appraisal.kept import committee_materials, committee_register_of
from generator.present.appraisal.steps import APPRAISAL_STEPS, BranchSteps, branch_steps
from generator.present.committee.views import CommitteeView
from generator.present.kit.appraisal_urls import committee_appraisal_path, review_book_path
from generator.present.kit.page_kind import ID, YEAR, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import school_register
from generator.present.kit.urls import COMMITTEES, committee_path, url

_NONE = "没有登记"
_NOT_DRAWN = "没有抽到"


class BranchStepLine(NamedTuple):
    """One branch: its review book, the four days in words, and what is missing or out of order."""

    name: str
    target: str
    days: tuple[tuple[str, str], ...]
    missing: str
    faults: str


class BallotLine(NamedTuple):
    """The ballots of one branch, as counts."""

    name: str
    day: str
    issued: int
    returned: int
    void: str
    choices: str


class ReportLine(NamedTuple):
    """The work report of one branch's secretary: when, and what it came to."""

    name: str
    day: str
    meeting: str
    grade: str
    opinions: tuple[str, ...]


def step_line(row: BranchSteps, target: str) -> BranchStepLine:
    """The steps of a branch in words."""
    shown = [words.short_day(day) if day else _NONE for day in row.days]
    if not row.drawn:
        shown[-1] = _NOT_DRAWN
    days = tuple(zip(APPRAISAL_STEPS, shown, strict=True))
    return BranchStepLine(row.name, target, days, "、".join(row.missing) or "不缺", "；".join(row.faults) or "合")


def ballot_line(row: BallotCount, names: Mapping[str, str]) -> BallotLine:
    """Counts; what was chosen only where enough ballots were returned."""
    told = "；".join(f"{each.choice} {each.ballots}" for each in row.shown_choices)
    few = f"收回不足 {FEWEST} 份，不分项" if not row.enough else "没有登记"
    void = "" if row.void is None else str(row.void)
    return BallotLine(names.get(row.branch, row.branch), words.day(row.on), row.issued, row.returned, void, told or few)


def _pages(view: CommitteeView) -> Iterator[Page]:
    years = [view.site.of(year) for year in view.site.unit_years(view.entry.further)]
    for site in years:
        yield _page(view, site, years)


PAGES = (
    PageKind(
        name="committee-appraisal",
        about="四步考核的材料：支部自评、群众测评、基层党委复评、学校抽验，一步一步列出来",
        subject=CommitteeView,
        paths=(committee_appraisal_path(ID), committee_appraisal_path(ID, YEAR)),
        editions=frozenset({Audience.RESTRICTED}),
        tab=COMMITTEES,
        headings=(
            Heading(2, "steps", "四步"),
            Heading(2, "ballots", "群众测评"),
            Heading(2, "reviews", "复评意见"),
            Heading(2, "reports", "述职评议"),
        ),
        make=_pages,
        toc=False,
        systems=("Y37", "Y40"),
    ),
)


def _page(view: CommitteeView, site: Site, years: Sequence[Site]) -> Page:
    entry = view.entry
    path = committee_appraisal_path(entry.id, site.year_folder)
    title = f"{entry.committee.name}{f'{site.year}年度' if site.further else ''}考核验收"
    register, kept = committee_register_of(entry.further, site.year), committee_materials(entry.further, site.year)
    names = {branch.id: branch.called(site.as_of) for branch in entry.branches}
    steps = list(branch_steps(entry.living(site.judged_on), register, school_register(site), site.as_of))
    body = render(
        "appraisal/committee",
        title=title,
        edition=site.edition,
        back=url(path, committee_path(entry.id)),
        years=[
            (each.year, "" if each is site else url(path, committee_appraisal_path(entry.id, each.year_folder)))
            for each in years
        ],
        names=APPRAISAL_STEPS,
        steps=[step_line(row, url(path, review_book_path(row.id, site.year_folder))) for row in steps],
        reviewed=sum(row.days[2] is not None for row in steps),
        ballots=[ballot_line(row, names) for row in kept.ballots],
        reviews=[(names.get(row.branch, row.branch), words.day(row.on), row) for row in kept.reviews],
        reports=list(_reports(view, site)),
    )
    return Page(path=path, kind="committee-appraisal", title=title, body=body)


def _reports(view: CommitteeView, site: Site) -> Iterator[ReportLine]:
    """Who was to report, in the order of the schedule, with grade and opinions as far as they are on record."""
    names = {branch.id: branch.called(site.as_of) for branch in view.entry.branches}
    opinions = {row.branch: row.items for row in committee_materials(view.entry.further, site.year).reports}
    for row in committee_register_of(view.entry.further, site.year).work_reports:
        told = tuple(f"{each.item}：{each.opinion}" for each in opinions.get(row.branch, ()))
        whole = (row.opinion,) if row.opinion else ()
        yield ReportLine(
            names.get(row.branch, row.branch), words.day(row.planned_on), row.meeting, row.grade or "", (*whole, *told)
        )
