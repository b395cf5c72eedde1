"""A day in a register: within its year, within the branch's life, and not after `as_of`.

The day is what `record` holds in the field called `name`; its place is looked for only where something is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.dossier import Dossier
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.standard import Criterion
from generator.model.standard_set import StandardSet


@dataclass(frozen=True, slots=True, kw_only=True)
class NextYearDeadlines:
    """Yearly matters that may be finished in the following year (截止, A32).

    `until` is the latest of their days, as month and day; `kinds` are the activities that they ask for: one that comes after
    its day is late, and still belongs to its year.
    """

    until: str = "03-31"
    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, sets: Iterable[StandardSet]) -> NextYearDeadlines:
        """What the criteria of all sets say."""
        rows = [row for one in sets for standard in one.standards for row in standard.criteria if row.deadline]
        kinds = frozenset(kind for row in rows for kind in _kinds(row))
        return cls(until=max((row.deadline[2:] for row in rows if row.deadline), default=cls().until), kinds=kinds)

    def last(self, year: int, record: Record) -> date:
        """The last day that a row may bear in the register of a year."""
        if not self.kinds.isdisjoint(getattr(record, "kinds", ())):
            return date(year + 1, 12, 31)
        return date.fromisoformat(f"{year + 1}-{self.until}")


DEFAULT_DEADLINES = NextYearDeadlines()
"""What holds where no notice says otherwise."""


LATER = frozenset({"R203", "R214"})
"""What is said of a day after `as_of`."""


def _kinds(criterion: Criterion) -> tuple[str, ...]:
    asked = criterion.parameters.get("记录", ())
    return (asked,) if isinstance(asked, str) else tuple(asked)


def in_year(record: Record, name: str, year: int, yearly: NextYearDeadlines) -> Iterator[Problem]:
    """归属年度 (A32): the year itself, and for what is finished late the next year up to its day."""
    on: date = getattr(record, name)
    if not date(year, 1, 1) <= on <= yearly.last(year, record):
        yield report("R204", record.where(name), f"{on} 不在 {year} 年的台账里", f"请核对日期，或移到 {on.year}.yml。")


def in_life(record: Record, name: str, dossier: Dossier, as_of: date) -> Iterator[Problem]:
    """A branch has no records before it was founded; what lies after its end or after `as_of` proves nothing."""
    on: date = getattr(record, name)
    founded, dissolved = dossier.profile.founded, dossier.profile.dissolved
    if on < founded:
        yield report(
            "R201", record.where(name), f"{on} 早于支部成立（{founded}）", "请核对日期，或支部概况里的“成立”。"
        )
    elif dissolved is not None and on > dissolved:
        told = f"{on} 晚于支部撤销（{dissolved}），不作依据"
        yield report("R202", record.where(name), told, "请核对日期，或支部概况里的“撤销”。")
    elif on > as_of:
        told = f"{on} 晚于截至日 {as_of}，不作依据"
        yield report("R203", record.where(name), told, "请核对日期；还没有开的不要先记。")
