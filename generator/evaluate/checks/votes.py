"""表决: quorum and majority of every recorded vote.

Three rules, by what is voted on and by the day of the vote:

- 一般议题: at least half of those entitled are present (exactly half may), and more than half of those entitled say yes;
- 接收、转正: more than half are present (exactly half may not), and more than half of those entitled say yes; written
  votes given beforehand are part of 赞成 and do not count as presence;
- 选举: at least four fifths present, exactly four fifths before 2020-07-13 being 提示, and more than half of those
  present say yes.

Only those entitled count: probationary members do not (A7).  Who is entitled is taken from the record and from the day's
numbers less 不计入: where the two come to different results it is 提示 (A33).  The majority is asked of every item but one
whose 决议 says that it failed or was put off: a vote recorded as failed is in order.  A past
vote cannot be repeated, so an invalid one is 缺项 at once.  Without votes: 不适用.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, NamedTuple

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.two_counts import Ruling, combine, judge_both
from generator.evaluate.vote_rules import vote_rulings, vote_table
from generator.model.check import Asked, RecordKind
from generator.model.decision_table import DecisionTable
from generator.model.fields import OneOrMany
from generator.model.finding import Verdict, roll_up
from generator.model.kinds import ActivityKind, VoteKind
from generator.model.record import Audience, entry
from generator.model.records.activity import Activity
from generator.model.records.activity_parts import AgendaItem, Vote

NAME = "表决"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.ADVISORY, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """In which activities votes are looked for."""

    kinds: Annotated[tuple[ActivityKind, ...], OneOrMany] = entry("记录", _PUBLIC, example="支部党员大会")

    def asked(self) -> Asked:
        """Of every vote."""
        return Asked("每次表决")

    def decisions(self) -> tuple[DecisionTable, ...]:
        """For a general matter, and for admission and confirmation, whose rule is one."""
        kinds = {"一般议题": VoteKind.GENERAL, "接收、转正": VoteKind.ADMISSION}
        return (vote_table(kinds, "会前书面意见只用于接收、转正，计入赞成，不计入到会。选举另有规定。"),)

    def forms(self) -> tuple[RecordKind, ...]:
        """The records of the activities."""
        return self.kinds


class _Cast(NamedTuple):
    row: Activity
    item: AgendaItem
    vote: Vote


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether every vote of the period was in order."""
    votes = [
        _Cast(row, item, item.vote)
        for row in context.held(parameters.kinds)
        for item in row.agenda
        if item.vote is not None
    ]
    period = say_period(context.period)
    if not votes:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{period}{'或'.join(parameters.kinds)}没有表决")
    rulings = [(cast, *_ruling(context, cast)) for cast in votes]
    verdict = roll_up(each for _, each, _ in rulings)
    shown = [(cast, text) for cast, each, text in rulings if each is verdict and text]
    what = "；".join(f"{say_day(cast.row.on)}“{cast.item.matter}”{text}" for cast, text in shown)
    if verdict is not Verdict.MET:
        return Outcome(verdict, f"记录显示{what}", context.evidence(_rows(cast for cast, _ in shown)))
    reason = f"记录显示{period}表决 {len(votes)} 项，到会和赞成票数均合规" + (f"；{what}" if what else "")
    return Outcome(Verdict.MET, reason, context.evidence(_rows(votes)))


def _ruling(context: CheckContext, cast: _Cast) -> Ruling:
    excluded = cast.vote.excluded or cast.row.excluded
    entitled = context.dossier.entitled(cast.row.on, excluded)
    return judge_both(cast.vote.entitled, entitled, lambda of: combine(_rulings(cast, of)))


def _rulings(cast: _Cast, entitled: int) -> Iterator[Ruling]:
    return vote_rulings(cast.vote, entitled, cast.row.on, failed=cast.item.failed)


def _rows(votes: Iterable[_Cast]) -> tuple[Activity, ...]:
    # A meeting with several votes is cited once.
    return tuple({id(cast.row): cast.row for cast in votes}.values())
