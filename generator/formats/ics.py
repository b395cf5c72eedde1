"""Calendars (`.ics`, RFC 5545) that phones and Outlook subscribe to or import: whole days, recurrence, reminders.

The output is reproducible: DTSTAMP is `as_of`, and an event's UID is made of the site's address, the year, the calendar
and the entry.  The UID has no `@`, although RFC 5545 suggests one: the gate would take it for an e-mail address.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from generator.model.calendar import CalendarDay, CalendarOf, Entry, Repeat, TimedEvent
from generator.model.period import Cycle
from generator.model.words import short_day

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_PRODUCER = "-//zhibu//Party branch calendar//ZH"
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BEIJING = timezone(timedelta(hours=8))
_REFRESH = timedelta(days=1)
_MORNING = timedelta(hours=9)
"""Reminders of all-day events are at nine in the morning: relative triggers count from midnight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """The content of one calendar file; `name` is displayed by calendar programs, `note` is added to every event."""

    owner: CalendarOf
    name: str
    year: int
    as_of: date
    site_url: str
    note: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedCalendar:
    """The content of a calendar file of events at hours; `kind` sets its events' ids apart from those of other files.

    `public` tells programs that share calendars whether others may see the events.
    """

    kind: str
    name: str
    as_of: date
    site_url: str
    note: str
    events: tuple[TimedEvent, ...]
    public: bool = True


def to_ics(given: CalendarFile) -> bytes:
    """The file's bytes: CRLF line ends, lines folded at 75 octets."""
    return _packed(given.name, given.note, (_event(given, entry) for entry in given.entries))


def timed_ics(given: TimedCalendar) -> bytes:
    """The same for events at hours.  Times are UTC: no program then needs to know a zone, and 北京时间 has no summer time."""
    return _packed(given.name, given.note, (_timed(given, row) for row in given.events))


def _packed(name: str, note: str, events: Iterable[Event]) -> bytes:
    from icalendar import Calendar  # noqa: PLC0415 - imported only by builds that write calendars

    calendar = Calendar()
    calendar.add("prodid", _PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    # Not every program reads NAME and DESCRIPTION of RFC 7986 yet; these are their older equivalents.
    calendar.add("x-wr-calname", name)
    if note:
        calendar.add("description", note)
        calendar.add("x-wr-caldesc", note)
    calendar.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _timed(given: TimedCalendar, row: TimedEvent) -> Event:
    from icalendar import Event  # noqa: PLC0415 - as above

    event = Event()
    event.add("uid", f"{urlsplit(given.site_url).netloc or 'zhibu'}/{given.kind}/{row.id}")
    event.add("dtstamp", datetime.combine(given.as_of, time(), UTC))
    for name, hour in (("dtstart", row.since), ("dtend", row.until)):
        event.add(name, datetime.combine(row.day, time.fromisoformat(hour), _BEIJING).astimezone(UTC))
    event.add("summary", row.title)
    event.add("location", row.place)
    event.add("description", "\n".join(filter(None, (*row.details, given.note))))
    event.add("class", "PUBLIC" if given.public else "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if given.site_url:
        event.add("url", urljoin(given.site_url, row.path))
    return event


def _event(given: CalendarFile, entry: Entry) -> Event:
    from icalendar import Event  # noqa: PLC0415 - as above

    event, first = Event(), entry.days[0]
    event.add("uid", f"{urlsplit(given.site_url).netloc or 'zhibu'}/{given.year}/{given.owner.value}/{entry.id}")
    event.add("dtstamp", datetime.combine(given.as_of, time(), UTC))
    event.add("dtstart", first)
    # DTEND is exclusive (RFC 5545, 3.6.1).
    event.add("dtend", first + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", _description(entry, given.note))
    event.add("categories", [entry.kind.value])
    event.add("class", "PUBLIC")
    event.add("transp", "TRANSPARENT")
    if given.site_url and entry.path:
        event.add("url", urljoin(given.site_url, entry.path))
    _repeat(event, entry)
    if entry.remind_days:
        event.add_component(_alarm(entry))
    return event


def _repeat(event: Event, entry: Entry) -> None:
    """The days after the first: RRULE where they follow one, else RDATE."""
    if entry.repeat:
        event.add("rrule", _rule(entry.repeat, entry.days[-1]))
    elif len(entry.days) > 1:
        event.add("rdate", list(entry.days[1:]))


def _rule(repeat: Repeat, until: date) -> dict[str, object]:
    if repeat.cycle is Cycle.YEAR:
        return {"freq": "YEARLY", "until": until}
    if repeat.nth:
        return {"freq": "MONTHLY", "byday": f"{repeat.nth}{_WEEKDAYS[repeat.weekday]}", "until": until}
    return {"freq": "MONTHLY", "interval": 3 if repeat.cycle is Cycle.QUARTER else 1, "bymonthday": -1, "until": until}


def _description(entry: Entry, note: str) -> str:
    """Details, notes of single days, basis, and the calendar's note."""
    details = "\n".join(entry.details)
    notes = (note for note in _notes(entry.occasions) if note not in details)
    basis = [f"依据：{entry.basis}"] if entry.basis else []
    return "\n".join((*entry.details, *notes, *basis, *filter(None, [note])))


def _notes(occasions: tuple[CalendarDay, ...]) -> Iterable[str]:
    """The note of each day with its date; one note without dates where all are equal."""
    shared = {row.note for row in occasions}
    if len(shared) == 1:
        return filter(None, shared)
    return (f"{short_day(row.day)}：{row.note}" for row in occasions if row.note)


def _alarm(entry: Entry) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415 - as above

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", _MORNING - timedelta(days=entry.remind_days))
    return alarm
