"""The register of 学校 for the year that a page is about, and the branches that its rows name."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.model.files import SCHOOL_REGISTER
from generator.model.records.school_register import SchoolRegister
from generator.present.kit.site import Site
from generator.present.kit.urls import branch_path, url


def school_register(site: Site) -> SchoolRegister:
    """The register of 学校 for the year of the site, as this edition shows it; empty where there is none."""
    found = site.index.further.get(SCHOOL_REGISTER.pattern.format(year=site.year))
    return found if isinstance(found, SchoolRegister) else SchoolRegister()


def has_honours(site: Site) -> bool:
    """Whether this edition has a page of the honours of the year."""
    kept = school_register(site)
    return site.whole and bool(kept.selections or kept.awards)


def has_projects(site: Site) -> bool:
    """Whether this edition has a page of the projects of the year."""
    kept = school_register(site)
    return site.whole and bool(kept.calls or kept.projects)


def branch_links(site: Site, ids: Iterable[str], path: str) -> Markup:
    """Branches by name, each with a link to its page; an id that there is no branch of has been reported."""
    link = Markup('<a href="{}">{}</a>')
    found = (site.branches[id] for id in ids if id in site.branches)
    return Markup("、").join(link.format(url(path, branch_path(row.id)), row.called(site.as_of)) for row in found)
