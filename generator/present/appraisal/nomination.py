"""选树推荐: what the records prove of a nominated branch beside what is still open; a person decides and signs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page
from generator.model.record import Audience
from generator.present.appraisal.kept import nominations_of
from generator.present.appraisal.proposals import proposal_lines
from generator.present.appraisal.shown import standard_sides
from generator.present.branch.branch_year import BranchYear
from generator.present.branch.head import branch_head, branch_name
from generator.present.kit.appraisal_urls import nomination_path
from generator.present.kit.page_kind import ID, YEAR, Heading, PageKind
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES
from generator.present.paper.pending import told_remedies


def _pages(year: BranchYear) -> Iterator[Page]:
    site, dossier = year.site, year.dossier
    rows = nominations_of(site.index.further, site.year, dossier.id) if site.whole else ()
    if not rows:
        return
    path = nomination_path(dossier.id, site.year_folder)
    title = f"{branch_name(site, dossier.profile)}选树推荐"
    body = render(
        "appraisal/nomination",
        head=branch_head(site, dossier, path),
        title=title,
        proposals=tuple(map(proposal_lines, rows)),
        sides=tuple(standard_sides(year.catalogue, year.judgement)),
        remedies=told_remedies(dossier.registers.get(site.year), year.catalogue, site.as_of),
    )
    yield Page(path=path, kind="nomination", title=title, body=body)


PAGES = (
    PageKind(
        name="nomination",
        about="选树标准化、样板党支部的推荐表",
        subject=BranchYear,
        paths=(nomination_path(ID), nomination_path(ID, YEAR)),
        editions=frozenset({Audience.RESTRICTED}),
        tab=COMMITTEES,
        headings=(
            Heading(2, "proposal", "推荐"),
            Heading(2, "sides", "佐证和缺口"),
            Heading(2, "remedies", "没有办完的对策"),
            Heading(2, "decision", "决定"),
        ),
        make=_pages,
        toc=False,
        systems=("Y38",),
    ),
)
