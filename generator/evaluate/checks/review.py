"""人工评: what did a reviewer conclude about this criterion for the year?

The result of the year's 评定 that has office, date and opinion; of several the latest.  A duty of 基层党委
or 学校 is concluded once, in `committee.yml` or `institution.yml`, for every branch below.  A 评定 that lacks any of the
three is 待人工评, and the reason says which (A29); one dated after `as_of` does not count.

Without any, a 定性 criterion is 待人工评, also in an incomplete year (A39), unless the committee has declared 本年度不评 for
a branch that existed for less than three months: then it is 不适用.  A 定量 criterion is 待人工评 where the register has
records (记录) that nobody has reviewed, else 无记录; in an incomplete year it is 不适用 (A13).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.timing import unknown
from generator.evaluate.unit_context import UnitContext
from generator.model.check import Asked, RecordKind
from generator.model.fields import OneOrMany
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind, Duty, Part, VoteKind
from generator.model.record import Audience, entry
from generator.model.records.activity import Activity
from generator.model.records.review import Review

NAME = "人工评"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.ADVISORY,
    Verdict.NOT_APPLICABLE,
    Verdict.AWAITING_REVIEW,
    Verdict.NO_RECORD,
)

_PUBLIC = Audience.PUBLIC
_PLACES = {Duty.BRANCH: "台账", Duty.COMMITTEE: "committee.yml ", Duty.INSTITUTION: "institution.yml "}
"""The file of each duty's 评定."""


class Everything(StrEnum):
    """For what is judged of the register as a whole."""

    ALL = "全部活动"


class Parameters(PeriodicParameters):
    """Which records of the register a person would look at: 活动类型, or 表决类别 of what was voted on."""

    levels: ClassVar[frozenset[Duty]] = frozenset(Duty)
    by_people: ClassVar[bool] = True
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    records: Annotated[tuple[ActivityKind | VoteKind | Everything, ...], OneOrMany] = entry(
        "记录",
        _PUBLIC,
        example=["入党宣誓"],
        default=(),
        hint="评的人要看的活动类型或表决类别，或“全部活动”；不在活动台账里的不写",
    )

    def asked(self) -> Asked:
        """The people who judge do so once a year."""
        return Asked("每年评一次", super().asked().until)

    def forms(self) -> tuple[RecordKind, ...]:
        """The records of the activities; what was voted on has no form of its own."""
        return tuple(row for row in self.records if isinstance(row, ActivityKind))


def judge(context: CheckContext | UnitContext, parameters: Parameters) -> Outcome:
    """The reviewer's result, or the verdict for a missing or incomplete 评定."""
    rows = [row for row in context.reviews if row.on is None or row.on <= context.as_of]
    complete = [row for row in rows if row.office and row.on and row.opinion]
    if complete:
        return _concluded(max(complete, key=lambda row: row.on or date.min))
    waived = _waived(context) if isinstance(context, CheckContext) else None
    if waived is not None:
        return waived
    if rows:
        shows = f"记录显示{say_period(context.period)}有评定，缺{'、'.join(_lacking(rows[-1]))}，还不能采用（A29）"
        return Outcome(Verdict.AWAITING_REVIEW, shows, cite("评定", rows[-1]))
    return _none(context, parameters)


def _concluded(review: Review) -> Outcome:
    day = say_day(review.on) if review.on else ""
    reason = f"记录显示{review.office}{day}评定为{review.result}，意见：{review.opinion}"
    return Outcome(Verdict(review.result.value), reason, cite(f"{day}评定", review))


def _lacking(review: Review) -> Iterator[str]:
    if review.office is None:
        yield "评定单位"
    if review.on is None:
        yield "日期"
    if review.opinion is None:
        yield "意见"


def _waived(context: CheckContext) -> Outcome | None:
    """本年度不评, declared by the committee for a branch that existed for less than three months of the year (A39)."""
    year = context.period.start.year
    register = context.records.register(year)
    waiver = register.waiver if register else None
    if (
        context.criterion.part is not Part.QUALITATIVE
        or waiver is None
        or context.as_of < waiver.on
        or not context.profile.lives_briefly_in(year)
    ):
        return None
    reason = f"记录显示{waiver.office}{say_day(waiver.on)}定为本年度不评，理由：{waiver.reason}（A39）"
    return Outcome(Verdict.NOT_APPLICABLE, reason, cite("不评", waiver))


def _none(context: CheckContext | UnitContext, parameters: Parameters) -> Outcome:
    period, kinds = say_period(context.period), "、".join(parameters.records)
    found = len(tuple(_seen(context, parameters))) if isinstance(context, CheckContext) else 0
    if found:
        shows = f"记录显示{period}有{kinds} {found} 条记录，还没有人评，由人评的事项不默认符合（A29）"
    elif context.criterion.part is Part.QUALITATIVE:
        shows = f"{_PLACES[context.criterion.duty]}里没有{period}的评定，由人评的事项不默认符合（A29）"
    elif not kinds:
        shows = f"{_PLACES[context.criterion.duty]}里没有{period}的评定，没有评不等于没有做（A30）"
    else:
        shows = f"台账里没有{period}的{kinds}，也没有评定，没有记录不等于没有做（A30）"
    if context.criterion.part is Part.QUALITATIVE:
        return Outcome(_open(context, found), shows)
    return unknown(context, shows, _open(context, found))


def _open(context: CheckContext | UnitContext, found: int) -> Verdict:
    judged_by_people = context.criterion.part is Part.QUALITATIVE or found
    return Verdict.AWAITING_REVIEW if judged_by_people else Verdict.NO_RECORD


def _seen(context: CheckContext, parameters: Parameters) -> Iterable[Activity]:
    """The activities of the period that a reviewer would look at, each once."""
    kinds = set(parameters.records)
    rows = context.held(tuple(ActivityKind)) if kinds else ()
    if Everything.ALL in kinds:
        return rows
    return (row for row in rows if kinds.intersection(row.kinds) or kinds.intersection(_votes(row)))


def _votes(row: Activity) -> Iterator[VoteKind]:
    return (item.vote.kind for item in row.agenda if item.vote is not None)
