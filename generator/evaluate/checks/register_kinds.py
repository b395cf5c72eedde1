"""台账类别: has the year's register rows of every kind that it is to have?

类别 lists activity kinds and keys of the register; each needs at least one row in the register of the year (归属年度), up to
`as_of`.  支部委员会会议 is not asked of a branch that is too small for a committee (A8), 党小组会 not of one without groups
(A9).  What is missing is judged at the end of the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.lasting import GRACE_DAYS
from generator.evaluate.no_committee import no_committee
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_period
from generator.evaluate.timing import insufficient
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Text
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind
from generator.model.record import Audience, entry
from generator.model.records.register import Register

NAME = "台账类别"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
)

_PUBLIC = Audience.PUBLIC
_FIELDS = {str(field.alias): name for name, field in Register.model_fields.items() if name != "source"}
_KINDS = {kind.value: kind for kind in ActivityKind}


def _known(value: str) -> str:
    if value not in _KINDS and value not in _FIELDS:
        expected = "、".join((*_KINDS, *_FIELDS))
        raise PydanticCustomError("enum", "“{value}”不是台账类别", {"value": value, "expected": expected})
    return value


RegisterKind = Annotated[Text, AfterValidator(_known)]
"""An activity kind, or a key of the register."""


class Parameters(PeriodicParameters):
    """Which kinds of rows there are to be."""

    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    kinds: tuple[RegisterKind, ...] = entry(
        "类别", _PUBLIC, example=["支部党员大会", "学时"], hint="活动类型，或台账的栏目"
    )

    def schedule(self) -> Recurring:
        """Due at the end of the year."""
        return Recurring(self.cycle)

    def forms(self) -> tuple[RecordKind, ...]:
        """The records of the activities."""
        return tuple(_KINDS[kind] for kind in self.kinds if kind in _KINDS)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether no kind is missing."""
    register = context.records.register(context.period.start.year)
    present = _present(context, register) if register else frozenset()
    left_out = frozenset(_not_asked(context, parameters))
    asked = [kind for kind in parameters.kinds if kind not in left_out]
    missing = [kind for kind in asked if kind not in present]
    shows = f"记录显示{say_period(context.period)}台账应有 {len(asked)} 类，有记录的 {len(asked) - len(missing)} 类"
    shows += f"（{'、'.join(sorted(left_out))}不适用）" if left_out else ""
    if missing:
        return insufficient(context, f"{shows}，没有{'、'.join(missing)}", cite("年度台账", register))
    return Outcome(Verdict.MET, shows, cite("年度台账", register))


def _present(context: CheckContext, register: Register) -> frozenset[str]:
    """The kinds of which the register has a row."""
    last = context.records.last
    held: set[str] = set().union(*[row.kinds for row in register.activities if row.on <= last])
    return frozenset(held | {key for key, name in _FIELDS.items() if getattr(register, name)})


def _not_asked(context: CheckContext, parameters: Parameters) -> Iterator[str]:
    """The kinds that a branch without a committee or without groups has none of."""
    without = ActivityKind.COMMITTEE_MEETING in parameters.kinds and no_committee(context, "", GRACE_DAYS)
    if without and without.verdict is Verdict.NOT_APPLICABLE:
        yield ActivityKind.COMMITTEE_MEETING.value
    if context.profile.groups is not None and not any(
        group.since <= context.period.end and (group.until or context.period.end) >= context.period.start
        for group in context.profile.groups
    ):
        yield ActivityKind.GROUP_MEETING.value
