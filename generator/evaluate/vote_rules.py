"""The rules by which a vote is in order: three kinds of matters, three rules, by the day of the vote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import assert_never

from generator.evaluate.quorum import (
    ELECTION_CHANGE,
    TYPICAL_SIZES,
    election_quorum,
    election_quorum_text,
    has_majority,
    least_enough,
)
from generator.evaluate.two_counts import Ruling
from generator.model.decision_table import DecisionTable, NumberColumns
from generator.model.finding import Verdict
from generator.model.kinds import VoteKind
from generator.model.records.activity_parts import Vote


def vote_rulings(vote: Vote, entitled: int, day: date, *, failed: bool) -> Iterator[Ruling]:
    """Quorum, and majority unless the matter `failed`: a vote recorded as failed is in order."""
    verdict, rule = _quorum(vote.kind, vote.present, entitled, day)
    text = f"（{vote.kind}）应到会有表决权 {entitled} 人、到会 {vote.present} 人，{rule}"
    yield verdict, "" if verdict is Verdict.MET else text
    if failed:
        return
    of, whom = (vote.present, "实到会") if vote.kind is VoteKind.ELECTION else (entitled, "应到会有表决权")
    ayes = vote.ayes if vote.kind.takes_written else vote.ayes - vote.written
    if not has_majority(ayes, of):
        yield Verdict.UNMET, f"（{vote.kind}）赞成 {ayes} 票，没有超过{whom} {of} 人的半数"


def vote_table(kinds: Mapping[str, VoteKind], note: str) -> DecisionTable:
    """How many have to be present and to agree, by the number of those entitled; `kinds` are named for the headings."""
    groups = tuple(NumberColumns(name, ("到会至少", "赞成至少")) for name in kinds)
    rows = tuple((of, *(each for kind in kinds.values() for each in _fewest(kind, of))) for of in TYPICAL_SIZES)
    return DecisionTable("能不能开会、能不能通过", "应到会有表决权", groups, rows, note)


def _fewest(kind: VoteKind, entitled: int) -> tuple[int, int]:
    """How many at least have to be present and to agree, for a matter other than an election."""

    def quorate(present: int) -> bool:
        verdict, _ = _quorum(kind, present, entitled, ELECTION_CHANGE)
        return verdict is Verdict.MET

    return least_enough(entitled, quorate), least_enough(entitled, lambda ayes: has_majority(ayes, entitled))


def _quorum(kind: VoteKind, present: int, entitled: int, day: date) -> Ruling:
    match kind:
        case VoteKind.GENERAL:
            return Verdict.MET if present * 2 >= entitled else Verdict.UNMET, "要求半数以上到会"
        case VoteKind.ADMISSION | VoteKind.CONFIRMATION:
            return Verdict.MET if present * 2 > entitled else Verdict.UNMET, "要求过半数到会"
        case VoteKind.ELECTION:
            verdict = election_quorum(present, entitled, day)
            return verdict, election_quorum_text(verdict)
        case never:
            assert_never(never)
