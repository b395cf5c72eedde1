"""党小组设置: does every party group have a leader, or, without groups, is the reason written?

The state on `as_of`.  The regulation gives no number from which groups are formed, so a branch declares that it has none
(`党小组: []`) and why (A9).
"""

from __future__ import annotations

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_day
from generator.evaluate.timing import unknown
from generator.model.finding import Verdict

NAME = "党小组设置"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.NO_RECORD)


class Parameters(CheckParameters):
    """Nothing to set."""


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the groups of the day are led, or their absence is explained."""
    if context.profile.groups is None:
        return unknown(context, "支部概况没有写党小组，不能判断")
    groups, day = context.dossier.groups(context.as_of), say_day(context.as_of)
    if not groups:
        return _none(context, f"记录显示{day}未划党小组")
    leaderless = [group for group in groups if group.leader is None]
    if leaderless:
        names = "、".join(group.name for group in leaderless)
        return Outcome(Verdict.UNMET, f"记录显示{day}{names}没有写组长", cite("党小组", *leaderless))
    return Outcome(Verdict.MET, f"记录显示{day}党小组 {len(groups)} 个，都有组长", cite("党小组", *groups))


def _none(context: CheckContext, shows: str) -> Outcome:
    reason = context.profile.no_groups_reason
    if reason:
        return Outcome(Verdict.MET, f"{shows}，理由：{reason}（A9）", cite("支部概况", context.profile))
    return Outcome(Verdict.UNMET, f"{shows}，没有写未划党小组的理由（A9）", cite("支部概况", context.profile))
