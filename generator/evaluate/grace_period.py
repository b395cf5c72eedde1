"""The grace period after a line was crossed or a post fell vacant: 提示 at first, 缺项 when it has passed (A41)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from generator.evaluate.check_context import CheckContext
from generator.evaluate.phrases import say_day
from generator.model.finding import Verdict
from generator.model.records.profile import Profile

GRACE_DAYS = 90
"""The grace period where the standard does not set one (宽限日, A41)."""


def grace(
    context: CheckContext, days: int, text: str, action: str, holds: Callable[[date], bool]
) -> tuple[Verdict, str]:
    """缺项 for a state that holds on `as_of`, but 提示 in its first `days`."""
    since = lasting_since(context.profile, context.as_of, holds)
    if context.as_of > since + timedelta(days):
        return Verdict.UNMET, text
    return Verdict.ADVISORY, f"{text}；自{say_day(since)}起，未满 {days} 日，应及时{action}（A41）"


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
