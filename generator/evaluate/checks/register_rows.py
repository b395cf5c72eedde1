"""登记频次: were there enough dated rows of a section of the register in each natural month, quarter or year?

The section (记录) is a key of the 年度台账 whose rows have a 日期: of the branch's for its own duties, of the one that 基层党委
or 学校 keeps for theirs.  Rows count by their date, within the register of their 归属年度; for a year that may be finished in
the next they count up to its deadline (A32); a row that names its 月份 counts for that month, whenever it was made.  A row
of another period does not make up for a gap (A11).  启用 从方案 asks only in a year whose plan asks for the standard; else
it is 不适用.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, NamedTuple, TypeGuard

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters
from generator.evaluate.phrases import say_days, say_period
from generator.evaluate.timing import insufficient
from generator.evaluate.unit_context import UnitContext
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Count, Text
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.period import first_of_month
from generator.model.record import Audience, Record, entry
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.register import Register
from generator.model.records.school_register import SchoolRegister
from generator.model.shape import shape_of

NAME = "登记频次"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC
_REGISTERS = {Duty.BRANCH: Register, Duty.COMMITTEE: CommitteeRegister, Duty.INSTITUTION: SchoolRegister}


class _Section(NamedTuple):
    """A section of a register: its field, what its rows are, and whether they name the month that they count for."""

    name: str
    rows: type[Record]
    by_month: bool


@cache
def _sections(kind: type[Record]) -> dict[str, _Section]:
    """The sections of a register whose rows all have a 日期, by their Chinese key."""
    lists = ((field.label, field.name, field.record) for field in shape_of(kind) if field.many)
    return {label: _Section(name, rows, "month" in rows.model_fields) for label, name, rows in lists if _dated(rows)}


def _dated(rows: type[Record] | None) -> TypeGuard[type[Record]]:
    return rows is not None and "on" in rows.model_fields and rows.model_fields["on"].is_required()


def _known(value: str) -> str:
    known = dict.fromkeys(label for kind in _REGISTERS.values() for label in _sections(kind))
    if value not in known:
        raise PydanticCustomError(
            "enum", "“{value}”不是台账里逐日登记的一栏", {"value": value, "expected": "、".join(known)}
        )
    return value


class AskedBy(StrEnum):
    """Who has to ask for it, that it is judged."""

    PLAN = "从方案"


class Parameters(PeriodicParameters):
    """Which section, in which cycle, how many rows, and whether the year's plan has to ask for it."""

    levels: ClassVar[frozenset[Duty]] = frozenset(_REGISTERS)
    section: Annotated[Text, AfterValidator(_known)] = entry(
        "记录", _PUBLIC, example="研判", hint="年度台账里逐日登记的一栏"
    )
    at_least: Count = entry("至少", _PUBLIC, example="1", default=1)
    asked_by: AskedBy | None = entry(
        "启用", _PUBLIC, example="从方案", default=None, hint="本年方案要求这一项标准的才判，没有要求的不适用"
    )

    @property
    def by_plan(self) -> bool:
        """Whether the year's plan has to ask for it."""
        return self.asked_by is AskedBy.PLAN

    def subject(self, duty: Duty) -> Duty | None:
        """The duty's own register has to have the section."""
        return duty if self.section in _sections(_REGISTERS[duty]) else None

    def schedule(self) -> Recurring:
        """Due at the end of each period."""
        return Recurring(self.cycle, self.section)

    def forms(self) -> tuple[RecordKind, ...]:
        """What a branch writes its rows on."""
        section = _sections(Register).get(self.section)
        return (section.rows,) if section else ()


def judge(context: CheckContext | UnitContext, parameters: Parameters) -> Outcome:
    """Whether the period's rows suffice."""
    if parameters.by_plan and not context.year_context.asked(context.criterion.standard, context.period):
        reason = f"{context.period.end.year}年的方案没有要求这一项，不判；方案写有才启用"
        return Outcome(Verdict.NOT_APPLICABLE, reason)
    rows = _rows(context, parameters.section)
    shows = (
        f"记录显示{say_period(context.period)}{parameters.section} {len(rows)} 次{say_days([row.on for row in rows])}，"
        f"要求至少 {parameters.at_least} 次"
    )
    evidence = context.registered(parameters.section, rows)
    if len(rows) >= parameters.at_least:
        return Outcome(Verdict.MET, shows, evidence)
    return insufficient(context, shows, evidence)


def _rows(context: CheckContext | UnitContext, section: str) -> Sequence[Any]:
    register, period = context.records.register(context.period.start.year), context.period
    if register is None:
        return ()
    name, _, by_month = _sections(type(register))[section]
    first, last, as_of = period.start, period.deadline, context.as_of
    rows = [row for row in getattr(register, name) if row.on <= as_of]
    if by_month:
        rows = [row for row in rows if first <= first_of_month(row.month) <= last]
    else:
        rows = [row for row in rows if first <= row.on <= last]
    return sorted(rows, key=lambda row: row.on)
