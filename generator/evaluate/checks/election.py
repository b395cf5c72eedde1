"""选举: were enough present at the latest election, and was everyone elected by more than half of those present?

By the day of the election: more than four fifths of those entitled before the day the line moved, at least four fifths
from then on.  The votes compared are those of each post filled.  An election without its figures cannot be judged and is
无记录.

Reports: 符合、缺项、无记录
"""

from __future__ import annotations

from enum import StrEnum

from generator.evaluate.asked import Asked
from generator.evaluate.case import Case, Outcome, cite
from generator.evaluate.quorum import election_quorum, election_quorum_text
from generator.evaluate.timing import unknown
from generator.evaluate.words import say_day
from generator.model.audience import Audience
from generator.model.fields import Day, entry
from generator.model.finding import Verdict

NAME = "选举"

_PUBLIC = Audience.PUBLIC


class Presence(StrEnum):
    """How many of those entitled must come."""

    FOUR_FIFTHS = "五分之四"


class Parameters(Asked):
    """The line of presence, and the day from which exactly that many suffice."""

    presence: Presence = entry("到会", _PUBLIC, example="五分之四")
    change: Day = entry("变更日", _PUBLIC, example="2020-07-13", hint="此日前须超过，此日起含本数")


def judge(case: Case, parameters: Parameters) -> Outcome:
    """Whether presence and majorities of the latest election were in order."""
    if not case.ledger.elections:
        return unknown(case, f"台账里没有{say_day(case.as_of)}以前的换届记录，不能判断选举")
    election = case.ledger.elections[-1]
    shows, evidence = f"记录显示{say_day(election.on)}选举", cite("换届", election)
    if election.present is None or election.entitled is None:
        return Outcome(Verdict.NO_RECORD, f"{shows}，没有写应到和实到有选举权人数，不能判断", evidence)
    shows = f"{shows}，应到有选举权 {election.entitled} 人、实到 {election.present} 人"
    if not election_quorum(election.present, election.entitled, election.on, parameters.change):
        line = election_quorum_text(election.on, parameters.change)
        return Outcome(Verdict.UNMET, f"{shows}，要求{line}到会", evidence)
    if not election.elected:
        return Outcome(Verdict.NO_RECORD, f"{shows}，没有写当选得票，不能判断", evidence)
    short = [row for row in election.elected if not row.votes * 2 > election.present]
    if short:
        told = "、".join(f"{row.post} {row.votes} 票" for row in short)
        return Outcome(Verdict.UNMET, f"{shows}，{told}，没有超过实到的半数", evidence)
    return Outcome(Verdict.MET, f"{shows}，到会和得票均合规", evidence)
