"""Flips: findings that come out differently in two readings, folders or commits of one institution, and why they may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.model.finding import Assessment, Finding, UnitAssessment


class Cause(StrEnum):
    """An input that a finding rests on and that is not the same on both sides."""

    RECORDS = "支部的记录"
    ABOVE = "学校、基层党委的记录"
    STANDARDS = "标准"
    READINGS = "口径"
    AS_OF = "截至日"

    @property
    def code(self) -> str:
        """The lower-case English name used in JSON: `records`, `as_of` …"""
        return self.name.lower()


class Flip(NamedTuple):
    """One criterion and period with its findings before and after; None where a side has none.

    `sets` are the ids of the standard sets of both sides; `causes` all inputs of these findings that differ.
    """

    year: int
    sets: tuple[str | None, str | None]
    before: Finding | None
    after: Finding | None
    causes: tuple[Cause, ...] = ()

    @property
    def shown(self) -> Finding:
        """The finding that tells what it is about: the one after, if there is one."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a flip has at least one finding")
        return found

    @property
    def readings(self) -> frozenset[str]:
        """The codes of the 口径 that apply to either finding."""
        return frozenset(code for each in (self.before, self.after) if each for code in each.readings)


class Side(NamedTuple):
    """One of the two sides: how it was named, and the day that plays "today" there."""

    name: str
    as_of: date


class OwnerFlips(NamedTuple):
    """The flips of a branch, or of what a committee or 学校 has to do itself (no `branch`, for 学校 no `committee` either).

    `only` says on which side alone there is such a branch, and then no flips are listed.
    """

    name: str
    rows: tuple[Flip, ...]
    committee: str = ""
    branch: str = ""
    only: Side | None = None


_Key = tuple[str, str]


def flips(before: Iterable[Assessment], after: Iterable[Assessment]) -> Iterator[Flip]:
    """The flips of one branch in the years that both sides judge, in the order of the side after.

    Only verdicts count; a reason in other words is no flip.  A state that is judged on `as_of` is the same on any day.
    """
    old, new = ({each.year: each for each in side} for side in (before, after))
    for year in new:
        if year in old:
            yield from _between(old[year], new[year])


def unit_flips(before: Iterable[UnitAssessment], after: Iterable[UnitAssessment]) -> Iterator[tuple[str, Flip]]:
    """The flips of committees and of 学校, each with the id of the unit: what they are asked themselves."""
    old, new = ({(each.unit, each.year, each.standard_set): each for each in side} for side in (before, after))
    for key in new:
        if key in old:
            yield from ((key[0], row) for row in _between(old[key], new[key]))


def _between(before: Assessment | UnitAssessment, after: Assessment | UnitAssessment) -> Iterator[Flip]:
    old, new = _by_key(_own(before)), _by_key(_own(after))
    for key in dict.fromkeys((*new, *old)):
        one, other = old.get(key), new.get(key)
        if (one and one.verdict) is not (other and other.verdict):
            yield Flip(after.year, (before.standard_set, after.standard_set), one, other)


def _own(assessment: Assessment | UnitAssessment) -> Iterable[Finding]:
    """What is judged there: a branch quotes what was judged above it, which is compared as its unit's."""
    return assessment.own if isinstance(assessment, Assessment) else assessment.findings


def _by_key(findings: Iterable[Finding]) -> Mapping[_Key, Finding]:
    return {(row.criterion, "@" if row.period.is_day else row.period.name): row for row in findings}
