"""When enough are present for an election: the line moved from more than to at least four fifths on 2020-07-13."""

from __future__ import annotations

from datetime import date

ELECTION_CHANGE = date(2020, 7, 13)
"""The day from which exactly four fifths suffice."""


def election_quorum(present: int, entitled: int, day: date, change: date = ELECTION_CHANGE) -> bool:
    """Whether enough of those entitled to elect are present."""
    return present * 5 > entitled * 4 if day < change else present * 5 >= entitled * 4


def election_quorum_text(day: date, change: date = ELECTION_CHANGE) -> str:
    """The line in force on a day, in words."""
    return "超过五分之四" if day < change else "五分之四以上"
