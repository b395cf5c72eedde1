"""Since when a state of things has lasted, and whether it is young enough to be only a hint (A41)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from generator.evaluate.case import Case
from generator.evaluate.words import say_day
from generator.model.finding import Verdict
from generator.model.records.profile import Profile

GRACE_DAYS = 90
"""How long after a line was crossed or a post fell vacant it is only a hint, unless the standard says otherwise."""


def grace(case: Case, days: int, told: str, action: str, holds: Callable[[date], bool]) -> tuple[Verdict, str]:
    """缺项 for a state that holds on `as_of`, but 提示 in its first days."""
    since = lasting_since(case.profile, case.as_of, holds)
    if case.as_of > since + timedelta(days):
        return Verdict.UNMET, told
    return Verdict.ADVISORY, f"{told}；自{say_day(since)}起，未满 {days} 日，应及时{action}（A41）"


def lasting_since(profile: Profile, day: date, holds: Callable[[date], bool]) -> date:
    """The first day of the stretch up to `day` in which `holds` has been true without a break."""
    start = day
    for change in sorted({each for each in _changes(profile) if each <= day}, reverse=True):
        if not holds(change):
            break
        start = change
    return start


def _changes(profile: Profile) -> Iterator[date]:
    """The days on which numbers, posts or covered units change, and the first of the branch's life."""
    yield profile.founded
    for since in (*(row.since for row in profile.headcounts or ()), *(row.since for row in profile.coverage)):
        yield max(since, profile.founded)
    for officer in profile.officers or ():
        yield max(officer.since, profile.founded)
        if officer.until is not None:
            yield max(officer.until + timedelta(1), profile.founded)
