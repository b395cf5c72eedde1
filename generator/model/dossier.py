"""支部档案: everything recorded about one branch, with queries by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import is_
from typing import TypeVar

from generator.model.finding import Evidence
from generator.model.record import Audience, Record, Source, project, project_files
from generator.model.records.activity import Activity
from generator.model.records.activity_parts import Exclusion
from generator.model.records.development import Development
from generator.model.records.election import Election
from generator.model.records.members import Members
from generator.model.records.profile import (
    Coverage,
    Group,
    Headcount,
    LeadersOnRoll,
    Officer,
    Profile,
    in_office,
    persons,
)
from generator.model.records.register import Register
from generator.model.records.snapshot import YearSnapshot
from generator.model.words import short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """支部档案.  `activities` are those of every register read, by date; `anchors` maps a row's position to its page anchor.

    `receiver` is the dossier of the branch that this one was merged into (并入); checks read it, pages never show it.
    `further` are the records of its other files, by file name.
    """

    id: str
    committee: str
    profile: Profile
    registers: Mapping[int, Register]
    activities: tuple[Activity, ...]
    anchors: Mapping[Source, str]
    receiver: Dossier | None = None
    further: Mapping[str, Record] = field(default_factory=dict)

    @classmethod
    def assemble(
        cls,
        id: str,
        committee: str,
        profile: Profile,
        registers: Mapping[int, Register],
        further: Mapping[str, Record] | None = None,
    ) -> Dossier:
        """Build the dossier from the files of one branch."""
        rows = [row for year in sorted(registers) for row in registers[year].activities]
        rows.sort(key=lambda row: (row.on, row.source))
        return cls(
            id=id,
            committee=committee,
            profile=profile,
            registers=dict(sorted(registers.items())),
            activities=tuple(rows),
            anchors=dict(_anchors(rows)),
            further=further or {},
        )

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of its files."""
        return (self.profile, *self.registers.values(), *self.further.values())

    def project(self, audience: Audience) -> Dossier:
        """The dossier as `audience` may see it; the public edition has no registers."""
        registers = {} if audience is Audience.PUBLIC else project(self.registers, audience)
        profile = self.profile.project(audience)
        further = project_files(self.further, audience)
        if all(
            map(is_, (registers, profile, further, None), (self.registers, self.profile, self.further, self.receiver))
        ):
            return self
        # Assembling again would sort all activities; if none of them changed, the sorted ones can stay.
        if registers.keys() == self.registers.keys() and all(
            map(_same_activities, registers.values(), self.registers.values())
        ):
            return replace(self, profile=profile, registers=registers, further=further, receiver=None)
        return Dossier.assemble(self.id, self.committee, profile, registers, further)

    def snapshot(self, year: int) -> YearSnapshot | None:
        """How an office has settled the findings of a year; None where it has not."""
        rows = (row for name, row in self.further.items() if isinstance(row, YearSnapshot) and f"{year}" in name)
        return next(rows, None)

    @property
    def development(self) -> Development | None:
        """发展党员台账; None where the file is not in this checkout, or may not be seen."""
        return next((row for row in self.further.values() if isinstance(row, Development)), None)

    @property
    def members(self) -> Members | None:
        """党员名册; None as for 发展党员台账."""
        return next((row for row in self.further.values() if isinstance(row, Members)), None)

    @property
    def elections(self) -> tuple[Election, ...]:
        """Elections of every register read, by date; of one day, that from which a term runs comes first."""
        rows = (row for register in self.registers.values() for row in register.elections)
        return tuple(sorted(rows, key=lambda row: (row.on, not row.begins_term)))

    def headcount(self, day: date) -> Headcount | None:
        """The number of members on a day (A33); None where the records do not say."""
        return _latest(self.profile.headcounts or (), day)

    def expected(self, day: date, excluded: Exclusion | None) -> int | None:
        """How many the day's numbers ask to a meeting of all members, less those not counted (A33)."""
        members = self.headcount(day)
        return None if members is None else members.total - (excluded.count if excluded else 0)

    def entitled(self, day: date, excluded: Exclusion | None) -> int | None:
        """How many may vote or elect by the day's numbers: full members, less those not counted (A33)."""
        members = self.headcount(day)
        return None if members is None else members.full_members - (excluded.count if excluded else 0)

    def leaders(self, day: date) -> LeadersOnRoll | None:
        """The leading cadres on its roll on a day (双重组织生活); None where the profile does not say."""
        return _latest(self.profile.leaders or (), day)

    def coverage(self, day: date) -> Coverage | None:
        """The units a joint branch covers on a day; None from the day on which it covers none any more."""
        coverage = _latest(self.profile.coverage, day)
        return coverage if coverage is not None and coverage.units else None

    def officers(self, day: date) -> tuple[Officer, ...]:
        """The officers on a day; on a day of handover only the new one."""
        return in_office(self.profile.officers or (), day)

    def people(self, day: date) -> tuple[tuple[Officer, ...], ...]:
        """The people who hold posts on a day, each with the rows that are theirs."""
        return persons(self.officers(day))

    def groups(self, day: date) -> tuple[Group, ...]:
        """The party groups that exist on a day; one that changes its leader on it is one group."""
        groups = {group.name: group for group in self.profile.groups or () if group.exists_on(day)}
        return tuple(groups.values())

    def is_joint(self, activity: Activity) -> bool:
        """Whether it was entered once for several branches, in the committee's register."""
        folder = activity.source.path.rpartition("/")[0]
        return bool(folder) and self.profile.source.path.rpartition("/")[0].rpartition("/")[0] == folder

    def evidence(self, activity: Activity) -> Evidence:
        """The register row as evidence; one of the branch that received this one says so, and has no anchor here."""
        return Evidence(
            activity.source,
            self.anchors.get(activity.source, ""),
            f"{short_day(activity.on)}{'、'.join(activity.kinds)}{self._whose(activity)}",
        )

    def _whose(self, activity: Activity) -> str:
        if self.receiver is None or activity.source in self.anchors:
            return ""
        return f"（引用接收支部{self.receiver.profile.name}的记录）"


def _same_activities(register: Register, other: Register) -> bool:
    return register.activities is other.activities


_Dated = TypeVar("_Dated", Headcount, Coverage, LeadersOnRoll)


def _latest(rows: Iterable[_Dated], day: date) -> _Dated | None:
    return max((row for row in rows if row.since <= day), key=lambda row: row.since, default=None)


def _anchors(rows: Iterable[Activity]) -> Iterator[tuple[Source, str]]:
    counts: dict[date, int] = {}
    for row in rows:
        counts[row.on] = counts.get(row.on, 0) + 1
        yield row.source, f"a-{row.on.isoformat()}-{counts[row.on]}"
