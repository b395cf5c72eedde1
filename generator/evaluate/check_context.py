"""`CheckContext`: what a check gets to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from generator.evaluate.record_index import RecordIndex
from generator.evaluate.year_context import YearContext
from generator.model.dossier import Dossier
from generator.model.finding import Evidence
from generator.model.kinds import ActivityKind
from generator.model.period import Period
from generator.model.record import Record
from generator.model.records.activity import Activity
from generator.model.records.organisation import Counting, Institution
from generator.model.records.profile import Profile
from generator.model.records.review import Review
from generator.model.standard import Criterion


class CheckContext(NamedTuple):
    """One criterion of one branch in one period; the branch existed on at least one day of it."""

    records: RecordIndex
    criterion: Criterion
    readings: tuple[str, ...]
    period: Period

    @property
    def dossier(self) -> Dossier:
        """The branch's dossier, unprojected."""
        return self.records.dossier

    @property
    def profile(self) -> Profile:
        """支部概况."""
        return self.records.profile

    @property
    def year_context(self) -> YearContext:
        """What the year is judged by, the same for all branches."""
        return self.records.year_context

    @property
    def institution(self) -> Institution:
        """学校, with its holidays and its own readings."""
        return self.year_context.institution

    @property
    def as_of(self) -> date:
        """截至."""
        return self.records.as_of

    @property
    def day(self) -> date:
        """The day on which numbers and posts are looked up: the period's last, or `as_of` where that is earlier (A33)."""
        return min(self.period.end, self.records.as_of)

    @property
    def reviews(self) -> Sequence[Review]:
        """评定 of the criterion for the period's year, from the file that belongs to its duty."""
        return self.records.reviewed(self.criterion, self.period)

    def held(self, kinds: Sequence[ActivityKind]) -> tuple[Activity, ...]:
        """The activities of `kinds` in the period, whatever else they were."""
        return self.records.rows(kinds, self.period)

    def counted(self, kinds: Sequence[ActivityKind]) -> tuple[Activity, ...]:
        """The activities that count as one of `kinds`: under 只计首类 only those whose first kind it is (A16)."""
        rows = self.records.rows(kinds, self.period)
        if rows and self.institution.readings.combined is Counting.FIRST:
            return tuple(row for row in rows if row.kinds[0] in kinds)
        return rows

    def late(self, kinds: Sequence[ActivityKind]) -> tuple[Activity, ...]:
        """The activities of `kinds` that the year's register holds and that came after the deadline (A32)."""
        return self.records.late(kinds, self.period)

    def quoted(self, rows: Iterable[Activity]) -> str:
        """The note that a merged branch rests on records of the branch that received it (A39); else empty."""
        receiver, anchors = self.dossier.receiver, self.dossier.anchors
        if receiver is None or all(row.source in anchors for row in rows):
            return ""
        return f"；引用接收支部{receiver.profile.name}的记录（A39）"

    def evidence(self, rows: Iterable[Activity]) -> tuple[Evidence, ...]:
        """Register rows as evidence."""
        return tuple([self.records.dossier.evidence(row) for row in rows])

    def registered(self, label: str, rows: Iterable[Record]) -> tuple[Evidence, ...]:
        """Rows of the year's register that are no activities as evidence, under one label."""
        return cite(label, *rows)


def cite(label: str, *records: Record | None) -> tuple[Evidence, ...]:
    """Lines of the profile or the register as evidence, under one label."""
    return tuple(Evidence(record.source, "", label) for record in records if record is not None)
