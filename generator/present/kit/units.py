"""The register of 学校 for the year that a page is about, and the branches that its rows name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.model.files import SCHOOL_REGISTER
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.committee_work import Pairing
from generator.model.records.school_register import SchoolRegister
from generator.model.records.unit_register import unit_registers
from generator.model.records.visit_schedule import PlannedVisit, VisitState
from generator.present.kit.site import Site
from generator.present.kit.urls import branch_path, url


def school_register(site: Site) -> SchoolRegister:
    """The register of 学校 for the year of the site, as this edition shows it; empty where there is none."""
    found = site.index.further.get(SCHOOL_REGISTER.pattern.format(year=site.year))
    return found if isinstance(found, SchoolRegister) else SchoolRegister()


def coming_visits(site: Site) -> Iterator[PlannedVisit]:
    """The planned visits of the year from `as_of` on, without those that are called off."""
    planned = (row for schedule in school_register(site).schedules for row in schedule.visits)
    return (row for row in planned if row.state is not VisitState.CANCELLED and row.day >= site.as_of)


def has_honours(site: Site) -> bool:
    """Whether this edition has a page of the honours of the year."""
    kept = school_register(site)
    return site.whole and bool(kept.selections or kept.awards)


def has_projects(site: Site) -> bool:
    """Whether this edition has a page of the projects of the year."""
    kept = school_register(site)
    return site.whole and bool(kept.calls or kept.projects)


def pairings_of(site: Site) -> Iterator[tuple[str, Pairing]]:
    """The pairings of the year that this edition shows, each with its committee's name, in the order of the records."""
    for entry in site.index.committees if site.whole else ():
        register = unit_registers(entry.further).get(site.year)
        if isinstance(register, CommitteeRegister):
            yield from ((entry.committee.name, row) for row in register.pairings)


def branch_links(site: Site, ids: Iterable[str], path: str) -> Markup:
    """Branches by name, each with a link to its page; an id that there is no branch of has been reported."""
    link = Markup('<a href="{}">{}</a>')
    found = (site.branches[id] for id in ids if id in site.branches)
    return Markup("、").join(link.format(url(path, branch_path(row.id)), row.called(site.as_of)) for row in found)
