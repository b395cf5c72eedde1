"""What one dossier proves on `as_of`, indexed for the checks: activities by kind and month, elections, reviews."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.evaluate.year_context import YearContext
from generator.model.dossier import Dossier
from generator.model.kinds import ActivityKind
from generator.model.period import Period
from generator.model.reconciliation import Reconciliation
from generator.model.records.activity import Activity
from generator.model.records.election import Election
from generator.model.records.profile import Profile
from generator.model.records.register import Exemption, Register
from generator.model.records.review import Review, Reviews, by_criterion
from generator.model.standard import Criterion
from generator.model.unit_records import UnitRecords
from generator.model.words import day as say_day

Months = Mapping[ActivityKind, Mapping[int, Sequence[Activity]]]
"""Activities by kind and by month, the month as `_month` numbers it."""


@dataclass(frozen=True, slots=True)
class RecordIndex:
    """The records of one dossier up to `as_of`; what is dated later proves nothing and is not in the index.

    `last` is the last day whose records count: `as_of`, or the day on which the branch was dissolved, if that
    came before.  `committee` is what the branch's committee has on record.
    """

    dossier: Dossier
    profile: Profile
    year_context: YearContext
    as_of: date
    last: date
    months: Months
    exemptions: Mapping[tuple[ActivityKind, str], Exemption]
    elections: tuple[Election, ...]
    reviews: Reviews
    committee: UnitRecords | None = None

    @classmethod
    def build(cls, dossier: Dossier, context: YearContext, committee: UnitRecords | None = None) -> RecordIndex:
        """Index the dossier once: every criterion looks it up, many of them for each month of the year."""
        as_of, registers = context.as_of, dossier.registers
        dissolved = dossier.profile.dissolved
        last = min(as_of, dissolved or as_of)
        return cls(
            dossier=dossier,
            profile=dossier.profile,
            year_context=context,
            as_of=as_of,
            last=last,
            months=_by_month(row for row in dossier.activities if row.on <= last),
            exemptions={(row.kind, row.month): row for each in registers.values() for row in each.exemptions},
            elections=tuple(row for row in dossier.elections if row.on <= last),
            reviews=by_criterion((year, row) for year in registers for row in registers[year].all_reviews),
            committee=committee,
        )

    @property
    def terms_of_office(self) -> tuple[Election, ...]:
        """The elections from which a term of office runs, by date."""
        return tuple(row for row in self.elections if row.begins_term)

    def register(self, year: int) -> Register | None:
        """The register of a year of record (归属年度)."""
        return self.dossier.registers.get(year)

    def reviewed(self, criterion: Criterion, period: Period) -> Sequence[Review]:
        """The 评定 of a criterion for a period's year.

        A branch that was merged away quotes the one that received it for what could still be done afterwards (A39).
        """
        found = self._concluded(self.dossier, self.reviews, criterion.id, period.start.year)
        receiver = self.dossier.receiver
        register = None if found else self._received(period)
        if register is None or receiver is None:
            return found
        own = by_criterion((period.start.year, row) for row in register.all_reviews)
        return self._concluded(receiver, own, criterion.id, period.start.year)

    def _concluded(self, dossier: Dossier, own: Reviews, criterion: str, year: int) -> Sequence[Review]:
        """What a branch's own register says, and what its committee's says in its tables."""
        found = own.get((year, criterion), ())
        above = self.committee.concluded(year, criterion, dossier.id) if self.committee else ()
        return (*found, *above) if above else found

    def rows(self, kinds: Sequence[ActivityKind], period: Period) -> tuple[Activity, ...]:
        """The activities of any of `kinds` that count for `period`, each once, by date.

        They count by their date; only where a period may be finished in the following year do they count by the
        register they stand in (归属年度, A32), up to the deadline.
        """
        if period.deadline > period.end:
            return tuple(row for row in self._of_record(kinds, period) if row.on <= period.deadline)
        if len(kinds) == 1:
            return tuple(self._dated(kinds[0], period))
        # An activity of several kinds (A16) is in the index under each of them; by id, because equal rows are two activities.
        return _by_date({id(row): row for kind in kinds for row in self._dated(kind, period)}.values())

    def late(self, kinds: Sequence[ActivityKind], period: Period) -> tuple[Activity, ...]:
        """The activities of any of `kinds` in the year's register that came after the period's deadline (A32)."""
        if period.deadline == period.end:
            return ()
        return tuple(row for row in self._of_record(kinds, period) if row.on > period.deadline)

    def _of_record(self, kinds: Sequence[ActivityKind], period: Period) -> tuple[Activity, ...]:
        """What the year's register holds; where it holds nothing, that of the receiving branch (A39)."""
        own = _registered(self.register(period.start.year), kinds, self.last)
        return own or _registered(self._received(period), kinds, self.as_of)

    def incomplete(self, period: Period) -> str:
        """Empty where the branch existed from the period's first day until its deadline; else what began or ended (A13)."""
        founded, dissolved = self.profile.founded, self.profile.dissolved
        if founded > period.start:
            return f"支部{say_day(founded)}成立"
        return f"支部{say_day(dissolved)}撤销" if dissolved is not None and dissolved < period.deadline else ""

    def reconciled(self, year: int) -> Reconciliation:  # noqa: ARG002 - units above the branches say it in each year's register
        """Between which days its registers have been checked."""
        return Reconciliation(self.profile.reconciled_since, self.profile.reconciled_through)

    def _received(self, period: Period) -> Register | None:
        """The receiving branch's register of a year that was still open when this branch was merged into it (A39)."""
        dissolved, receiver = self.profile.dissolved, self.dossier.receiver
        if receiver is None or dissolved is None or not period.end < dissolved <= period.deadline:
            return None
        return receiver.registers.get(period.start.year)

    def _dated(self, kind: ActivityKind, period: Period) -> list[Activity]:
        months = self.months.get(kind)
        if months is None:
            return []
        # Only the months of the period: a branch has hundreds of activities, and most criteria ask twelve times a year.
        start, end = period.start, period.end
        span = range(start.year * 12 + start.month, end.year * 12 + end.month + 1)  # as `_month` does
        return [row for month in span if month in months for row in months[month] if start <= row.on <= end]


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _by_month(rows: Iterable[Activity]) -> Months:
    months: dict[ActivityKind, dict[int, list[Activity]]] = {}
    for row in rows:
        month = _month(row.on)
        for kind in row.kinds:
            months.setdefault(kind, {}).setdefault(month, []).append(row)
    return months


def _registered(register: Register | None, kinds: Sequence[ActivityKind], last: date) -> tuple[Activity, ...]:
    found = (row for row in register.activities if row.on <= last) if register else ()
    return _by_date(row for row in found if not set(kinds).isdisjoint(row.kinds))


def _by_date(rows: Iterable[Activity]) -> tuple[Activity, ...]:
    return tuple(sorted(rows, key=lambda row: row.on))
