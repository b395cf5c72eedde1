"""Quorum and majority: of meetings, and of elections, where at least four fifths have to be present.

Until 2020-07-12 the rule read 超过五分之四, yet exactly four fifths were accepted in practice: 提示 for such elections.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from generator.model.finding import Verdict

ELECTION_CHANGE = date(2020, 7, 13)
"""The first day of the rule that says 五分之四以上, which includes exactly four fifths."""

TYPICAL_SIZES = (3, 5, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 24, 25, 30, 40, 50)
"""Numbers of people for which tables are worked out: those of most branches."""


def has_majority(ayes: int, of: int) -> bool:
    """More than half of those who count: exactly half is not enough."""
    return ayes * 2 > of


def least_enough(of: int, enough: Callable[[int], bool]) -> int:
    """The smallest number of `of` people that is enough; all of them where no smaller one is."""
    return next((number for number in range(of) if enough(number)), of)


def election_quorum(present: int, entitled: int, day: date, change: date = ELECTION_CHANGE) -> Verdict:
    """Whether enough of those entitled to elect are present: 符合, 缺项, or 提示 for exactly four fifths before the change."""
    # In integers: 0.8 has no exact binary representation, and the limit itself matters.
    if present * 5 < entitled * 4:
        return Verdict.UNMET
    return Verdict.ADVISORY if present * 5 == entitled * 4 and day < change else Verdict.MET


def election_quorum_text(verdict: Verdict) -> str:
    """The rule in words, or for 提示 the reason for it."""
    if verdict is Verdict.ADVISORY:
        return "恰为五分之四，当时的规定写“超过五分之四”，实务也作有效（待核）"
    return "要求五分之四以上到会"
