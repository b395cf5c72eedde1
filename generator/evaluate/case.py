"""`Case`, the question a check is asked, and `Outcome`, what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from generator.evaluate.ledger import Ledger
from generator.model.dossier import Dossier
from generator.model.finding import Evidence, Verdict
from generator.model.kinds import ActivityKind
from generator.model.period import Period
from generator.model.record import Record
from generator.model.records.activity import Activity
from generator.model.records.organisation import Counting, Institution
from generator.model.records.profile import Profile
from generator.model.records.review import Review
from generator.model.standard import Criterion


class Outcome(NamedTuple):
    """What the records show: a verdict, a Chinese sentence, the rows it rests on, and the day a gap is due."""

    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()
    due: date | None = None


class Case(NamedTuple):
    """One criterion asked of one branch for one period; the branch lived on at least one day of it."""

    ledger: Ledger
    criterion: Criterion
    readings: tuple[str, ...]
    period: Period

    @property
    def dossier(self) -> Dossier:
        """The branch's dossier, unprojected."""
        return self.ledger.dossier

    @property
    def profile(self) -> Profile:
        """支部概况."""
        return self.ledger.profile

    @property
    def institution(self) -> Institution:
        """学校, with its holidays and its own readings."""
        return self.ledger.terms.institution

    @property
    def as_of(self) -> date:
        """截至."""
        return self.ledger.as_of

    @property
    def day(self) -> date:
        """The day on which numbers and posts are looked up: the period's last, or `as_of` where that is earlier (A33)."""
        return min(self.period.end, self.ledger.as_of)

    @property
    def reviews(self) -> Sequence[Review]:
        """What people have written about the criterion for the period's year, where its duty is judged."""
        return self.ledger.reviewed(self.criterion, self.period)

    def held(self, kinds: Sequence[ActivityKind]) -> tuple[Activity, ...]:
        """The activities of `kinds` in the period, whatever else they were."""
        return self.ledger.rows(kinds, self.period)

    def counted(self, kinds: Sequence[ActivityKind]) -> tuple[Activity, ...]:
        """The activities that count as one of `kinds`: under 只计首类 only those whose first kind it is (A16)."""
        rows = self.ledger.rows(kinds, self.period)
        if rows and self.institution.readings.combined is Counting.FIRST:
            return tuple(row for row in rows if row.kinds[0] in kinds)
        return rows

    def late(self, kinds: Sequence[ActivityKind]) -> tuple[Activity, ...]:
        """The activities of `kinds` that the year's register holds and that came after the deadline (A32)."""
        return self.ledger.late(kinds, self.period)

    def quoted(self, rows: Iterable[Activity]) -> str:
        """That a branch which was merged away proves it by records of the one that received it (A39)."""
        receiver, anchors = self.dossier.receiver, self.dossier.anchors
        if receiver is None or all(row.source in anchors for row in rows):
            return ""
        return f"；引用接收支部{receiver.profile.name}的记录（A39）"

    def evidence(self, rows: Iterable[Activity]) -> tuple[Evidence, ...]:
        """Register rows as evidence."""
        return tuple([self.ledger.dossier.evidence(row) for row in rows])


def cite(label: str, *records: Record | None) -> tuple[Evidence, ...]:
    """Lines of the profile or the register as evidence, under one label."""
    return tuple(Evidence(record.source, "", label) for record in records if record is not None)
