"""本月一页: what a branch has to do in the next forty days, and what is past its day, on one sheet for the secretary."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.model.words import day as full_day
from generator.present.branch.branch_year import BranchYear
from generator.present.branch.head import branch_head, branch_name
from generator.present.branch.month_rows import AHEAD, due_list, past_rows, unrecorded_rows
from generator.present.calendar.remind import Window
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, Heading, PageKind
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES, month_path


def _pages(year: BranchYear) -> Iterator[Page]:
    if not year.under_way:
        return
    site, dossier = year.site, year.dossier
    path, window = month_path(dossier.id), Window(as_of=site.as_of, days=AHEAD)
    title, years = f"{branch_name(site, dossier.profile)}本月一页", year.open_years
    body = render(
        "branch/month",
        head=branch_head(site, dossier, path),
        title=title,
        asked=year.judged.assessment.standard_set is not None,
        span=f"{full_day(window.as_of)}—{full_day(window.until)}",
        rows=[row.html for row in due_list(years, dossier.activities, window)],
        past=past_rows(years),
        unrecorded=unrecorded_rows(years),
        reconciled=full_day(day) if (day := dossier.profile.reconciled_through) else "",
    )
    yield Page(path=path, kind="month", title=title, body=body)


PAGES = (
    PageKind(
        name="month",
        about="今后四十天要办的事，一张纸，打印即用",
        subject=BranchYear,
        paths=(month_path(ID),),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(
            Heading(2, "due", "四十天内要办"),
            Heading(2, "past", "期限已过的"),
            Heading(2, "unrecorded", "还没有核对到的"),
        ),
        make=_pages,
        toc=False,
    ),
)
