"""延期提前: was the latest term extended, or the latest election held early, with approval and within a year?

An extension without approval or without its last day is a gap from the day after the term's regular end.  An election
is early if it says so (提前), or if it came more than six months before the previous term's regular end; without
approval it is a gap from that day on.  Either by more than twelve months is 提示, for the rule says 一般.  Terms are
three years.  Neither extended nor early: 不适用.

Reports: 符合、缺项、临期、未到期、无记录、提示、不适用
"""

from __future__ import annotations

from datetime import date

from generator.evaluate.asked import Asked
from generator.evaluate.case import Case, Outcome, cite
from generator.evaluate.terms_of_office import REMIND_MONTHS, regular_end
from generator.evaluate.timing import lapsed, pending
from generator.evaluate.words import say_day
from generator.model.audience import Audience
from generator.model.fields import Count, entry
from generator.model.finding import Verdict, roll_up
from generator.model.period import add_months
from generator.model.records.register import Election, Extension

NAME = "延期提前"

_PUBLIC = Audience.PUBLIC


class Parameters(Asked):
    """By how many months an election is at most moved, as a rule."""

    usually_at_most: Count = entry("一般不超过月", _PUBLIC, example="12")


def judge(case: Case, parameters: Parameters) -> Outcome:
    """Whether the latest election's extension and earliness are approved and usual; the graver of the two."""
    elections = case.ledger.elections
    if not elections:
        return Outcome(Verdict.NOT_APPLICABLE, "台账里没有换届记录，延期和提前无从判断；任期另判")
    both = [_extended(case, parameters, elections[-1]), _early(case, parameters, elections[-1])]
    outcomes = [outcome for outcome in both if outcome is not None]
    if not outcomes:
        reason = f"记录显示{say_day(elections[-1].on)}选举，没有延期，也没有提前"
        return Outcome(Verdict.NOT_APPLICABLE, reason, cite("换届", elections[-1]))
    sum_ = roll_up(outcome.verdict for outcome in outcomes)
    return next(outcome for outcome in outcomes if outcome.verdict is sum_)


def _extended(case: Case, parameters: Parameters, election: Election) -> Outcome | None:
    extension, end, evidence = election.extension, regular_end(election), cite("换届", election)
    if extension is None:
        return None
    shows = f"记录显示本届到{say_day(end)}届满"
    if extension.until is None or extension.approval is None:
        missing = "延期没有写批准" if extension.until else "延期没有写延到哪一天"
        still = pending if case.as_of <= end else lapsed
        return still(case, end, f"{shows}，{missing}", evidence)
    shows = f"{shows}，延期到{say_day(extension.until)}，批准：{extension.approval}"
    if extension.until > add_months(end, parameters.usually_at_most):
        return Outcome(Verdict.ADVISORY, f"{shows}；一般不超过 {parameters.usually_at_most} 个月", evidence)
    return Outcome(Verdict.MET, shows, evidence)


def _early(case: Case, parameters: Parameters, election: Election) -> Outcome | None:
    end = _previous_end(case)
    before = end is not None and election.on < add_months(end, -REMIND_MONTHS)
    if election.early is None and not before:
        return None
    early, evidence = election.early or Extension.model_validate({}), cite("换届", election)
    shows = f"记录显示{say_day(election.on)}提前换届" + (f"，上一届到{say_day(end)}届满" if end else "")
    if early.approval is None:
        return lapsed(case, election.on, f"{shows}，没有写批准", evidence)
    shows = f"{shows}，批准：{early.approval}"
    if end is not None and election.on < add_months(end, -parameters.usually_at_most):
        return Outcome(Verdict.ADVISORY, f"{shows}；一般不超过 {parameters.usually_at_most} 个月", evidence)
    return Outcome(Verdict.MET, shows, evidence)


def _previous_end(case: Case) -> date | None:
    return regular_end(case.ledger.elections[-2]) if len(case.ledger.elections) > 1 else None
