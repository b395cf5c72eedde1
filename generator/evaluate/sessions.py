"""学时 from classes and activities: what was held in a year, how many members came, and what follows for each of them.

Only numbers are on record, never who came.  So what everybody attended counts for everybody; of the rest no more can be
said than how many hours there were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.evaluate.check_context import CheckContext
from generator.model.finding import Evidence
from generator.model.kinds import Post
from generator.model.period import Cycle, periods
from generator.model.record import Record
from generator.model.records.activity import Activity
from generator.model.records.classes_held import attended_by
from generator.model.records.profile import Headcount, Officer
from generator.model.records.register import OfficerHours
from generator.model.records.training_class import Trainees, TrainingClass


class Session(NamedTuple):
    """One class or activity of the branch's members, and the officers who are named among them by post."""

    on: date
    hours: Decimal
    people: int
    posts: frozenset[Post]
    row: Record


class Cohort(NamedTuple):
    """Members who came on one day of the year, and the full months of it since then; None for those of its first day."""

    since: date
    months: int | None


def sessions(context: CheckContext) -> list[Session]:
    """What of the period's year counts on `as_of`, by date; a class that its host has entered counts once."""
    first, last = context.period.start, min(context.period.end, context.records.last)
    found = [row for row in _sessions(context) if first <= row.on <= last]
    return sorted(found, key=lambda row: row.on)


def _sessions(context: CheckContext) -> Iterator[Session]:
    year, committee = context.period.start.year, context.records.committee
    hosts = (committee.school.get(year), committee.registers.get(year)) if committee else ()
    held = attended_by(context.dossier.id, hosts)
    yield from (_class(each, rows) for each, rows in held)
    entered = {name for each, _ in held for name in (each.id, each.name)}
    register = context.records.register(year)
    for row in register.training if register else ():
        if row.name not in entered:
            yield Session(row.on, row.hours, row.people, frozenset(row.posts), row)
    for activity in context.dossier.activities:
        if activity.hours is not None:
            made_up = activity.make_up.people if activity.make_up else 0
            yield Session(activity.on, activity.hours, activity.attended + made_up, frozenset(), activity)


def _class(held: TrainingClass, rows: Sequence[Trainees]) -> Session:
    posts = frozenset(row.post for row in rows if row.post is not None)
    return Session(held.last_day, held.hours, sum(row.people for row in rows), posts, held)


def by_all(context: CheckContext, found: Sequence[Session], excused: int) -> list[Session]:
    """Those that every member attended, but for so many who are excused."""
    counts = ((row, context.dossier.headcount(row.on)) for row in found)
    return [row for row, members in counts if members is not None and row.people >= max(1, members.total - excused)]


def fewest(context: CheckContext) -> int:
    """The smallest number of members on any day of the year up to `day`."""
    first, last = max(context.period.start, context.profile.founded), context.day
    rows = [row for row in context.profile.headcounts or () if first < row.since <= last]
    before = context.dossier.headcount(first)
    return min([row.total for row in (*rows, *((before,) if before else ()))], default=0)


def proof(context: CheckContext, found: Sequence[Session]) -> tuple[Evidence, ...]:
    """The rows as evidence."""
    activities = [row.row for row in found if isinstance(row.row, Activity)]
    others = [row.row for row in found if not isinstance(row.row, Activity)]
    return context.evidence(activities) + context.registered("班次", others)


def cohorts(context: CheckContext) -> list[Cohort]:
    """The members of the year's first day, and those of each later day on which there were more than before."""
    first, last = context.period.start, context.day
    rows = sorted(context.profile.headcounts or (), key=lambda row: row.since)
    start = max(first, context.profile.founded)
    found = [Cohort(start, None if start == first else _full_months(start))]
    before: Headcount | None = None
    for row in rows:
        if start < row.since <= last and before is not None and row.total > before.total:
            found.append(Cohort(row.since, _full_months(row.since)))
        before = row
    return found


def _full_months(since: date) -> int:
    return sum(since <= month.start for month in periods(Cycle.MONTH, since.year))


def officer_rows(officers: Sequence[Officer], found: Sequence[Session], full: Sequence[Session]) -> list[OfficerHours]:
    """A row of hours for each term of office: the classes that name its post, and what everybody attended."""
    return [_officer_row(officer, found, full) for officer in officers]


def _officer_row(officer: Officer, found: Sequence[Session], full: Sequence[Session]) -> OfficerHours:
    everybody = set(map(id, full))
    came = (row for row in found if id(row) in everybody or not row.posts.isdisjoint(officer.posts))
    hours = sum((row.hours for row in came if officer.serves_on(row.on)), Decimal(0))
    return OfficerHours.model_validate({"职务": officer.post, "自": officer.since, "学时": hours})
