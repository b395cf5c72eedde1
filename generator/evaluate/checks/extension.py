"""延期提前: if the latest term was extended, or its election moved, was that approved and within a year?

An extension without approval or without its last day is a gap from the day after the term's regular end.  An election
that was not held on the last day of the previous term is in order where the superior's reply was there by that day, or
an approval of 提前 is written; without, it is 提示 from six months before the last day to thirty days after it, and 缺项
beyond (A37).  A reply without its day is 提示.  By more than twelve months, extended or moved, is 提示, for the rule says
一般.  The first election after a branch was founded, merged or split is not early; by-elections and appointments are not
asked.  Neither extended nor moved: 不适用.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_day
from generator.evaluate.terms_of_office import approved_end, regular_end
from generator.evaluate.timing import lapsed, pending
from generator.model.check import Asked
from generator.model.fields import Count
from generator.model.finding import Verdict, roll_up
from generator.model.period import add_months
from generator.model.record import Audience, entry
from generator.model.records.election import Election

NAME = "延期提前"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.ADVISORY,
    Verdict.NOT_APPLICABLE,
)

_PUBLIC = Audience.PUBLIC


class Parameters(CheckParameters):
    """How far an election is usually moved at most, and how far it may be from the last day without approval."""

    usually_at_most: Count = entry("一般不超过月", _PUBLIC, example="12")
    early_months: Count = entry(
        "提前月", _PUBLIC, example="6", default=6, hint="无批复的，届满前几个月以内出提示（A37）"
    )
    late_days: Count = entry("延后日", _PUBLIC, example="30", default=30, hint="无批复的，届满后几日以内出提示（A37）")

    def asked(self) -> Asked:
        """Whenever an election is moved."""
        return Asked("每次延期、提前", "届满前报批")


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Judge the extension of the latest term and the date of its election; the graver verdict counts."""
    elections = context.records.terms_of_office
    if not elections:
        return Outcome(Verdict.NOT_APPLICABLE, "台账里没有换届记录，延期和提前无从判断；任期另判")
    both = [_extended(context, parameters, elections[-1]), _moved(context, parameters, elections[-1])]
    outcomes = [outcome for outcome in both if outcome is not None]
    if not outcomes:
        reason = f"记录显示{say_day(elections[-1].on)}选举，没有延期，也没有提前"
        return Outcome(Verdict.NOT_APPLICABLE, reason, cite("换届", elections[-1]))
    gravest = roll_up(outcome.verdict for outcome in outcomes)
    return next(outcome for outcome in outcomes if outcome.verdict is gravest)


def _extended(context: CheckContext, parameters: Parameters, election: Election) -> Outcome | None:
    extension, end, evidence = election.extension, regular_end(election), cite("换届", election)
    if extension is None:
        return None
    shows = f"记录显示本届到{say_day(end)}届满"
    if extension.until is None or extension.approval is None:
        missing = "延期没有写批准" if extension.until else "延期没有写延到哪一天"
        still = pending if context.as_of <= end else lapsed
        return still(context, end, f"{shows}，{missing}", evidence)
    shows = f"{shows}，延期到{say_day(extension.until)}，批准：{extension.approval}"
    if extension.until > add_months(end, parameters.usually_at_most):
        return Outcome(Verdict.ADVISORY, f"{shows}；一般不超过 {parameters.usually_at_most} 个月", evidence)
    return Outcome(Verdict.MET, shows, evidence)


def _moved(context: CheckContext, parameters: Parameters, election: Election) -> Outcome | None:
    """Compare the date of the election with the last day of the term before it."""
    before = context.records.terms_of_office[:-1]
    end = approved_end(before[-1]) if before else None
    if election.first is not None or (election.on == end if end else election.early is None):
        return None
    late = end is not None and election.on > end
    shows = f"记录显示{say_day(election.on)}{'届满以后换届' if late else '提前换届'}"
    shows += f"，上一届到{say_day(end)}届满" if end else ""
    approval = _approval(election)
    if approval is None:
        return _unapproved(context, parameters, election, end, shows)
    usual = parameters.usually_at_most
    far = end is not None and not add_months(end, -usual) <= election.on <= add_months(end, usual)
    limit = f"；一般不超过 {usual} 个月" if far else ""
    verdict = Verdict.ADVISORY if far else Verdict.MET
    return Outcome(verdict, f"{shows}，批准：{approval}{limit}", cite("换届", election))


def _approval(election: Election) -> str | None:
    """What approves the day: 提前 with its approval, or a reply that was there by the day of the election."""
    if election.early is not None and election.early.approval is not None:
        return election.early.approval
    return election.approval if election.approved_before else None


def _unapproved(
    context: CheckContext, parameters: Parameters, election: Election, end: date | None, shows: str
) -> Outcome:
    evidence = cite("换届", election)
    if election.approval is not None and election.approved_on is None:
        return Outcome(Verdict.ADVISORY, f"{shows}，批复没有写批复日，请补录（A37）", evidence)
    missing = "批复日晚于选举日" if election.approved_on is not None else "没有写批准"
    near = end is not None and add_months(end, -parameters.early_months) <= election.on
    if end is not None and near and election.on <= end + timedelta(parameters.late_days):
        return Outcome(Verdict.ADVISORY, f"{shows}，{missing}（A37）", evidence)
    return lapsed(context, election.on, f"{shows}，{missing}", evidence)
