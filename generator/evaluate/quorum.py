"""When enough are present for an election: at least four fifths; before 2020-07-13 the rule said more than four fifths."""

from __future__ import annotations

from datetime import date

from generator.model.finding import Verdict

ELECTION_CHANGE = date(2020, 7, 13)
"""The day from which exactly four fifths suffice beyond doubt."""


def election_quorum(present: int, entitled: int, day: date, change: date = ELECTION_CHANGE) -> Verdict:
    """Whether enough of those entitled to elect are present: 符合, 缺项, or 提示 for exactly four fifths before the change."""
    if present * 5 < entitled * 4:
        return Verdict.UNMET
    return Verdict.ADVISORY if present * 5 == entitled * 4 and day < change else Verdict.MET


def election_quorum_text(verdict: Verdict) -> str:
    """What the line asks, or for 提示 why it is one, in words."""
    if verdict is Verdict.ADVISORY:
        return "恰为五分之四，当时的规定写“超过五分之四”，实务也作有效（待核）"
    return "要求五分之四以上到会"
