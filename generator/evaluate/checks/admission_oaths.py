"""宣誓: has every probationary member whom a vote of the year admitted taken the oath?

Those admitted are the votes 接收预备党员 of the year's general meetings that passed; each is one person, because they are
voted on one by one.  An 入党宣誓 is for as many as its 宣誓人数 says, and the oldest admission comes first, also one of
the year before; an oath before the admission does not count.  月内 is how long it may take from the vote on: approval
takes up to six months (细则 27), and no rule that may be judged says how soon the oath follows.  Until then it is 未到期
or 临期, though the year may be over.  An oath without its number is 无记录.  Nobody admitted: 不适用.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day, say_days, say_period
from generator.evaluate.timing import lapsed, pending, unknown
from generator.model.check import Asked, RecordKind
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind, VoteKind
from generator.model.period import Period, add_months
from generator.model.record import Audience, entry
from generator.model.records.activity import Activity

NAME = "宣誓"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """How long after the vote."""

    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    months: Count = entry("月内", _PUBLIC, example="6", hint="自大会通过之日起几个月以内宣誓；审批最长 6 个月")

    def asked(self) -> Asked:
        """After each admission."""
        return Asked("每名新预备党员", f"大会通过后 {self.months} 个月内")

    def forms(self) -> tuple[RecordKind, ...]:
        """The record of the rite."""
        return (ActivityKind.ADMISSION_OATH,)


class _Admission(NamedTuple):
    """One person admitted by a vote, and the rite that is left for this person."""

    row: Activity
    oath: Activity | None


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the oaths are as many as the admissions."""
    start, end = context.period.start, context.period.end
    span = Period.span(date(start.year - 1, 1, 1), context.records.last, "")
    oaths = context.records.rows((ActivityKind.ADMISSION_OATH,), span)
    admitted = [row for row in _matched(_admissions(context, span), oaths) if start <= row.row.on <= end]
    if not admitted:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{say_period(context.period)}没有通过接收预备党员的表决")
    left = [row.row.on for row in admitted if row.oath is None]
    sworn = len(admitted) - len(left)
    shows = f"记录显示{say_period(context.period)}通过接收预备党员 {len(admitted)} 名，已宣誓 {sworn} 名"
    rows = {id(each): each for row in admitted for each in row if each is not None}
    evidence = context.evidence(rows.values())
    if not left:
        return Outcome(Verdict.MET, shows, evidence)
    if uncounted := [row.on for row in oaths if row.sworn is None and row.on >= left[0]]:
        return unknown(context, f"{shows}；入党宣誓{say_days(uncounted)}没有写宣誓人数，无从相对")
    return _open(context, f"{shows}，没有宣誓 {len(left)} 名{say_days(left)}", left[0], parameters)._replace(
        evidence=evidence
    )


def _admissions(context: CheckContext, span: Period) -> list[Activity]:
    """A meeting for each person that it admitted, by date."""
    meetings = context.records.rows((ActivityKind.GENERAL_MEETING,), span)
    return [row for row in meetings for _ in range(sum(_passed(row)))]


def _passed(row: Activity) -> Iterator[bool]:
    """For each vote on an admission, whether it passed."""
    for item in row.agenda:
        if item.vote is not None and item.vote.kind is VoteKind.ADMISSION:
            yield not item.failed and item.vote.ayes * 2 > item.vote.entitled


def _matched(admissions: Sequence[Activity], oaths: Sequence[Activity]) -> list[_Admission]:
    """Each admission with the first oath since that has a place left for it."""
    places = [oath for oath in oaths for _ in range(oath.sworn or 0)]
    found = []
    for row in admissions:
        while places and places[0].on < row.on:
            places.pop(0)
        found.append(_Admission(row, places.pop(0) if places else None))
    return found


def _open(context: CheckContext, shows: str, first: date, parameters: Parameters) -> Outcome:
    """Those who have not taken the oath, by the deadline of the first of them."""
    deadline, dissolved = add_months(first, parameters.months), context.profile.dissolved
    if dissolved is not None and dissolved <= deadline:
        told = f"{shows}；支部{say_day(dissolved)}撤销，由接收的支部宣誓，不计缺（A13）"
        return Outcome(Verdict.NOT_APPLICABLE, told)
    if context.as_of <= deadline:
        return pending(context, deadline, shows)
    return lapsed(context, deadline, shows)
