"""Dates in a register: in its year, while the branch existed, and not after `as_of`.

Functions take a record and the name of its date field, so that the position is computed only for a Problem.
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
    """Deadlines (截止) of yearly matters that may be finished in the following year (A32).

    `until` is the latest of them, as month and day; `kinds` are the activities they ask for: one after the deadline is
    late and still belongs to its year.
    """

    until: str = "03-31"
    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, sets: Iterable[StandardSet]) -> NextYearDeadlines:
        """The deadlines of the criteria of all sets."""
        rows = [row for one in sets for standard in one.standards for row in standard.criteria if row.deadline]
        kinds = frozenset(kind for row in rows for kind in _kinds(row))
        return cls(until=max((row.deadline[2:] for row in rows if row.deadline), default=cls().until), kinds=kinds)

    def last(self, year: int, record: Record) -> date:
        """The last date that a row may have in the register of a year."""
        if not self.kinds.isdisjoint(getattr(record, "kinds", ())):
            return date(year + 1, 12, 31)
        return date.fromisoformat(f"{year + 1}-{self.until}")


DEFAULT_DEADLINES = NextYearDeadlines()
"""Without a 截止 in any criterion: year-end matters may be recorded until 31 March (A32)."""


LATER = frozenset({"R203", "R214"})
"""The codes of Problems about a date after `as_of`."""


def _kinds(criterion: Criterion) -> tuple[str, ...]:
    asked = criterion.parameters.get("记录", ())
    return (asked,) if isinstance(asked, str) else tuple(asked)


def in_year(record: Record, name: str, year: int, yearly: NextYearDeadlines) -> Iterator[Problem]:
    """归属年度 (A32): a date in the year itself, or in the next year up to the deadline."""
    on: date = getattr(record, name)
    if not date(year, 1, 1) <= on <= yearly.last(year, record):
        yield report("R204", record.where(name), f"{on} 不在 {year} 年的台账里", f"请核对日期，或移到 {on.year}.yml。")


def month_in_year(record: Record, name: str, year: int) -> Iterator[Problem]:
    """A month that a row is about is one of the register's year."""
    month: str = getattr(record, name)
    if not month.startswith(f"{year}-"):
        hint = f"请核对月份，或移到 {month[:4]}.yml。"
        yield report("R204", record.where(name), f"{month} 不在 {year} 年的台账里", hint)


def in_existence(record: Record, name: str, dossier: Dossier, as_of: date) -> Iterator[Problem]:
    """A date before the branch was founded is an 错误; one after its end or after `as_of` is a 警告 and does not count."""
    on: date = getattr(record, name)
    founded, dissolved = dossier.profile.founded, dossier.profile.dissolved
    if on < founded:
        yield report(
            "R201", record.where(name), f"{on} 早于支部成立（{founded}）", "请核对日期，或支部概况里的“成立”。"
        )
    elif dissolved is not None and on > dissolved:
        message = f"{on} 晚于支部撤销（{dissolved}），不作依据"
        yield report("R202", record.where(name), message, "请核对日期，或支部概况里的“撤销”。")
    elif on > as_of:
        message = f"{on} 晚于截至日 {as_of}，不作依据"
        yield report("R203", record.where(name), message, "请核对日期；还没有开的不要先记。")
