"""The open days of a showcase as calendar events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.model.calendar import TimedEvent
from generator.model.index import ShowcaseEntry
from generator.model.opening import open_days
from generator.model.records.showcase_visit import OpeningMode
from generator.present.kit.site import Site
from generator.present.kit.urls import showcase_path
from generator.present.showcase.facts import booking_words

_AHEAD = timedelta(days=180)
"""How far ahead a calendar goes: whoever subscribes gets the next days from day to day."""


def open_day_events(site: Site, entry: ShowcaseEntry) -> Iterator[TimedEvent]:
    """The open days from `as_of` on, half a year ahead and never beyond the approval, holidays and pauses left out."""
    showcase, id = entry.showcase, entry.branch.id
    opening, approval = showcase.opening, showcase.approval
    last = min(site.as_of + _AHEAD, approval.until) if approval else site.as_of + _AHEAD
    by_appointment = "（须预约）" if opening.mode is not OpeningMode.OPEN else ""
    for row in open_days(opening, site.as_of, last, site.institution.holidays):
        yield TimedEvent(
            id=f"{id}/{row.day}T{row.since.replace(':', '')}",
            day=row.day,
            since=row.since,
            until=row.until,
            title=f"观摩{by_appointment}：{showcase.title}",
            place=opening.meeting_point,
            details=(
                entry.branch.name,
                *booking_words(opening),
                f"每批至多 {opening.batch} 人，全程约 {showcase.minutes} 分钟",
            ),
            path=showcase_path(id),
        )
