"""The open days of a showcase, and the visits that are planned, as calendar events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from generator.model.calendar import TimedEvent
from generator.model.index import ShowcaseEntry
from generator.model.opening import open_days
from generator.model.records.showcase_visit import OpeningMode
from generator.model.records.visit_schedule import PlannedVisit
from generator.present.kit.site import Site
from generator.present.kit.units import coming_visits
from generator.present.kit.urls import showcase_path, visits_path
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


def visit_events(site: Site) -> Iterator[TimedEvent]:
    """The planned visits from `as_of` on, one event for all who come at the same time; what is called off is left out."""
    for (day, host, since, until), rows in groupby(sorted(coming_visits(site), key=_batch), _batch):
        showcase, name = site.showcases.get(host), _branch_name(site, host)
        guests = [f"{_branch_name(site, row.branch)}（{row.state}）" for row in rows]
        yield TimedEvent(
            id=f"{host}/{day}T{since.replace(':', '')}",
            day=day,
            since=since,
            until=until,
            title=f"交叉观摩：{name}",
            place=showcase.showcase.opening.meeting_point if showcase else name,
            details=(f"来访：{'、'.join(guests)}",),
            path=showcase_path(host) if showcase else visits_path(),
        )


def _batch(row: PlannedVisit) -> tuple[date, str, str, str]:
    return row.day, row.host, row.since, row.until


def _branch_name(site: Site, id: str) -> str:
    entry = site.branches.get(id)
    return entry.name if entry else id
