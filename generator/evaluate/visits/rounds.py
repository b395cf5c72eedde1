"""A round of visits as a task: its terms, the points' openings, and what the records show of branches and past visits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.evaluate.visits.values import AwaySpan, GuestBranch, HostPoint, VisitSlot, VisitTask
from generator.model.finding import Assessment, Verdict
from generator.model.index import BranchEntry, ShowcaseEntry
from generator.model.kinds import Duty
from generator.model.opening import open_days
from generator.model.records.organisation import Holiday
from generator.model.records.selection import Visit
from generator.model.records.visit_schedule import (
    GapWeights,
    OwnCommittee,
    PlannedVisit,
    PointTerms,
    VisitSchedule,
    VisitState,
)

Gaps = Mapping[str, Verdict]
"""The gaps of a branch by standard; of several on one standard the one that comes first in a roll-up."""


@dataclass(frozen=True, kw_only=True)
class VisitRound:
    """A schedule with all that bears on it.

    `branches` are all there are, `points` those that have a showcase, `held` the visits of every year; `gaps` are by
    branch and then by standard; `roots` say by branch whose numbers its standards have: those of two roots are not
    compared.
    """

    schedule: VisitSchedule
    branches: Sequence[BranchEntry]
    points: Sequence[ShowcaseEntry]
    held: Sequence[Visit]
    holidays: Sequence[Holiday]
    as_of: date
    gaps: Mapping[str, Gaps]
    roots: Mapping[str, str]

    @property
    def past(self) -> tuple[Visit, ...]:
        """The visits up to the day."""
        return tuple(row for row in self.held if row.on <= self.as_of)

    @property
    def done(self) -> tuple[Visit, ...]:
        """Those that belong to the round."""
        return tuple(row for row in self.past if self.schedule.covers(row.on))

    @property
    def unregistered(self) -> tuple[PlannedVisit, ...]:
        """What was 商定 for a day that is past, without a visit on record: whether it took place is for people to say."""
        out = {id for row in self.done for id in row.guests}
        agreed = (row for row in self.schedule.visits if row.state is VisitState.AGREED)
        return tuple(row for row in agreed if row.day < self.as_of and row.branch not in out)

    @property
    def guests(self) -> tuple[BranchEntry, ...]:
        """The branches that go out in the round and have not yet, in the order of the register."""
        out = {id for row in self.done for id in row.guests} | {row.branch for row in self.schedule.excused}
        out |= {row.branch for row in self.unregistered}
        return tuple(row for row in self.branches if row.id not in out and not row.ended(self.schedule.until))

    @property
    def coming(self) -> tuple[PlannedVisit, ...]:
        """What is planned and neither cancelled, past nor over with."""
        going = {row.id for row in self.guests}
        return tuple(
            row
            for row in self.schedule.visits
            if row.state is not VisitState.CANCELLED and row.day >= self.as_of and row.branch in going
        )


def find_gaps(assessment: Assessment) -> Gaps:
    """The gaps that a branch's own records show, by standard."""
    found: dict[str, Verdict] = {}
    order = list(Verdict)
    for row in assessment.findings:
        if row.duty is Duty.BRANCH and row.verdict in _LEARNING:
            found[row.standard] = min(row.verdict, found.get(row.standard, row.verdict), key=order.index)
    return found


def visit_task(given: VisitRound, *, agreed: bool = True) -> VisitTask:
    """What is to be planned: who has not gone yet, and what the points have left.

    With `agreed`, visits that are 商定 stay what they are.
    """
    schedule = given.schedule
    fixed = {row.branch: slot_of(row) for row in given.coming if row.state is VisitState.AGREED} if agreed else {}
    return VisitTask(
        guests=tuple(_guest(given, row, fixed.get(row.id)) for row in given.guests),
        points=tuple(_point(given, row) for row in given.points if not row.branch.ended(schedule.until)),
        own=schedule.own is not OwnCommittee.NEVER,
        shun=schedule.own is OwnCommittee.RARELY,
    )


def slot_of(row: PlannedVisit) -> VisitSlot:
    """The slot that a planned visit names."""
    return VisitSlot(row.day, row.since, row.host, row.until)


def _weight(weights: GapWeights, verdict: Verdict) -> int:
    return _LEARNING[verdict](weights)


_LEARNING: Mapping[Verdict, Callable[[GapWeights], int]] = {
    Verdict.UNMET: lambda weights: weights.unmet,
    Verdict.DUE_SOON: lambda weights: weights.due_soon,
    Verdict.ADVISORY: lambda weights: weights.advisory,
}
"""The verdicts that are gaps to learn for, each with its weight."""


def _guest(given: VisitRound, entry: BranchEntry, fixed: VisitSlot | None) -> GuestBranch:
    schedule = given.schedule
    gaps = given.gaps.get(entry.id, {})
    seen = () if schedule.again else (row.host for row in given.past if entry.id in row.guests)
    return GuestBranch(
        id=entry.id,
        committee=entry.committee,
        kind=entry.kind,
        gaps={_numbered(given, entry.id, id): _weight(schedule.weights, verdict) for id, verdict in gaps.items()},
        seen=frozenset(seen),
        away=tuple(AwaySpan(row.since, row.until) for row in schedule.away if row.branch == entry.id),
        fixed=fixed,
    )


def _point(given: VisitRound, entry: ShowcaseEntry) -> HostPoint:
    schedule, id, opening = given.schedule, entry.branch.id, entry.showcase.opening
    terms = schedule.terms_of(id) or PointTerms.model_construct(host=id)
    received = [row for row in given.done if row.host == id]
    batches = schedule.batches if terms.batches is None else terms.batches
    first = max(schedule.since, given.as_of + timedelta(opening.notice_days))
    days = open_days(opening, first, schedule.until, given.holidays)
    return HostPoint(
        id=id,
        committee=entry.branch.committee,
        slots=tuple(VisitSlot(row.day, row.since, id, row.until) for row in days),
        shows=frozenset(_numbered(given, id, each) for each in entry.showcase.standards),
        size=schedule.batch_size(id, opening.batch),
        batches=None if batches is None else max(batches - len({row.on for row in received}), 0),
        least=0 if batches == 0 else max(schedule.least - _guests(received), 0),
        kinds=frozenset(terms.kinds),
        committees=frozenset(terms.committees),
    )


def _numbered(given: VisitRound, branch: str, standard: str) -> str:
    """A standard with whose numbers it goes by."""
    return f"{given.roots.get(branch, '')}:{standard}"


def _guests(rows: Iterable[Visit]) -> int:
    return len({id for row in rows for id in row.guests})
