"""频次: were there enough activities of the kinds in each month, quarter or year?

Counts the activities recorded in the period.  One activity of several kinds counts for each, and the reason says so,
unless the institution reads A16 as 只计首类.  逐组 asks every party group that existed for the whole period for itself
(A10) and names those whose meeting is not recorded; without groups it is 不适用 where the reason is written, else 无记录
(A9).  主讲 书记 counts only lectures by the secretary; such a lecture counts as the branch's lecture too (A14).  无支委会
不适用 excuses a branch that has no committee because it has fewer than seven full members, or has had seven for ninety
days at most (A8, A41); officers other than secretary and deputy make a committee.  假期 gives 提示, once the period has
passed, where it lay wholly in school holidays (A36).  A general meeting with less than half attendance
and without a vote counts, but the reason says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from generator.evaluate.check_context import CheckContext
from generator.evaluate.lasting import GRACE_DAYS
from generator.evaluate.no_committee import no_committee
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters
from generator.evaluate.phrases import say_day, say_days, say_period
from generator.evaluate.timing import idle, insufficient, unknown
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Count, Flag, OneOrMany
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind
from generator.model.period import Period
from generator.model.record import Audience, entry
from generator.model.records.activity import Activity
from generator.model.records.profile import Group
from generator.model.words import short_day

NAME = "频次"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
    Verdict.ADVISORY,
)

_PUBLIC = Audience.PUBLIC


class CountedSpeaker(StrEnum):
    """Whose lectures count."""

    SECRETARY = "书记"


class WithoutCommittee(StrEnum):
    """What it means that a small branch has no committee."""

    NOT_APPLICABLE = "不适用"


class InHoliday(StrEnum):
    """What a whole period of holiday without the activity gives."""

    ADVISORY = "提示"
    UNASKED = "提示，不另要批准"


class Parameters(PeriodicParameters):
    """Which activities, how many, and what excuses their absence."""

    kinds: Annotated[tuple[ActivityKind, ...], OneOrMany] = entry(
        "记录", _PUBLIC, example="支部党员大会", hint="活动类型，可写几个，合在一起计数"
    )
    at_least: Count = entry("至少", _PUBLIC, example="1")
    by_group: Flag = entry("逐组", _PUBLIC, example="是", default=False, hint="每个党小组各算（A10）")
    speaker: CountedSpeaker | None = entry(
        "主讲", _PUBLIC, example="书记", default=None, hint="只计书记讲的党课（A14）"
    )
    without_committee: WithoutCommittee | None = entry(
        "无支委会", _PUBLIC, example="不适用", default=None, hint="正式党员不足 7 名、无支委会时（A8）"
    )
    grace_days: Count = entry(
        "宽限日", _PUBLIC, example="90", default=GRACE_DAYS, hint="刚满 7 名的，几日以内不要求支委会会议（A41）"
    )
    in_holiday: InHoliday | None = entry("假期", _PUBLIC, example="提示", default=None, hint="全期在假期内时（A36）")

    def schedule(self) -> Recurring:
        """Due at the end of each period."""
        (name, *several), speaker = self.kinds, f"{self.speaker}讲的" if self.speaker else ""
        return Recurring(self.cycle, "" if several else f"{speaker}{name}", self.kinds)

    def forms(self) -> tuple[RecordKind, ...]:
        """The records of the activities."""
        return self.kinds


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the period's activities suffice."""
    return _each_group(context, parameters) if parameters.by_group else _together(context, parameters)


def _together(context: CheckContext, parameters: Parameters) -> Outcome:
    held = context.counted(parameters.kinds)
    rows = _spoken(held, parameters)
    times = f"{_times(rows, len(held) - len(rows))}，要求至少 {parameters.at_least} 次"
    shows = f"记录显示{say_period(context.period)}{_what(parameters)}{times}{context.quoted(rows)}"
    evidence = context.evidence(rows)
    if len(rows) >= parameters.at_least:
        return Outcome(Verdict.MET, shows + _combined(rows, parameters.kinds) + _poorly_attended(rows), evidence)
    late = _spoken(context.late(parameters.kinds), parameters)
    shows += _uncounted(context, parameters, len(rows)) + _after(context, late)
    evidence += context.evidence(late)
    excused = no_committee(context, shows, parameters.grace_days) if parameters.without_committee else None
    if excused is None and not rows:
        excused = _in_holiday(context, parameters, shows)
    return excused or insufficient(context, shows, evidence)


