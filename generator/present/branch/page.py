"""The page of one year of a branch: what to do comes before what is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.page import Page
from generator.model.record_file import Owner
from generator.present.branch.aspects import aspect_rows
from generator.present.branch.branch_year import BranchYear
from generator.present.branch.head import branch_head, branch_name, ended
from generator.present.branch.overview import overview, yearly
from generator.present.branch.plan_section import plan_section
from generator.present.branch.profile import profile_section
from generator.present.branch.register import activity_rows
from generator.present.branch.todo import Closing, closing, due_this_month, gaps
from generator.present.branch.visit_notes import note_blocks
from generator.present.branch.year import calendar_rows
from generator.present.kit.fragments import joined
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, YEAR, AspectHeadings, Heading, PageKind
from generator.present.kit.pdf_urls import branch_file_pdf, checklist_pdf, month_pdf
from generator.present.kit.print_links import print_links
from generator.present.kit.record_html import file_html
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    COMMITTEES,
    VISITS_NOTED,
    branch_path,
    file_path,
    month_path,
    root,
    snapshot_path,
    url,
    visit_sheet_path,
)
from generator.present.kit.verdicts import LEGEND, WITHHELD


def _pages(year: BranchYear) -> Iterator[Page]:
    site, dossier, judgement, path = year.site, year.dossier, year.judgement, year.path
    activities, others = activity_rows(dossier, site.year, judgement.proves)
    body = render(
        "branch/page",
        head=branch_head(site, dossier, path),
        years=[(each.year, "" if each is site else _link(year, each)) for each in year.sites],
        closing=_closing(year.unfinished),
        year=site.year,
        month=site.as_of.month if site.as_of.year == site.year else 0,  # the column to mark; none in another year
        overview=overview(judgement),
        yearly=yearly(judgement, site.as_of),
        ended=ended(site, dossier.profile),
        tasks=due_this_month(judgement, site.as_of),
        gaps=gaps(judgement),
        plan=plan_section(site, dossier, year.catalogue, year.judged.plan),
        aspects=aspect_rows(year.catalogue, judgement, root(path)),
        calendar=calendar_rows(judgement),
        activities=activities,
        earlier=others,
        records=joined(file_html(file, judgement.proves, {}) for file in year.files),
        folder=dossier.profile.source.path.rpartition("/")[0],
        legend=LEGEND,
        withheld=WITHHELD,
        **profile_section(site, dossier, year.chosen)._asdict(),
        **_visits(year),
        **_files(year),
    )
    yield Page(path=path, kind="branch", title=branch_name(site, dossier.profile), body=body)


PAGES = (
    PageKind(
        name="branch",
        about="本月要办、缺项待改、各项标准的结论和全年台账",
        subject=BranchYear,
        paths=(branch_path(ID), branch_path(ID, YEAR)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(
            Heading(2, "state", "八个结论"),
            Heading(2, "todo", "本月要办"),
            Heading(3, "gaps", "缺项待改"),
            Heading(3, "yearly", "全年进度"),
            Heading(2, "branch-plan", "推进计划与对策"),
            Heading(3, "visits", "交叉观摩"),
            Heading(2, "aspects", "各方面"),
            Heading(2, "year", "全年"),
            Heading(2, "findings", "逐项判定"),
            AspectHeadings(3),
            Heading(2, "register", "台账"),
            Heading(2, "profile", "支部概况"),
        ),
        make=_pages,
        shows=Owner.BRANCH,
    ),
)


def _files(year: BranchYear) -> Mapping[str, object]:
    """What else there is of the branch to open, to fill in and to print."""
    site, dossier = year.site, year.dossier
    snapshot = snapshot_path(dossier.id, site.year_folder)
    return {
        "month_file": file_path(month_path(dossier.id)) if year.under_way else "",
        "workbook_file": site.workbook_of(f"branch:{dossier.id}", dossier.profile.dissolved),
        "snapshot_file": file_path(snapshot) if dossier.snapshot(site.year) else "",
        "prints": list(print_links(year.prints, year.path, site.as_of, _printed(year))),
    }


def _printed(year: BranchYear) -> Iterator[tuple[str, str]]:
    """What there may be of the branch as PDF, each address with what the page calls it."""
    id, site = year.dossier.id, year.site
    yield branch_file_pdf(id, site.year), "支部档案"
    yield checklist_pdf(id, site.year), "检查清单"
    yield month_pdf(id, site.as_of), "本月一页"


def _visits(year: BranchYear) -> Mapping[str, object]:
    """What the page shows of visits."""
    site, dossier = year.site, year.dossier
    return {
        "visit_notes": note_blocks(site, dossier, year.catalogue),
        "noted_file": file_path(VISITS_NOTED) if site.whole else "",
        "sheet_file": file_path(visit_sheet_path(dossier.id)) if year.under_way else "",
    }


def _link(year: BranchYear, other: Site) -> str:
    return url(year.path, branch_path(year.dossier.id, other.year_folder))


def _closing(before: BranchYear | None) -> Closing | None:
    """上年收尾."""
    return closing(before.judged.assessment, before.remaining, before.path) if before else None
