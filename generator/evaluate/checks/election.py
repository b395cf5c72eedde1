"""选举: quorum, majorities and procedure of the latest election.

Judged are the latest election that began a term and whatever has filled posts since.  At the meeting: at least four
fifths of those entitled, by the record and by the day's numbers (A33); exactly four fifths before 变更日
is 提示; more than half of those present for everybody elected; candidates for a committee at least a fifth more than
seats, where both are recorded, which secretary and deputy are not asked for.  Where the new committee elects its
secretary (支委会选): at least four fifths of it, and more than half of those present.  A secretary elected by the meeting
where there is a committee needs a reply (批复), else 提示; a by-election with as many candidates as seats is 提示.
Appointments (指派, 批准机关指定) have no votes, only an approval.  Fewer elected than seats is allowed.  An election
without its figures cannot be judged and is 无记录.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.election_numbers import elected, election_tables, enough_candidates
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_day
from generator.evaluate.quorum import election_quorum, election_quorum_text
from generator.evaluate.timing import lapsed, unknown
from generator.evaluate.two_counts import Ruling, combine, judge_both
from generator.model.check import Asked, RecordKind
from generator.model.decision_table import DecisionTable
from generator.model.fields import Day
from generator.model.finding import Verdict, roll_up
from generator.model.record import Audience, entry
from generator.model.records.election import Election, ElectionKind, Method

NAME = "选举"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.ADVISORY, Verdict.NO_RECORD)

_PUBLIC = Audience.PUBLIC
_COMMITTEE_SIZE = 3
"""Officers from which on a branch has a committee: secretary and deputy alone are none (支部工作条例)."""


class Turnout(StrEnum):
    """How many of those entitled must come."""

    FOUR_FIFTHS = "五分之四"


class Parameters(CheckParameters):
    """The quorum, and the first day of the rule by which exactly that many suffice."""

    presence: Turnout = entry("到会", _PUBLIC, example="五分之四")
    change: Day = entry("变更日", _PUBLIC, example="2020-07-13", hint="此日前恰为五分之四的出提示，此日起符合")

    def asked(self) -> Asked:
        """Of every election."""
        return Asked("每次选举")

    def decisions(self) -> tuple[DecisionTable, ...]:
        """At the meeting and in the committee."""
        return election_tables(self.change)

    def forms(self) -> tuple[RecordKind, ...]:
        """The result of an election."""
        return (Election,)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Judge the latest election and whatever has filled posts since; the gravest verdict counts."""
    rows = _judged(context.records.elections)
    if not rows:
        return unknown(context, f"台账里没有{say_day(context.as_of)}以前的换届记录，不能判断选举")
    outcomes = [_appointment(context, row) if row.appointed else _election(context, parameters, row) for row in rows]
    verdict = roll_up(outcome.verdict for outcome in outcomes)
    reasons = "；".join(outcome.reason for outcome in outcomes if outcome.verdict is verdict)
    return Outcome(verdict, f"记录显示{reasons}", cite("换届", *rows))


def _judged(elections: Sequence[Election]) -> tuple[Election, ...]:
    """The latest election that began a term and everything after it; all records if none did."""
    first = max((index for index, row in enumerate(elections) if row.begins_term), default=0)
    return tuple(elections[first:])


def _appointment(context: CheckContext, row: Election) -> Outcome:
    posts = "、".join(each.post for each in row.elected)
    by = "上级指派" if row.method is Method.APPOINTED else "批准机关指定"
    shows = f"{say_day(row.on)}{posts}由{by}，未经选举"
    if row.approval is None:
        return lapsed(context, row.on, f"{shows}，没有写批复")
    return Outcome(Verdict.MET, f"{shows}，批复：{row.approval}")


def _election(context: CheckContext, parameters: Parameters, row: Election) -> Outcome:
    shows = f"{say_day(row.on)}{'选举' if row.kind is ElectionKind.TERM else row.kind}"
    if row.present is None or row.entitled is None:
        if not _by_committee_only(row):
            return Outcome(Verdict.NO_RECORD, f"{shows}，没有写应到和实到有选举权人数，不能判断")
    else:
        excluded = "（已按规定扣除）" if row.excluded else ""
        shows = f"{shows}，应到有选举权 {row.entitled} 人{excluded}、实到 {row.present} 人"
    verdict, text = combine(_parts(context, parameters, row))
    fine = "到会和得票均合规" if verdict is Verdict.MET else ""
    return Outcome(verdict, "，".join(filter(None, (shows, fine, text))))


def _by_committee_only(row: Election) -> bool:
    """Whether only the committee voted: it chose its secretary anew among its members."""
    return row.method is Method.COMMITTEE and all(each.leads and each.meeting_votes is None for each in row.elected)


