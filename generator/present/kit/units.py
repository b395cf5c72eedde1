"""The units above the branches: for which years they have a page of their own, and where."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.files import RECORD_FILES, SCHOOL_REGISTER
from generator.model.kinds import Duty
from generator.model.record import Record
from generator.model.record_file import Owner
from generator.model.records.school_register import SchoolRegister
from generator.model.records.unit_register import UnitRegister
from generator.present.kit.site import Site
from generator.present.kit.urls import committee_register_path, file_path, institution_register_path


def unit_years(site: Site, further: Mapping[str, Record]) -> tuple[int, ...]:
    """The years that a unit is judged for: the edition's own, then those of its registers and of the plans."""
    home = site.home or site
    kept = {register_year(name) for name, row in further.items() if isinstance(row, UnitRegister)}
    found = {year for year in kept.union(home.plans) if year <= home.as_of.year}
    return (home.year, *sorted(found - {home.year}, reverse=True))


def register_year(name: str) -> int:
    """The year of a register, told by its file name."""
    return int(name.rpartition("/")[2][:4])


def pages_above(site: Site, committee: str) -> Mapping[Duty, str]:
    """The files of the pages on which what the branches of a committee quote is shown in full, as far as there are any."""
    found: dict[Duty, str] = {}
    entry = site.index.committee(committee) if site.has_committees else None
    if entry is not None and site.year in unit_years(site, entry.further):
        found[Duty.COMMITTEE] = file_path(committee_register_path(committee, site.year_folder))
    if site.whole and site.year in unit_years(site, site.index.further):
        found[Duty.INSTITUTION] = file_path(institution_register_path(site.year_folder))
    return found


def file_title(owner: Owner, name: str) -> str:
    """What a file of that name is called; its own name where nobody declares it."""
    last = name.rpartition("/")[2]
    return next((file.title for file in RECORD_FILES if file.owner is owner and file.matches(last)), last)


def school_register(site: Site) -> SchoolRegister:
    """The register of 学校 for the year of the site, as this edition shows it; empty where there is none."""
    found = site.index.further.get(SCHOOL_REGISTER.pattern.format(year=site.year))
    return found if isinstance(found, SchoolRegister) else SchoolRegister()
