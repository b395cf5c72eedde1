"""The numbers of an election: who is elected, how many candidates there have to be; and both for sizes that are usual."""

from __future__ import annotations

from datetime import date
from functools import partial

from generator.evaluate.quorum import TYPICAL_SIZES, election_quorum, has_majority, least_enough
from generator.model.decision_table import DecisionTable, NumberColumns
from generator.model.finding import Verdict

_SEATS = (3, 4, 5, 6, 7)
"""Sizes of committees to elect."""
_TURNOUT = (NumberColumns("", ("到会至少",)), NumberColumns("得票至少", ("刚够到会时", "全部到会时")))
_CANDIDATES = (NumberColumns("", ("候选至少",)),)


def elected(present: int, votes: int) -> bool:
    """More than half of those present."""
    return has_majority(votes, present)


def enough_candidates(seats: int, candidates: int) -> bool:
    """At least a fifth more than seats."""
    return candidates * 5 >= seats * 6


def election_tables(change: date) -> tuple[DecisionTable, ...]:
    """Turnout and votes at the meeting and in the new committee, and candidates; by the rule since `change`."""
    meeting = tuple(_turnout(of, change) for of in TYPICAL_SIZES)
    committee = tuple(_turnout(of, change) for of in _SEATS)
    candidates = tuple((seats, least_enough(2 * seats, partial(enough_candidates, seats))) for seats in _SEATS)
    return (
        DecisionTable("大会能不能选、几票当选", "应到会有选举权", _TURNOUT, meeting),
        DecisionTable("支委会选书记、副书记", "新一届委员", _TURNOUT, committee),
        DecisionTable("大会选委员，候选几名", "应选", _CANDIDATES, candidates, "书记、副书记不核差额。"),
    )


def _turnout(of: int, change: date) -> tuple[int, ...]:
    """The smallest turnout, and the votes that elect if just so many or all have come."""
    came = least_enough(of, lambda present: election_quorum(present, of, change, change) is Verdict.MET)
    return of, came, *(least_enough(present, partial(elected, present)) for present in (came, of))
