"""The four steps of each branch: days, what is missing and what is out of order; in the order of the roll."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from generator.model import words
from generator.model.index import BranchEntry
from generator.model.records.appraisal import Appraisal
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.school_register import SchoolRegister

APPRAISAL_STEPS = ("自评", "群众测评", "复评", "抽验")


class BranchSteps(NamedTuple):
    """One branch: the day of each step, None where it is not done; the last is asked of branches that were drawn only."""

    id: str
    name: str
    days: tuple[date | None, ...]
    drawn: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """The steps without a day."""
        asked = zip(APPRAISAL_STEPS, self.days, strict=True)
        return tuple(step for step, day in asked if day is None and (step != APPRAISAL_STEPS[-1] or self.drawn))

    @property
    def faults(self) -> tuple[str, ...]:
        """What is out of order: a step before the one that is first, or one whose earlier step has no day."""
        done = [(step, day) for step, day in zip(APPRAISAL_STEPS, self.days, strict=True) if day is not None]
        early = (
            f"{step}（{words.short_day(day)}）早于{before}（{words.short_day(first)}）"
            for (before, first), (step, day) in pairwise(done)
            if day < first
        )
        last = max((at for at, day in enumerate(self.days) if day is not None), default=-1)
        skipped = (
            f"没有{step}就{APPRAISAL_STEPS[last]}" for step in APPRAISAL_STEPS[: max(last, 0)] if step in self.missing
        )
        return (*early, *skipped)


def branch_steps(
    branches: Iterable[BranchEntry], register: CommitteeRegister, school: SchoolRegister, as_of: date
) -> Iterator[BranchSteps]:
    """Every branch, also where nothing is on record of it: 复评 is of all."""
    rows = {row.branch: row for row in reversed(register.appraisals)}
    sampled = sampled_on(school)
    for branch in branches:
        days = (*_days(rows.get(branch.id)), sampled.get(branch.id))
        done = tuple(day if day and day <= as_of else None for day in days)
        yield BranchSteps(branch.id, branch.called(as_of), done, branch.id in sampled)


def sampled_on(school: SchoolRegister) -> Mapping[str, date]:
    """The first day of 抽验 of each branch."""
    days = sorted(((row.on, id) for row in school.samplings for id in row.branches), reverse=True)
    return {id: on for on, id in days}


def _days(row: Appraisal | None) -> tuple[date | None, ...]:
    return (row.self_review_on, row.mass_appraisal_on, row.committee_review_on) if row else (None, None, None)
