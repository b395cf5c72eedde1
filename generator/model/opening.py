"""Open days of a showcase: which days its slots fall on, holidays left out, and how a slot is told in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator.model.period import nth_weekday
from generator.model.records.organisation import Holiday
from generator.model.records.showcase_visit import Opening, OpeningMode, OpeningSlot, Repetition
from generator.model.words import day as say_day
from generator.model.words import numeral

_LONGEST_SEARCH = 400


class OpenDay(NamedTuple):
    """One day on which a point may be visited, and from when until when (`HH:MM`)."""

    day: date
    since: str
    until: str

    @property
    def hours(self) -> str:
        """From when until when, as people write it."""
        return hours_words(self.since, self.until)


def open_days(opening: Opening, first: date, last: date, holidays: Sequence[Holiday] = ()) -> tuple[OpenDay, ...]:
    """The open days from `first` to `last`, both counted, in order.

    Days within `holidays` are left out, but for a slot that names its day; so are the days of a pause: all, where nobody
    knows its end.  A slot that is not complete opens no day.
    """
    if paused(opening, last):
        return ()
    days = (first + timedelta(count) for count in range((last - first).days + 1))
    return tuple(found for day in days if not paused(opening, day) for found in _on(opening.slots, day, holidays))


def next_open_day(opening: Opening, day: date, holidays: Sequence[Holiday] = ()) -> OpenDay | None:
    """The first open day from `day` on; None where there is none within 400 days."""
    for count in range(_LONGEST_SEARCH):
        found = open_days(opening, day + timedelta(count), day + timedelta(count), holidays)
        if found:
            return found[0]
    return None


def paused(opening: Opening, day: date) -> bool:
    """Whether there are no visits on that day."""
    if opening.mode is not OpeningMode.PAUSED:
        return False
    return opening.pause is None or opening.pause.until is None or day <= opening.pause.until


def complete(slot: OpeningSlot) -> bool:
    """Whether a slot says which days it is on, in one of the three ways: 周＋星期, 月＋第几个＋星期, or a day."""
    told = (slot.every, slot.nth is not None, slot.weekday is not None, slot.on is not None)
    sound = told in (
        (Repetition.WEEKLY, False, True, False),
        (Repetition.MONTHLY, True, True, False),
        (None, False, False, True),
    )
    return sound and slot.since < slot.until and (slot.nth is None or 1 <= slot.nth <= 5)


def hours_words(since: str, until: str) -> str:
    """Hours of a day: 14:30—16:00."""
    return f"{since}—{until}"


def slot_words(slot: OpeningSlot) -> str:
    """A slot as people say it: 每周五 14:30—16:00."""
    hours = hours_words(slot.since, slot.until)
    if slot.on is not None:
        return f"{say_day(slot.on)} {hours}"
    if slot.every is Repetition.MONTHLY and slot.nth is not None:
        return f"每月第{numeral(slot.nth)}个星期{slot.weekday or ''} {hours}"
    return f"每周{slot.weekday or ''} {hours}"


def _on(slots: Iterable[OpeningSlot], day: date, holidays: Sequence[Holiday]) -> Iterator[OpenDay]:
    closed = any(row.covers(day, day) for row in holidays)
    fitting = (slot for slot in slots if complete(slot) and _falls_on(slot, day) and (slot.on or not closed))
    yield from (OpenDay(day, slot.since, slot.until) for slot in sorted(fitting, key=lambda slot: slot.since))


def _falls_on(slot: OpeningSlot, day: date) -> bool:
    if slot.on is not None or slot.weekday is None:
        return slot.on == day
    if slot.every is Repetition.WEEKLY:
        return slot.weekday.number == day.weekday()
    return nth_weekday(day.year, day.month, slot.weekday.number, slot.nth or 0) == day
