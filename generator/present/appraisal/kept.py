"""What is on record of 考核验收 of a year, among the further files of a unit: empty where it was not brought along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from generator.model.files import COMMITTEE_APPRAISAL, COMMITTEE_REGISTER, LAST_PLACES, SCHOOL_APPRAISAL
from generator.model.record import Record
from generator.model.records.committee_appraisal import CommitteeAppraisal, ReviewNote
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.last_places import LastPlaces
from generator.model.records.school_appraisal import Nomination, SchoolAppraisal

Files = Mapping[str, Record]
"""The further files of a committee or of 学校, by name."""

_Kept = TypeVar("_Kept", bound=Record)


def committee_register_of(files: Files, year: int) -> CommitteeRegister:
    """The register of a committee."""
    return _kept(files, COMMITTEE_REGISTER.name, year, CommitteeRegister) or CommitteeRegister()


def committee_materials(files: Files, year: int) -> CommitteeAppraisal:
    """考核材料 of a committee."""
    return _kept(files, COMMITTEE_APPRAISAL.name, year, CommitteeAppraisal) or CommitteeAppraisal()


def review_note(files: Files, year: int, branch: str) -> ReviewNote | None:
    """What is on record of the 复评 of a branch."""
    return next((row for row in committee_materials(files, year).reviews if row.branch == branch), None)


def school_materials(files: Files, year: int) -> SchoolAppraisal:
    """What 学校 keeps of draws, 抽验 and nominations."""
    return _kept(files, SCHOOL_APPRAISAL.pattern, year, SchoolAppraisal) or SchoolAppraisal()


def nominations_of(files: Files, year: int, branch: str) -> tuple[Nomination, ...]:
    """The nominations of a branch."""
    return tuple(row for row in school_materials(files, year).nominations if row.branch == branch)


def last_places_of(files: Files, year: int) -> LastPlaces | None:
    """倒序管理, where its file was brought along."""
    return _kept(files, LAST_PLACES.pattern, year, LastPlaces)


def _kept(files: Files, name: str, year: int, kind: type[_Kept]) -> _Kept | None:
    found = files.get(name.format(year=year))
    return found if isinstance(found, kind) else None
