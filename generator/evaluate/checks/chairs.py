"""主持: were the meetings chaired by the secretary, or by a deputy or officer with the mandate noted?

Every meeting of 记录 has as 主持 the secretary, or a deputy or officer with “（受委托）”; on a day on which the profile has
no secretary anybody may chair.  A meeting of 组长记录 is chaired by the group's leader, or somebody with a mandate.  Any
other is 缺项 where the register has been reconciled to that day, else 无记录: the mandate may still be added.  Without
meetings: 不适用, because 频次 reports that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Annotated

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters
from generator.evaluate.phrases import say_period
from generator.model.check import Asked, RecordKind
from generator.model.fields import OneOrMany
from generator.model.finding import Verdict, roll_up
from generator.model.kinds import ActivityKind, Post
from generator.model.record import Audience, entry
from generator.model.records.activity import Activity
from generator.model.words import short_day

NAME = "主持"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC
_SHOWN = 4


class _Role(Enum):
    """Who chaired, by what 主持 says."""

    SECRETARY = "书记"
    LEADER = "组长"
    MANDATED = "受委托"


_ROLES = {
    _Role.SECRETARY: re.compile(r"(?:党?支部)?书记"),
    _Role.LEADER: re.compile(r"(?:党小组)?组长"),
    _Role.MANDATED: re.compile(r"(?:党?支部)?(?:副书记|副组长|\w*委员)[（(][^（）()]*委托[^（）()]*[)）]"),
}
_FOR_SECRETARY = (_Role.SECRETARY, _Role.MANDATED)
_FOR_LEADER = (_Role.LEADER, _Role.MANDATED)


class Parameters(PeriodicParameters):
    """Which meetings, by who chairs them."""

    kinds: Annotated[tuple[ActivityKind, ...], OneOrMany] = entry(
        "记录", _PUBLIC, example=["支部党员大会", "支部委员会会议"], hint="由书记主持的"
    )
    by_leader: Annotated[tuple[ActivityKind, ...], OneOrMany] = entry(
        "组长记录", _PUBLIC, example="党小组会", default=(), hint="由党小组组长主持的"
    )

    def asked(self) -> Asked:
        """Of every meeting."""
        return Asked("每次会议")

    def forms(self) -> tuple[RecordKind, ...]:
        """The records of the meetings."""
        return (*self.kinds, *self.by_leader)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether each meeting was chaired by whoever may."""
    meetings = context.held(parameters.kinds)
    of_groups = context.held(parameters.by_leader) if parameters.by_leader else ()
    rows = (*meetings, *of_groups)
    if not rows:
        kinds = "、".join((*parameters.kinds, *parameters.by_leader))
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{say_period(context.period)}没有{kinds}，主持无从判断")
    wrong = [row for row in meetings if _role(row.chair) not in _FOR_SECRETARY and not _is_vacant(context, row.on)]
    wrong += [row for row in of_groups if _role(row.chair) not in _FOR_LEADER]
    mandated = [row for row in rows if _role(row.chair) is _Role.MANDATED]
    shows = f"记录显示{say_period(context.period)} {len(rows)} 次会议"
    if wrong:
        return _doubtful(context, shows, wrong)
    told = f"{shows}由书记{'、组长' if of_groups else ''}主持" + (
        f"，其中受委托 {len(mandated)} 次" if mandated else ""
    )
    return Outcome(Verdict.MET, told, context.evidence(mandated or meetings or of_groups))


@lru_cache(maxsize=1024)
def _role(chair: str) -> _Role | None:
    """What the words under 主持 say; the same few stand in all registers."""
    return next((role for role, words in _ROLES.items() if words.fullmatch(chair)), None)


def _is_vacant(context: CheckContext, day: date) -> bool:
    """Whether the profile has officers, and no secretary on that day."""
    serving = (post for officer in context.dossier.officers(day) for post in officer.posts)
    return context.profile.officers is not None and Post.SECRETARY not in serving


def _doubtful(context: CheckContext, shows: str, rows: Sequence[Activity]) -> Outcome:
    """Each by whether the register has been reconciled to its day."""
    reconciled = context.records.reconciled(context.period.start.year)
    judged = [(row, reconciled.missing(context.as_of, row.on, row.on, "")[0]) for row in rows]
    verdict = roll_up(each for _, each in judged)
    found = [row for row, each in judged if each is verdict]
    named = "、".join(f"{short_day(row.on)}{row.kinds[0]}由{row.chair}主持" for row in found[:_SHOWN])
    more = f"等 {len(found)} 次" if len(found) > _SHOWN else ""
    told = "台账已经核对过" if verdict is Verdict.UNMET else "台账没有核对到那一天，没有写不等于没有委托（A30）"
    return Outcome(verdict, f"{shows}，{named}{more}，没有写受委托；{told}", context.evidence(found))
