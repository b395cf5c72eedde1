"""The rules by which a vote is in order: three kinds of matters, three rules, by the day of the vote."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from generator.evaluate.quorum import election_quorum, election_quorum_text
from generator.evaluate.two_counts import Ruling
from generator.model.finding import Verdict
from generator.model.kinds import VoteKind
from generator.model.records.activity_parts import Vote


def vote_rulings(vote: Vote, entitled: int, day: date, *, failed: bool) -> Iterator[Ruling]:
    """Quorum, and majority unless the matter `failed`: a vote recorded as failed is in order."""
    verdict, rule = _quorum(vote, entitled, day)
    text = f"（{vote.kind}）应到会有表决权 {entitled} 人、到会 {vote.present} 人，{rule}"
    yield verdict, "" if verdict is Verdict.MET else text
    if failed:
        return
    of, whom = (vote.present, "实到会") if vote.kind is VoteKind.ELECTION else (entitled, "应到会有表决权")
    ayes = vote.ayes if vote.kind.takes_written else vote.ayes - vote.written
    if not ayes * 2 > of:
        yield Verdict.UNMET, f"（{vote.kind}）赞成 {ayes} 票，没有超过{whom} {of} 人的半数"


def _quorum(vote: Vote, entitled: int, day: date) -> Ruling:
    match vote.kind:
        case VoteKind.GENERAL:
            return Verdict.MET if vote.present * 2 >= entitled else Verdict.UNMET, "要求半数以上到会"
        case VoteKind.ADMISSION | VoteKind.CONFIRMATION:
            return Verdict.MET if vote.present * 2 > entitled else Verdict.UNMET, "要求过半数到会"
        case VoteKind.ELECTION:
            verdict = election_quorum(vote.present, entitled, day)
            return verdict, election_quorum_text(verdict)
        case never:
            assert_never(never)
