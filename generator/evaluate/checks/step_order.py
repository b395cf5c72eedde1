"""步骤次序: were the steps of every row of a section done one after the other?

The section (记录) has a row for each that went through the steps (步骤), and a column with a day for each of these.  A step
before the one that has to come first is 缺项 at once, for no later day can put it right; two on one day are in order.  A
row in which a step has no day yet is a gap that can be closed until the deadline.  A last step (末步) that 学校 does to some
branches only stands in its register: the day on which it drew the branch; of others it is not asked.  Which rows have to
be there is not asked here (覆盖率).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import ValidationInfo, field_validator

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_period
from generator.evaluate.section_parameters import day_field, drawing_section, section_with, sections_with
from generator.evaluate.timing import insufficient
from generator.evaluate.unit_context import UnitContext, cite_rows
from generator.model.check import RecordKind
from generator.model.fields import Text
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.record import Audience, entry
from generator.model.words import short_day

NAME = "步骤次序"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD)

_PUBLIC = Audience.PUBLIC
_SHOWN = 3


class Parameters(PeriodicParameters):
    """Which section, and its steps in order."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.COMMITTEE})
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    section: Annotated[Text, section_with("branch", "一个支部一行的一栏")] = entry("记录", _PUBLIC, example="考核验收")
    steps: tuple[Text, ...] = entry(
        "步骤", _PUBLIC, example=["自评", "群众测评", "复评"], hint="写日期的栏，先做的在前"
    )

    last: Text | None = entry(
        "末步", _PUBLIC, example="抽验", default=None, hint="学校台账里抽支部的一栏，抽到的才有这一步"
    )

    @field_validator("last")
    @classmethod
    def _drawn(cls, value: str) -> str:
        """Called only where it is written."""
        drawing_section(value)
        return value

    @field_validator("steps")
    @classmethod
    def _known(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if section := info.data.get("section"):
            for step in value:
                day_field(sections_with("branch")[section].record, step)
        return value

    def forms(self) -> tuple[RecordKind, ...]:
        """The section's rows."""
        return (sections_with("branch")[self.section].record,)


class _Row(NamedTuple):
    """One row's steps in order, each with its day; None where it is not done by `as_of`."""

    name: str
    record: Any
    days: tuple[tuple[str, date | None], ...]

    @property
    def faults(self) -> Iterator[str]:
        """The steps that came before the one that is first, in words."""
        done = [(step, day) for step, day in self.days if day is not None]
        for (before, first), (step, day) in pairwise(done):
            if day < first:
                yield f"{self.name}{step}（{short_day(day)}）早于{before}（{short_day(first)}）"

    @property
    def missing(self) -> Iterator[str]:
        """The steps that are not done."""
        return (step for step, day in self.days if day is None)


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether every row's steps are done, and in order."""
    rows = tuple(_rows(context, parameters))
    begins = f"记录显示{say_period(context.period)}{parameters.section}"
    faulty = [row for row in rows if any(row.faults)]
    if faulty:
        told = [fault for row in faulty for fault in row.faults]
        return Outcome(Verdict.UNMET, f"{begins}次序不合：{_listed(told)}", _cited(parameters, faulty))
    if not rows:
        return insufficient(context, f"{begins}没有登记")
    left = [f"{row.name}缺{'、'.join(row.missing)}" for row in rows if any(row.missing)]
    shows = f"{begins} {len(rows)} 个支部，次序都合"
    if left:
        return insufficient(context, f"{shows}；{len(left)} 个没有做完：{_listed(left)}", _cited(parameters, rows))
    return Outcome(Verdict.MET, f"{shows}，各步都有日期", _cited(parameters, rows))


def _rows(context: UnitContext, parameters: Parameters) -> Iterator[_Row]:
    kind = sections_with("branch")[parameters.section].record
    fields = [(step, day_field(kind, step)) for step in parameters.steps]
    drawn = _drawn(context, parameters.last) if parameters.last else {}
    for row in getattr(context.register, sections_with("branch")[parameters.section].name, ()):
        branch = context.records.by_id.get(row.branch)
        days = [(step, _by(getattr(row, field), context.as_of)) for step, field in fields]
        if row.branch in drawn:
            days.append((str(parameters.last), drawn[row.branch]))
        yield _Row(branch.name if branch else row.branch, row, tuple(days))


def _drawn(context: UnitContext, section: str) -> Mapping[str, date]:
    """The first day on which 学校 drew each branch."""
    register = context.records.school.get(context.period.start.year)
    rows = getattr(register, drawing_section(section), ())
    days = [(row.on, id) for row in rows if row.on <= context.as_of for id in row.branches]
    return {id: on for on, id in sorted(days, reverse=True)}


def _by(day: date | None, as_of: date) -> date | None:
    return day if day is not None and day <= as_of else None


def _listed(told: Sequence[str]) -> str:
    return "；".join(told[:_SHOWN]) + ("等" if len(told) > _SHOWN else "")


def _cited(parameters: Parameters, rows: Sequence[_Row]) -> Any:
    return cite_rows(parameters.section, [row.record for row in rows])
