"""领导干部参加: do the leading cadres on the branch's roll take part in its activities, with a record each time?

For every activity of the kinds in the year on whose day the profile has 党员领导干部, the register says how many of them
were expected and came.  An activity that does not say so is a gap, and so is a year in which none came.  至少 sets how
often each is to come, on the average of those on the roll; without it there is no line.  Nobody on the roll: 不适用; a
profile that does not say: 无记录.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_days, say_period
from generator.evaluate.timing import insufficient, unknown
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Count, OneOrMany
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind
from generator.model.record import Audience, entry
from generator.model.records.activity import Activity
from generator.model.records.profile import LeadersOnRoll

NAME = "领导干部参加"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """At which activities, and how often."""

    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    kinds: Annotated[tuple[ActivityKind, ...], OneOrMany] = entry("记录", _PUBLIC, example=["支部党员大会", "主题党日"])
    at_least: Count | None = entry("至少", _PUBLIC, example="6", default=None, hint="每人一年几次；不写就不设次数的线")

    def schedule(self) -> Recurring:
        """Due at the end of the year."""
        return Recurring(self.cycle)

    def forms(self) -> tuple[RecordKind, ...]:
        """The records of the activities."""
        return self.kinds


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether each activity tells of the leaders, and whether they came."""
    if context.profile.leaders is None:
        return unknown(context, "支部概况没有写党员领导干部，没有的也要写 0，不能判断双重组织生活")
    on_roll = _on_roll(context)
    people, year = max((row.people for row in on_roll), default=0), say_period(context.period)
    if not people:
        told = f"记录显示{year}没有党员领导干部编在本支部"
        return Outcome(Verdict.NOT_APPLICABLE, told, cite("党员领导干部", *on_roll))
    rows = [row for row in context.held(parameters.kinds) if _expects(context, row)]
    came = sum(row.leaders.attended for row in rows if row.leaders)
    shows = f"记录显示{year}编在本支部的党员领导干部 {people} 名，活动 {len(rows)} 次，参加 {came} 人次"
    silent = [row.on for row in rows if row.leaders is None]
    shows += f"；{len(silent)} 次{say_days(silent)}没有写领导干部的应到、实到" if silent else ""
    asked = (parameters.at_least or 0) * people
    shows += f"，要求每人至少 {parameters.at_least} 次" if asked else ""
    evidence = context.evidence(row for row in rows if row.leaders) + cite("党员领导干部", *on_roll)
    enough = bool(rows) and not silent and came >= max(asked, 1)
    return Outcome(Verdict.MET, shows, evidence) if enough else insufficient(context, shows, evidence)


def _on_roll(context: CheckContext) -> Sequence[LeadersOnRoll]:
    """The rows of the profile that hold on some day of the period."""
    first = context.dossier.leaders(context.period.start)
    rows = (row for row in context.profile.leaders or () if context.period.start < row.since <= context.day)
    return (*((first,) if first else ()), *rows)


def _expects(context: CheckContext, row: Activity) -> bool:
    on_roll = context.dossier.leaders(row.on)
    return on_roll is not None and on_roll.people > 0
