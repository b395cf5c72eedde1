"""主题立项 of a year: what was called for, and the projects; in the public edition the approved ones only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import words
from generator.model.page import Page
from generator.model.records.themed_project import ProjectCall, ThemedProject
from generator.present.committee.views import InstitutionView
from generator.present.kit.page_kind import EVERY_EDITION, NUMBER, YEAR, Heading, PageKind
from generator.present.kit.pager import ListPart, list_parts
from generator.present.kit.publication import publication_note
from generator.present.kit.school_urls import project_path, projects_path
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import branch_links, has_projects, school_register
from generator.present.kit.urls import part_path, plan_path, url

_MOST = 100
"""Projects on a page: some 70 KB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBlock:
    """One call as a page shows it."""

    anchor: str
    name: str
    issued: str
    days: str
    topics: tuple[str, ...]
    asked: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectLine:
    """One project in the list."""

    name: str
    target: str
    branches: Markup
    state: str
    funded: str
    note: str


def _pages(view: InstitutionView) -> Iterator[Page]:
    """Those of each year of which this edition has any."""
    for year in view.site.unit_years(view.site.index.further):
        site = view.site.of(year)
        if has_projects(site):
            yield from (_page(site, part) for part in list_parts(school_register(site).projects, _MOST))


def _page(site: Site, part: ListPart[ThemedProject]) -> Page:
    first = projects_path(site.year_folder)
    path, title = part.path(first), part.title(f"{site.year}年主题立项")
    body = render(
        "school/projects",
        title=title,
        edition=site.edition,
        plan_target=url(path, plan_path(site.year_folder)) if site.plan else "",
        calls=[_call(site, row) for row in school_register(site).calls],
        rows=[_line(site, row, path) for row in part.rows],
        pages=part.links(first),
    )
    return Page(path=path, kind="projects", title=title, body=body)


PAGES = (
    PageKind(
        name="projects",
        about="组织生活主题立项从征集到结果，一个项目一行",
        subject=InstitutionView,
        paths=(projects_path(), projects_path(YEAR), part_path(projects_path(), NUMBER)),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(Heading(2, "calls", "通知"), Heading(2, "projects", "项目")),
        make=_pages,
        systems=("Y36",),
    ),
)


def _call(site: Site, row: ProjectCall) -> CallBlock:
    return CallBlock(
        anchor=row.id,
        name=row.name,
        issued="，".join(filter(None, (words.day(row.on), row.number))),
        days=f"申报到{words.day(row.apply_until)}，结项到{words.day(row.finish_until)}",
        topics=row.topics,
        asked=row.asked,
        note=publication_note(site, row),
    )


def _line(site: Site, row: ThemedProject, path: str) -> ProjectLine:
    funding = row.funding
    return ProjectLine(
        name=row.name,
        target=url(path, project_path(row.id)),
        branches=branch_links(site, (row.branch, *row.partners), path),
        state=row.state_on(site.as_of).value,
        funded="，".join(filter(None, (words.day(funding.on), funding.number))) if funding else "",
        note=publication_note(site, row),
    )
