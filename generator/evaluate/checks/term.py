"""任期: is the term of the officers elected last still running on `as_of`?

The term's last day is that of an approved extension, else the day that the reply of the election gives, else the same
day three years (届期) after it; by-elections and appointments do not begin a term.  While it runs it is 符合, and 临期 in its last
six months.  In the first thirty days past it 提示 (A37), then 缺项 if the register was reconciled to the last day, else
无记录, as where no election is recorded.  A branch whose officers its superior has designated (临时党支部) has no term:
不适用.
"""

from __future__ import annotations

from datetime import timedelta

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_day
from generator.evaluate.terms_of_office import approved_end, regular_end
from generator.evaluate.timing import lapsed, unknown
from generator.model.check import Asked, RecordKind
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.period import add_months
from generator.model.record import Audience, entry
from generator.model.records.election import Election, Method

NAME = "任期"
VERDICTS = (Verdict.MET, Verdict.DUE_SOON, Verdict.UNMET, Verdict.ADVISORY, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC


class Parameters(CheckParameters):
    """How long a term is, and how long before its end to remind."""

    years: Count = entry("年", _PUBLIC, example="3")
    remind_months: Count = entry("提醒月", _PUBLIC, example="6")
    grace_days: Count = entry("宽限日", _PUBLIC, example="30", default=30, hint="届满后几日以内没有换的出提示（A37）")

    def asked(self) -> Asked:
        """By the end of a term."""
        return Asked(f"每 {self.years} 年", "届满前")

    def forms(self) -> tuple[RecordKind, ...]:
        """The result of an election."""
        return (Election,)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether `as_of` lies within the latest term."""
    if not context.records.terms_of_office:
        return _without_election(context)
    election = context.records.terms_of_office[-1]
    end = approved_end(election, parameters.years)
    shows, evidence = _shows(election, parameters), cite("换届", election)
    if end < context.as_of <= end + timedelta(parameters.grace_days):
        reason = f"{shows}，已届满，还没有换届；届满未满 {parameters.grace_days} 日（A37）"
        return Outcome(Verdict.ADVISORY, reason, evidence)
    if context.as_of > end:
        return lapsed(context, end, shows, evidence)
    if context.as_of > add_months(end, -parameters.remind_months):
        reason = f"{shows}，已进入届满前 {parameters.remind_months} 个月"
        return Outcome(Verdict.DUE_SOON, reason, evidence, end)
    return Outcome(Verdict.MET, f"{shows}，任期未满", evidence)


def _without_election(context: CheckContext) -> Outcome:
    designated = [row for row in context.records.elections if row.method is Method.DESIGNATED]
    if designated:
        reason = f"记录显示{say_day(designated[-1].on)}由批准机关指定，没有换届选举，不核任期（A37）"
        return Outcome(Verdict.NOT_APPLICABLE, reason, cite("换届", designated[-1]))
    return unknown(context, f"台账里没有{say_day(context.as_of)}以前的换届选举，不能判断任期")


def _shows(election: Election, parameters: Parameters) -> str:
    regular, end = regular_end(election, parameters.years), approved_end(election, parameters.years)
    length = "批复写明" if election.ends else f"任期 {election.years or parameters.years} 年，"
    shows = f"记录显示{say_day(election.on)}选举，{length}到{say_day(regular)}"
    if end > regular and election.extension:
        return f"{shows}，经批准延期到{say_day(end)}（批准：{election.extension.approval}）"
    return shows if election.extension is None else f"{shows}；延期没有写明期限和批准，或不晚于届满，不计"
