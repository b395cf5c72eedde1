"""核定时与现在: the settled verdicts of a branch's year beside those of today, where they differ (A38)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.finding import Finding, Verdict
from generator.model.page import Page
from generator.model.records.snapshot import SettledFinding, YearSnapshot
from generator.present.branch.branch_year import BranchYear
from generator.present.branch.head import branch_head, branch_name
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, YEAR, Heading, PageKind
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES, snapshot_path
from generator.present.kit.verdicts import CHIPS


class SettledRow(NamedTuple):
    """One criterion and period with both verdicts; empty where there is none on that side."""

    criterion: str
    text: str
    period: str
    settled: Markup
    now: Markup
    reason: str


def _pages(year: BranchYear) -> Iterator[Page]:
    """The page, where the year is settled."""
    site, dossier = year.site, year.dossier
    snapshot = dossier.snapshot(site.year)
    if snapshot is None:
        return
    path = snapshot_path(dossier.id, site.year_folder)
    title = f"{branch_name(site, dossier.profile)}核定时与现在"
    body = render(
        "branch/snapshot",
        head=branch_head(site, dossier, path),
        title=title,
        year=site.year,
        office=snapshot.office,
        on=words.day(snapshot.on),
        as_of=words.day(snapshot.as_of),
        now=words.day(site.as_of),
        number=len(snapshot.findings),
        rows=list(_differing(year, snapshot)),
    )
    yield Page(path=path, kind="snapshot", title=title, body=body)


PAGES = (
    PageKind(
        name="snapshot",
        about="核定时的结论和现在的结论，并列不同的几条",
        subject=BranchYear,
        paths=(snapshot_path(ID), snapshot_path(ID, YEAR)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(Heading(2, "differing", "核定时／现在"),),
        make=_pages,
        toc=False,
    ),
)


def _differing(year: BranchYear, snapshot: YearSnapshot) -> Iterator[SettledRow]:
    """In the order of the standards, then what is no longer asked."""
    settled = {row.key: row for row in snapshot.findings}
    for finding in year.judged.assessment.own:
        before = settled.pop(_key(finding), None)
        if not year.catalogue.standards[finding.standard].withheld and (before and before.verdict) != finding.verdict:
            yield _row(year, finding.criterion, words.short_period(finding.period), before, finding)
    for row in settled.values():
        yield _row(year, row.criterion, row.period, row, None)


def _row(
    year: BranchYear, criterion: str, period: str, before: SettledFinding | None, now: Finding | None
) -> SettledRow:
    view = year.catalogue.criteria.get(criterion)
    return SettledRow(
        criterion=criterion,
        text=view.text if view else "",
        period=period,
        settled=_chip(before.verdict if before else None),
        now=_chip(now.verdict if now else None),
        reason=now.reason if now else "",
    )


def _chip(verdict: Verdict | None) -> Markup:
    return CHIPS[verdict] if verdict else Markup("没有这一条")


def _key(finding: Finding) -> tuple[str, str]:
    return finding.criterion, "@" if finding.period.is_day else finding.period.name
