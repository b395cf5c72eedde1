"""One themed project: from which lack it comes, how far it has come, and what others can use of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import words
from generator.model.page import Page
from generator.model.records.themed_project import ThemedProject
from generator.present.committee.views import InstitutionView
from generator.present.kit.page_kind import EVERY_EDITION, ID, Heading, PageKind
from generator.present.kit.publication import publication_note
from generator.present.kit.school_urls import project_path, projects_path
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import branch_links, school_register
from generator.present.kit.urls import plan_path, url


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectStep:
    """One step of a project, with what was decided and in which document."""

    day: str
    step: str
    text: str


def _pages(view: InstitutionView) -> Iterator[Page]:
    """One for each project of any year."""
    for year in view.site.unit_years(view.site.index.further):
        site = view.site.of(year)
        yield from (_page(site, row) for row in school_register(site).projects if site.whole)


def _page(site: Site, row: ThemedProject) -> Page:
    path = project_path(row.id)
    branch = site.branches.get(row.branch)
    catalogue = site.catalogue_for(branch.kind) if branch else site.default
    calls = {call.id: call.name for call in school_register(site).calls}
    listed = projects_path(site.year_folder)
    body = render(
        "school/project",
        title=row.name,
        edition=site.edition,
        back=url(path, listed),
        state=row.state_on(site.as_of).value,
        summary=row.summary or "",
        branches=branch_links(site, (row.branch,), path),
        partners=branch_links(site, row.partners, path),
        standards=catalogue.links(row.standards, path),
        call=(calls[row.call], url(path, listed, row.call)) if row.call in calls else None,
        steps=list(_steps(row, site.as_of)),
        results=row.results,
        note=publication_note(site, row),
    )
    return Page(path=path, kind="project", title=row.name, body=body)


PAGES = (
    PageKind(
        name="project",
        about="组织生活主题立项的一个项目：申报、评审、资助和结项",
        subject=InstitutionView,
        paths=(project_path(ID),),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(Heading(2, "steps", "经过"), Heading(2, "results", "成果")),
        make=_pages,
        systems=("Y36",),
    ),
)


def _steps(row: ThemedProject, as_of: date) -> Iterator[ProjectStep]:
    """The steps up to `as_of` that this edition may show."""
    yield ProjectStep(day=words.day(row.on), step="申报", text="")
    if row.review is not None and row.review.on <= as_of:
        text = "，".join(filter(None, (f"{row.review.by}：{row.review.result}", row.review.opinion)))
        yield ProjectStep(day=words.day(row.review.on), step="评审", text=text)
    if row.funding is not None and row.funding.on <= as_of:
        amount = f"资助 {row.funding.amount} 元" if row.funding.amount else ""
        text = "，".join(filter(None, (row.funding.number, amount)))
        yield ProjectStep(day=words.day(row.funding.on), step="立项", text=text)
    if row.completion is not None and row.completion.ended_on <= as_of:
        text = "，".join(filter(None, (row.completion.result.value, row.completion.opinion)))
        yield ProjectStep(day=words.day(row.completion.ended_on), step="结项", text=text)
