"""One branch's dossier: its records against one another and against the standards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from generator.model.dossier import Dossier
from generator.model.kinds import Duty
from generator.model.problem import Problem
from generator.model.records.development_process import NO_PROCESSES, DevelopmentProcesses
from generator.model.records.profile import Profile
from generator.model.standard_set import Criteria
from generator.validate.activities import check_activity
from generator.validate.branch_plans import check_references, check_remedies
from generator.validate.dates import DEFAULT_DEADLINES, NextYearDeadlines
from generator.validate.development import check_development, check_members
from generator.validate.joint import check_joint
from generator.validate.membership import check_membership
from generator.validate.privacy import scan
from generator.validate.profile import check_profile
from generator.validate.registers import check_register
from generator.validate.reviews import check_recorded, check_restricted
from generator.validate.visit_notes import check_noted_standards


def validate_dossier(
    dossier: Dossier,
    criteria: Callable[[int], Criteria],
    as_of: date,
    yearly: NextYearDeadlines = DEFAULT_DEADLINES,
    processes: DevelopmentProcesses = NO_PROCESSES,
) -> list[Problem]:
    """The Problems of one branch, sorted.

    `criteria` gives the 评价要点 that hold for a year; if empty, references are not checked.
    """
    problems = list(check_profile(dossier.profile, as_of))
    for activity in dossier.activities:
        problems += check_activity(activity, dossier)
    problems += check_joint(dossier)
    for year, register in dossier.registers.items():
        duties, restricted, recorded = criteria(year)
        problems += check_register(year, register, dossier, duties, as_of=as_of, yearly=yearly)
        problems += check_membership(register, dossier, year, as_of, yearly)
        own = [row for row in register.reviews if duties.get(row.criterion, Duty.BRANCH) is Duty.BRANCH]
        problems += check_restricted(own, restricted)
        problems += check_recorded((row for row in register.all_reviews if row.criterion in duties), recorded)
        if register.remedies:
            problems += check_remedies(register.remedies, year, dossier, as_of)
            problems += check_references(register.remedies, duties, restricted)
        problems += check_noted_standards(register, duties, restricted)
    if dossier.development is not None:
        problems += check_development(dossier.development, processes, as_of)
    if dossier.members is not None:
        problems += check_members(dossier.members, dossier, as_of)
    problems += [
        *scan(dossier.profile, *dossier.further.values()),
        *scan(*dossier.registers.values(), names=_named(dossier.profile)),
    ]
    return sorted(problems)


def _named(profile: Profile) -> set[str]:
    """The names in the profile: registers must write posts instead."""
    people = (*(row.name for row in profile.officers or ()), *(row.leader for row in profile.groups or ()))
    return {name for name in people if name}
