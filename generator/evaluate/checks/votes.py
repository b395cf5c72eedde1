"""表决: were quorum and majority kept in every recorded vote?

Three rules, by what is voted on and by the day of the vote:

- 一般议题: at least half of those entitled are present (exactly half may), and more than half of those entitled say yes;
- 接收、转正: more than half are present (exactly half may not), and more than half of those entitled say yes; written
  votes given beforehand are part of 赞成 and do not count as presence;
- 选举: more than four fifths present before 2020-07-13, at least four fifths from then on, and more than half of those
  present say yes.

Only those entitled count: probationary members do not (A7).  The majority is asked of every item but one whose 决议 says
未通过: a vote recorded as failed is in order.  What has happened cannot be made up for, so a vote out of order is 缺项
without waiting.  Without votes: 不适用.

Reports: 符合、缺项、不适用
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, NamedTuple

from generator.evaluate.asked import AskedEach
from generator.evaluate.case import Case, Outcome
from generator.evaluate.quorum import election_quorum, election_quorum_text
from generator.evaluate.words import say_day, say_period
from generator.model.audience import Audience
from generator.model.fields import OneOrMany, entry
from generator.model.finding import Verdict
from generator.model.records.activity import Activity, ActivityKind, AgendaItem, Vote, VoteKind

NAME = "表决"

_PUBLIC = Audience.PUBLIC
_FAILED = "未通过"


class Parameters(AskedEach):
    """In which activities votes are looked for."""

    kinds: Annotated[tuple[ActivityKind, ...], OneOrMany] = entry("记录", _PUBLIC, example="支部党员大会")


class _Cast(NamedTuple):
    row: Activity
    item: AgendaItem
    vote: Vote


def judge(case: Case, parameters: Parameters) -> Outcome:
    """Whether every vote of the period was in order."""
    votes = [
        _Cast(row, item, item.vote)
        for row in case.held(parameters.kinds)
        for item in row.agenda
        if item.vote is not None
    ]
    period = say_period(case.period)
    if not votes:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{period}{'或'.join(parameters.kinds)}没有表决")
    faulty = [(cast, wrong) for cast in votes if (wrong := "，".join(_wrong(cast)))]
    if faulty:
        told = "；".join(f"{say_day(cast.row.on)}“{cast.item.matter}”{wrong}" for cast, wrong in faulty)
        return Outcome(Verdict.UNMET, f"记录显示{told}", case.evidence(_rows(cast for cast, _ in faulty)))
    return Outcome(
        Verdict.MET, f"记录显示{period}表决 {len(votes)} 项，到会和赞成票数均合规", case.evidence(_rows(votes))
    )


def _wrong(cast: _Cast) -> Iterator[str]:
    vote = cast.vote
    quorum, rule = _quorum(vote, cast.row.on)
    if not quorum:
        yield f"（{vote.kind}）应到会有表决权 {vote.entitled} 人、到会 {vote.present} 人，要求{rule}"
    if _FAILED in (cast.item.resolution or ""):
        return
    of, whom = (vote.present, "实到会") if vote.kind is VoteKind.ELECTION else (vote.entitled, "应到会有表决权")
    if not vote.ayes * 2 > of:
        yield f"（{vote.kind}）赞成 {vote.ayes} 票，没有超过{whom} {of} 人的半数"


def _quorum(vote: Vote, day: date) -> tuple[bool, str]:
    match vote.kind:
        case VoteKind.GENERAL:
            return vote.present * 2 >= vote.entitled, "半数以上到会"
        case VoteKind.ADMISSION | VoteKind.CONFIRMATION:
            return vote.present * 2 > vote.entitled, "过半数到会"
        case VoteKind.ELECTION:
            return election_quorum(vote.present, vote.entitled, day), f"{election_quorum_text(day)}到会"


def _rows(votes: Iterator[_Cast] | list[_Cast]) -> tuple[Activity, ...]:
    return tuple({id(cast.row): cast.row for cast in votes}.values())
