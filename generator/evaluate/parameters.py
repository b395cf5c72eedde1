"""The base classes of every check's `Parameters`: for which periods a criterion is judged."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.evaluate.year_context import YearContext
from generator.model.check import Asked, CheckDescription
from generator.model.period import Cycle, Period
from generator.model.record import Audience, entry
from generator.model.standard import Criterion

_LAST_DAYS = {Cycle.MONTH: "当月底前", Cycle.QUARTER: "季末前", Cycle.YEAR: "12月31日前"}


class CheckParameters(CheckDescription):
    """Parameters of a check that judges the state of things on `as_of`, or at the end of a year that is over (A38)."""

    def periods(self, criterion: Criterion, context: YearContext) -> tuple[Period, ...]:  # noqa: ARG002 - PeriodicParameters reads the criterion's 截止
        """The periods that this criterion is judged for, in order."""
        return context.today


class PeriodicParameters(CheckParameters):
    """Parameters of a check that judges each month, quarter or year of the year of record."""

    cycle: Cycle = entry("每", Audience.PUBLIC, example="季", hint="月、季（自然季）、年")

    def asked(self) -> Asked:
        """Once in each period, by its last day."""
        return Asked(f"每{self.cycle}", _LAST_DAYS[self.cycle])

    def periods(self, criterion: Criterion, context: YearContext) -> tuple[Period, ...]:
        """The natural periods of the year; the year itself has its deadline where the criterion says (A32)."""
        if self.cycle is not Cycle.YEAR:
            return context.periods[self.cycle]
        return (Period.year(context.year, criterion.deadline_of(context.year)),)


def _only(cycle: Cycle) -> AfterValidator:
    def check(value: Cycle) -> Cycle:
        if value is not cycle:
            raise PydanticCustomError("enum", "“{value}”不能用在这里", {"value": value.value, "expected": cycle.value})
        return value

    return AfterValidator(check)


MonthlyCycle = Annotated[Cycle, _only(Cycle.MONTH)]
"""每: 月 and nothing else."""

YearlyCycle = Annotated[Cycle, _only(Cycle.YEAR)]
"""每: 年 and nothing else."""