def _times(rows: Sequence[Activity], others: int) -> str:
    """How often, and when; without one of the secretary's lectures, how many others there were."""
    if rows:
        return f" {len(rows)} 次{say_days([row.on for row in rows])}"
    return f" 0 次，别人讲的 {others} 次" if others else "没有记录"


def _spoken(rows: tuple[Activity, ...], parameters: Parameters) -> tuple[Activity, ...]:
    if parameters.speaker is None:
        return rows
    return tuple(row for row in rows if row.lecture is not None and row.lecture.by_secretary)


def _what(parameters: Parameters) -> str:
    return ("书记讲的" if parameters.speaker else "") + "或".join(parameters.kinds)


def _combined(rows: Sequence[Activity], kinds: Sequence[ActivityKind]) -> str:
    both = [row for row in rows if not set(row.kinds).issubset(kinds)]
    others = dict.fromkeys(kind for row in both for kind in row.kinds if kind not in kinds)
    return f"；其中 {len(both)} 次与{'、'.join(others)}合并计次（A16）" if both else ""


def _uncounted(context: CheckContext, parameters: Parameters, counted: int) -> str:
    passed_over = len(_spoken(context.held(parameters.kinds), parameters)) - counted
    return f"；另有 {passed_over} 次兼类活动只计首类，不计在内（A16）" if passed_over else ""


def _after(context: CheckContext, late: Sequence[Activity]) -> str:
    held = say_days([row.on for row in late])
    return f"；另有 {len(late)} 次{held}在截止日{say_day(context.period.deadline)}以后，不计在内（A32）" if late else ""


def _poorly_attended(rows: Sequence[Activity]) -> str:
    """General meetings to which fewer than half came and where nothing was voted on; a vote is judged by itself."""
    texts = [
        f"{short_day(row.on)}到会 {row.attended}/{row.expected}，未作表决"
        for row in rows
        if ActivityKind.GENERAL_MEETING in row.kinds
        and row.attended * 2 < row.expected
        and not any(item.vote for item in row.agenda)
    ]
    return f"；{'；'.join(texts)}" if texts else ""


def _in_holiday(context: CheckContext, parameters: Parameters, shows: str) -> Outcome | None:
    if parameters.in_holiday is None:
        return None
    return idle(context, parameters.kinds, shows, approved=parameters.in_holiday is InHoliday.ADVISORY)


def _each_group(context: CheckContext, parameters: Parameters) -> Outcome:
    if context.profile.groups is None:
        return unknown(context, "支部概况没有写党小组，不能判断应开哪些党小组会")
    if not any(_touches(group, context.period) for group in context.profile.groups):
        reason, shows = context.profile.no_groups_reason, f"记录显示{say_period(context.period)}未划党小组"
        if reason is None:
            return unknown(context, f"{shows}，没有写未划党小组的理由，不能判“不适用”（A9）")
        return Outcome(Verdict.NOT_APPLICABLE, f"{shows}，理由：{reason}（A9）")
    return _groups_met(context, parameters, _whole_groups(context))


def _touches(group: Group, period: Period) -> bool:
    return group.since <= period.end and (group.until is None or period.start <= group.until)


def _whole_groups(context: CheckContext) -> tuple[str, ...]:
    """Names of the groups that exist on the first and on the last day; a change of leader in between is another row."""
    last = {group.name for group in context.dossier.groups(context.period.end)}
    return tuple(
        dict.fromkeys(group.name for group in context.dossier.groups(context.period.start) if group.name in last)
    )


def _groups_met(context: CheckContext, parameters: Parameters, groups: Sequence[str]) -> Outcome:
    rows = context.counted(parameters.kinds)
    times = {name: sum(row.group == name for row in rows) for name in groups}
    missing = [name for name, number in times.items() if number < parameters.at_least]
    period, what = say_period(context.period), _what(parameters)
    if not groups and not rows:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{period}没有整期存在的党小组，不计缺（A10、A13）")
    if not missing:
        shown = "、".join(f"{name} {number} 次" for name, number in times.items()) or f"{len(rows)} 次"
        reason = f"记录显示{period}{what}{shown}，要求每组至少 {parameters.at_least} 次（A10）"
        return Outcome(Verdict.MET, reason, context.evidence(rows))
    shows = (
        f"记录显示{period}{'、'.join(missing)}的{what}不足 {parameters.at_least} 次，共 {len(groups)} 个党小组（A10）"
    )
    return _in_holiday(context, parameters, shows) or insufficient(context, shows, context.evidence(rows))
