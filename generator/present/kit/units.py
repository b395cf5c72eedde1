"""The register of 学校 for the year that a page is about."""

from __future__ import annotations

from generator.model.files import SCHOOL_REGISTER
from generator.model.records.school_register import SchoolRegister
from generator.present.kit.site import Site


def school_register(site: Site) -> SchoolRegister:
    """The register of 学校 for the year of the site, as this edition shows it; empty where there is none."""
    found = site.index.further.get(SCHOOL_REGISTER.pattern.format(year=site.year))
    return found if isinstance(found, SchoolRegister) else SchoolRegister()
