"""What a year of record is judged by that is the same for all branches: the day, the institution, the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache

from generator.model.period import Cycle, Period, periods
from generator.model.records.development_process import NO_PROCESSES, DevelopmentProcesses
from generator.model.records.organisation import Institution
from generator.model.records.plan import Demands


@dataclass(frozen=True, eq=False)
class YearContext:
    """One year of record as it is judged: the day that plays "today", the year, and the institution's readings.

    `demands` is, by year, what the institution's plan of that year makes a hard requirement; `processes` are the versions
    of 发展党员流程.
    One object of each year serves all branches; `eq=False` makes it hash by identity, so that caches can be keyed by it.
    """

    as_of: date
    year: int
    institution: Institution
    demands: Mapping[int, Demands] = field(default_factory=dict)
    processes: DevelopmentProcesses = NO_PROCESSES

    def demanded(self, standard: str, criterion: str, period: Period) -> bool:
        """Whether the plan of the period's year makes the criterion a hard requirement (A40)."""
        demands = self.demands.get(period.end.year)
        return demands is not None and demands.hold(standard, criterion, period.end)

    def asked(self, standard: str, period: Period) -> bool:
        """Whether the plan of the period's year asks for the standard at all."""
        demands = self.demands.get(period.end.year)
        return demands is not None and demands.asks(standard, period.end)

    @cached_property
    def periods(self) -> Mapping[Cycle, tuple[Period, ...]]:
        """The natural periods of the year, computed once for all branches."""
        return {cycle: periods(cycle, self.year) for cycle in Cycle}

    @cached_property
    def today(self) -> tuple[Period, ...]:
        """The one period of a check that judges the state of things: `as_of`, or the last day of a past year (A38)."""
        return (Period.day(self.year_end.as_of),)

    @cached_property
    def year_end(self) -> YearContext:
        """The context for judging the state of things: what came after the year's last day does not count."""
        last = date(self.year, 12, 31)
        return self if self.as_of <= last else replace(self, as_of=last)

    def of(self, year: int) -> YearContext:
        """The context of another year of record."""
        return self if year == self.year else _of(self, year)

    def holidays_covering(self, period: Period) -> str:
        """The names of the school holidays that cover the whole period, adjoining ones taken as one; else empty."""
        found = self._holidays.get(period)
        if found is None:
            found = self._holidays[period] = self.institution.free(period.start, period.end)
        return found

    @cached_property
    def _holidays(self) -> dict[Period, str]:
        return {}


@lru_cache(maxsize=64)
def _of(context: YearContext, year: int) -> YearContext:
    return replace(context, year=year)
