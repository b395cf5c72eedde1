"""任期: is the term of the officers elected last still running on `as_of`?

The term's last day is the same day three years after the latest election; an approved extension moves it, one without
approval does not.  While it runs it is 符合, and 临期 in its last six months.  Past it, 缺项 if the register was reconciled
to the last day, else 无记录, as where no election is recorded.

Reports: 符合、临期、缺项、无记录
"""

from __future__ import annotations

from generator.evaluate.asked import Asked
from generator.evaluate.case import Case, Outcome, cite
from generator.evaluate.terms_of_office import approved_end, regular_end
from generator.evaluate.timing import lapsed, unknown
from generator.evaluate.words import say_day
from generator.model.audience import Audience
from generator.model.fields import Count, entry
from generator.model.finding import Verdict
from generator.model.period import add_months
from generator.model.records.register import Election

NAME = "任期"

_PUBLIC = Audience.PUBLIC


class Parameters(Asked):
    """How long a term is, and how long before its end to remind."""

    years: Count = entry("年", _PUBLIC, example="3")
    remind_months: Count = entry("提醒月", _PUBLIC, example="6")


def judge(case: Case, parameters: Parameters) -> Outcome:
    """Whether `as_of` lies within the latest term."""
    if not case.ledger.elections:
        return unknown(case, f"台账里没有{say_day(case.as_of)}以前的换届记录，不能判断任期")
    election = case.ledger.elections[-1]
    end = approved_end(election, parameters.years)
    shows, evidence = _shows(election, parameters), cite("换届", election)
    if case.as_of > end:
        return lapsed(case, end, shows, evidence)
    if case.as_of > add_months(end, -parameters.remind_months):
        reason = f"{shows}，已进入届满前 {parameters.remind_months} 个月"
        return Outcome(Verdict.DUE_SOON, reason, evidence, end)
    return Outcome(Verdict.MET, f"{shows}，任期未满", evidence)


def _shows(election: Election, parameters: Parameters) -> str:
    regular, end = regular_end(election, parameters.years), approved_end(election, parameters.years)
    shows = f"记录显示{say_day(election.on)}选举，任期 {parameters.years} 年，到{say_day(regular)}"
    if end > regular and election.extension:
        return f"{shows}，经批准延期到{say_day(end)}（批准：{election.extension.approval}）"
    return shows if election.extension is None else f"{shows}；延期没有写明期限和批准，或不晚于届满，不计"
