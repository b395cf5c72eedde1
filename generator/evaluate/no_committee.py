"""Whether a branch has no committee because it is too small for one (A8, A41): what only a committee can do is then 不适用."""

from __future__ import annotations

from datetime import date, timedelta

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.lasting import lasting_since
from generator.evaluate.outcome import Outcome
from generator.evaluate.phrases import say_day
from generator.model.finding import Verdict
from generator.model.kinds import LEADERS
from generator.model.records.profile import persons

COMMITTEE_LINE = 7
"""Full members from which a branch sets up a committee (支部工作条例; A3, A8)."""


def no_committee(context: CheckContext, shows: str, grace_days: int) -> Outcome | None:
    """A8: 不适用 by headcount; a written reason counts only where the headcount is not known.

    None where the branch has a committee or ought to have one; 无记录 where neither can be told of a whole period.
    """
    officers = context.dossier.officers(context.day)
    if any(post not in LEADERS for officer in officers for post in officer.posts) and len(persons(officers)) > len(
        LEADERS
    ):
        return None
    members, reason = context.dossier.headcount(context.day), context.profile.no_committee_reason
    if members is None and reason:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示未设支部委员会，理由：{reason}（A8）", cite("支委", *officers))
    if members is None:
        told = f"{shows}；支部概况没有{say_day(context.day)}的党员人数，不能判断应否设支部委员会"
        return None if context.records.incomplete(context.period) else Outcome(Verdict.NO_RECORD, told)
    number = f"记录显示{say_day(context.day)}正式党员 {members.full_members} 名"
    if members.full_members < COMMITTEE_LINE:
        reason = f"{number}，不足 {COMMITTEE_LINE} 名，未设支部委员会，职责由支部党员大会承担（A8）"
        return Outcome(Verdict.NOT_APPLICABLE, reason, cite("党员人数", members))
    since = lasting_since(context.profile, context.day, lambda day: _large(context, day))
    if context.day <= since + timedelta(grace_days):
        reason = f"{number}，{say_day(since)}起满 {COMMITTEE_LINE} 名，未满 {grace_days} 日，支部委员会尚待设立（A41）"
        return Outcome(Verdict.NOT_APPLICABLE, reason, cite("党员人数", members))
    return None


def _large(context: CheckContext, day: date) -> bool:
    members = context.dossier.headcount(day)
    return members is not None and members.full_members >= COMMITTEE_LINE
