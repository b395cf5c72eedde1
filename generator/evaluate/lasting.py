"""Since when a state of a branch's profile has lasted, and how long it may last before it counts (A41)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from generator.model.records.profile import Profile

GRACE_DAYS = 90
"""The grace period where the standard does not set one (宽限日, A41)."""


def lasting_since(profile: Profile, day: date, holds: Callable[[date], bool]) -> date:
    """The first day from which `holds` has been true without interruption up to `day`.

    Only the days on which the profile changes are looked at: between two of them nothing that `holds` asks can change.
    """
    start = day
    for change in sorted({each for each in _changes(profile) if each <= day}, reverse=True):
        if not holds(change):
            break
        start = change
    return start


def _changes(profile: Profile) -> Iterator[date]:
    """The days on which headcount, posts or covered units change, and the day of founding."""
    yield profile.founded
    for since in (*(row.since for row in profile.headcounts or ()), *(row.since for row in profile.coverage)):
        yield max(since, profile.founded)
    for officer in profile.officers or ():
        yield max(officer.since, profile.founded)
        if officer.until is not None:
            yield max(officer.until + timedelta(1), profile.founded)  # the first day without the officer
