"""覆盖率: does a section of the register reach every branch of the unit?

The section (记录) has a row a branch; a branch is reached once the row's day (栏) is there.  The denominator is every branch
that is not dissolved at the end of the period, whatever its kind.  All of them have to be reached (A24): one short is a gap.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import ValidationInfo, field_validator

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_period
from generator.evaluate.section_parameters import day_field, section_with, sections_with
from generator.evaluate.timing import insufficient
from generator.evaluate.unit_context import UnitContext, cite_rows
from generator.model.check import RecordKind
from generator.model.fields import Text
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.record import Audience, entry

NAME = "覆盖率"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC
_SHOWN = 6


class Parameters(PeriodicParameters):
    """Which section, and which of its days."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.COMMITTEE})
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    section: Annotated[Text, section_with("branch", "一个支部一行的一栏")] = entry("记录", _PUBLIC, example="考核验收")
    column: Text = entry("栏", _PUBLIC, example="复评", hint="写日期的一栏")

    @field_validator("column")
    @classmethod
    def _known(cls, value: str, info: ValidationInfo) -> str:
        if section := info.data.get("section"):
            day_field(sections_with("branch")[section].record, value)
        return value

    def forms(self) -> tuple[RecordKind, ...]:
        """The section's rows."""
        return (sections_with("branch")[self.section].record,)


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether every branch has its day."""
    asked = context.branches
    period = say_period(context.period)
    if not asked:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{period}没有所属支部")
    reached = _reached(context, parameters)
    missing = [row.name for row in asked if row.id not in reached]
    done = len(asked) - len(missing)
    shows = f"记录显示{period}所属支部 {len(asked)} 个，有{parameters.column}日期的 {done} 个"
    evidence = cite_rows(parameters.section, reached.values())
    if not missing:
        return Outcome(Verdict.MET, shows, evidence)
    named = "、".join(missing[:_SHOWN]) + ("等" if len(missing) > _SHOWN else "")
    return insufficient(context, f"{shows}，还差 {len(missing)} 个：{named}", evidence)


def _reached(context: UnitContext, parameters: Parameters) -> Mapping[str, Any]:
    """The rows with a day in the period that is not later than `as_of`, by branch."""
    section = sections_with("branch")[parameters.section]
    field = day_field(section.record, parameters.column)
    rows = getattr(context.register, section.name, ())
    return {row.branch: row for row in rows if (day := getattr(row, field)) is not None and context.counts(day)}
