"""The copy of a branch's plan and remedies that is signed and filed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import words
from generator.model.page import Page
from generator.present.branch.branch_year import BranchYear
from generator.present.branch.head import branch_head, branch_name
from generator.present.branch.plan_section import remedy_line, step_lines, work_lines
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, YEAR, Heading, PageKind
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES, branch_plan_path, root


def _pages(year: BranchYear) -> Iterator[Page]:
    """The copy, where the year's register holds a plan."""
    site, dossier = year.site, year.dossier
    register = dossier.registers.get(site.year)
    if register is None or register.plan is None:
        return
    path = branch_plan_path(dossier.id, site.year_folder)
    title = f"{branch_name(site, dossier.profile)}推进计划"
    body = render(
        "branch/plan",
        head=branch_head(site, dossier, path),
        title=title,
        year=site.year,
        clause=site.plan_clause(root(path)),
        due=words.day(due) if (due := site.plans_due) else "",
        steps=step_lines(register.plan, site.as_of),
        works=work_lines(register.plan),
        remedies=[remedy_line(row, year.catalogue, site.as_of) for row in register.remedies],
    )
    yield Page(path=path, kind="branch-plan", title=title, body=body)


PAGES = (
    PageKind(
        name="branch-plan",
        about="支部推进计划和对策，可打印签审",
        subject=BranchYear,
        paths=(branch_plan_path(ID), branch_plan_path(ID, YEAR)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(
            Heading(2, "course", "经过"),
            Heading(2, "works", "工作"),
            Heading(2, "remedies", "对策"),
            Heading(2, "signatures", "签审"),
        ),
        make=_pages,
        systems=("Y02", "Y07"),
    ),
)