def _parts(context: CheckContext, parameters: Parameters, row: Election) -> Iterator[Ruling]:
    if row.entitled is not None and row.present is not None:
        yield _turnout(context, parameters, row, row.entitled, row.present)
        yield from _majorities(row, row.present)
    if not row.elected:
        yield Verdict.NO_RECORD, "没有写当选得票，不能判断"
        return
    if row.method is Method.COMMITTEE and any(each.leads for each in row.elected):
        yield _committee_vote(context, row)
    if _has_committee(context, row):
        yield _candidates(row)
        yield from _leaders(row)


def _turnout(context: CheckContext, parameters: Parameters, row: Election, entitled: int, present: int) -> Ruling:
    def judge_turnout(of: int) -> Ruling:
        verdict = election_quorum(present, of, row.on, parameters.change)
        return verdict, "" if verdict is Verdict.MET else election_quorum_text(verdict)

    return judge_both(entitled, context.dossier.entitled(row.on, row.excluded), judge_turnout)


def _majorities(row: Election, present: int) -> Iterator[Ruling]:
    """Votes of the meeting: more than half of those present."""
    cast = [(each.post, row.votes_of_meeting(each)) for each in row.elected]
    short = [f"{post} {votes} 票" for post, votes in cast if votes is not None and not elected(present, votes)]
    if short:
        yield Verdict.UNMET, f"{'、'.join(short)}，没有超过实到的半数"
    elif any(each.votes is None and not row.in_committee(each) for each in row.elected):
        yield Verdict.NO_RECORD, "有当选没有写得票，不能判断"
    else:
        yield Verdict.MET, ""


def _committee_vote(context: CheckContext, row: Election) -> Ruling:
    """The committee's own vote.  Without 支委会实到, at least as many were present as the most votes for one."""
    size = len(row.elected) if row.kind is ElectionKind.TERM else len(context.dossier.people(row.on))
    votes = [each.votes for each in row.elected if each.leads]
    if not size or None in votes:
        return Verdict.NO_RECORD, "没有写支委会选书记的得票，不能判断"
    least = min(filter(None, votes), default=0)
    present = row.committee_present
    there = max(filter(None, votes), default=0) if present is None else present
    if there * 5 < size * 4 or (present is None and not elected(size, least)):
        verdict = Verdict.NO_RECORD if present is None else Verdict.UNMET
        text = (
            "没有写支委会实到，不能判断"
            if present is None
            else f"支委会应到 {size} 人、实到 {present} 人，要求五分之四以上到会"
        )
        return verdict, text
    if not elected(there, least):
        return Verdict.UNMET, f"支委会选书记 {least} 票，没有超过实到委员 {there} 人的半数"
    return Verdict.MET, ""


def _has_committee(context: CheckContext, row: Election) -> bool:
    """Whether the branch has a committee, by what was elected or, for a post filled between, by who was in office."""
    if row.method is Method.COMMITTEE or any(not each.leads for each in row.elected):
        return True
    return row.kind is not ElectionKind.TERM and len(context.dossier.people(row.on)) >= _COMMITTEE_SIZE


def _candidates(row: Election) -> Ruling:
    """差额: a fifth more candidates than seats for a committee; in a by-election more candidates than seats, 一般."""
    seats, candidates = row.seats, row.candidates
    if seats is None or candidates is None:
        return Verdict.MET, "没有写应选和候选人数，请补录" if row.kind is ElectionKind.TERM else ""
    seated = f"应选 {seats} 名、候选 {candidates} 名"
    if row.kind is ElectionKind.TERM and not enough_candidates(seats, candidates):
        return Verdict.UNMET, f"{seated}，差额不足应选人数的五分之一"
    if candidates <= seats:
        return Verdict.ADVISORY, f"{seated}，{row.kind}为等额"
    fewer = f"，当选 {len(row.elected)} 名，不足的另选或按规定减少名额" if len(row.elected) < seats else ""
    return Verdict.MET, seated + fewer


def _leaders(row: Election) -> Iterator[Ruling]:
    """How secretary and deputy were elected where there is a committee (产生方式)."""
    leaders = "、".join(each.post for each in row.elected if each.leads)
    if not leaders:
        return
    if row.method is None:
        yield Verdict.MET, "没有写产生方式，请补录"
    elif row.method is Method.MEETING and row.approval is None:
        between = "" if row.kind is ElectionKind.TERM else "，补选的先补选为委员再由支委会选，或由上级指派"
        yield Verdict.ADVISORY, f"设支部委员会而由大会直接选{leaders}，没有批复{between}"
    elif row.method is Method.MEETING:
        yield Verdict.MET, f"大会直接选{leaders}，批复：{row.approval}"
