"""双带头人: are the secretaries of all listed branches dual leaders, by either of the two readings (A22)?

The denominator is the list (名单), and where none is written the 教师 branches; dissolved ones are out.  A branch that has
been without a secretary for fewer days than 空缺 is told apart and is no gap.  By the plan's reading all listed branches
are covered by its deadline (方案期限); by the ministry's the *way of choosing* covers the 教师 branches by its own (教育部期限), and
their secretaries become dual leaders "generally", which is no hard line.  So once the plan's deadline has passed a
number that falls short is 提示, with what each reading finds missing.  It is 缺项 only where both readings agree: when the
ministry's deadline has passed too and not one 教师 branch is covered, which nobody calls "generally"; or where no number is
on record.

It rests on numbers alone: which branches they are is for 专人.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, NamedTuple

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.timing import insufficient, lapsed, pending
from generator.evaluate.unit_context import UnitContext
from generator.model.check import RecordKind
from generator.model.fields import Count, Day
from generator.model.finding import Verdict
from generator.model.index import BranchEntry
from generator.model.kinds import BranchKind, Duty
from generator.model.record import Audience, entry
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.dual_leaders import DualLeaderCount, DualLeaders

NAME = "双带头人"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.ADVISORY,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """The deadlines of both readings, and from how many days on a vacant post is a gap."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.COMMITTEE})
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    plan: Day = entry("方案期限", _PUBLIC, example="2019-12-31", hint="教职工党支部全覆盖")
    ministry: Day = entry("教育部期限", _PUBLIC, example="2020-12-31", hint="教师党支部选拔方式全覆盖")
    vacant: Count = entry("空缺", _PUBLIC, example="90", hint="书记空缺不足几日的另列")

    def forms(self) -> tuple[RecordKind, ...]:
        """The numbers and the rows behind them."""
        return (DualLeaders,)


class _Standing(NamedTuple):
    """On one day: the listed branches, how many of them are covered, and how many are vacant and told apart."""

    listed: int
    covered: int
    vacant: int

    @property
    def missing(self) -> int:
        """How many are neither."""
        return max(0, self.listed - self.covered - self.vacant)


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether the numbers cover the list; until the plan's deadline a gap can be closed."""
    register = context.register
    kept = register.dual_leaders if isinstance(register, CommitteeRegister) else None
    listed = _listed(context, kept)
    begins = f"记录显示{say_period(context.period)}"
    if not listed:
        return Outcome(Verdict.NOT_APPLICABLE, f"{begins}名单内没有支部，没有教师支部（A22）")
    last = context.last
    count = kept.last_count(last) if kept else None
    if kept is None or count is None:
        return insufficient(context, f"{begins}名单内支部 {len(listed)} 个，没有登记双带头人的合计")
    everybody = _standing(listed, kept, count.recognised, last, parameters.vacant)
    told = f"，另有书记空缺不足 {parameters.vacant} 日的 {everybody.vacant} 个" if everybody.vacant else ""
    shows = (
        f"{begins}名单内支部 {everybody.listed} 个，{say_day(count.on)}核计已认定双带头人 {everybody.covered} 个{told}"
    )
    evidence = context.registered("双带头人", [count])
    if not everybody.missing:
        return Outcome(Verdict.MET, shows, evidence)
    shows += f"，差 {everybody.missing} 个"
    if context.as_of <= parameters.plan:
        return pending(context, parameters.plan, shows, evidence)
    told = f"{shows}；方案：教职工支部{say_day(parameters.plan)}前全覆盖，差 {everybody.missing} 个"
    return _by_the_ministry(context, parameters, kept, count, told)


def _listed(context: UnitContext, kept: DualLeaders | None) -> tuple[BranchEntry, ...]:
    named = set(kept.listed) if kept else set()
    if named:
        return tuple(row for row in context.branches if row.id in named)
    return tuple(row for row in context.branches if row.kind is BranchKind.TEACHERS)


def _standing(listed: tuple[BranchEntry, ...], kept: DualLeaders, recognised: int, on: date, limit: int) -> _Standing:
    ids = {row.id for row in listed}
    days = {row.branch: row.days(on) for row in kept.vacancies if row.branch in ids}
    vacant = sum(number is not None and number < limit for number in days.values())
    return _Standing(len(listed), recognised, vacant)


def _by_the_ministry(
    context: UnitContext, parameters: Parameters, kept: DualLeaders, count: DualLeaderCount, shows: str
) -> Outcome:
    """The verdict once the plan finds a gap: whether the ministry's reading finds one as well."""
    listed, evidence = _listed(context, kept), context.registered("双带头人", [count])
    teachers = tuple(row for row in listed if row.kind is BranchKind.TEACHERS)
    recognised = count.recognised if len(teachers) == len(listed) else count.teachers
    shows += f"；教育部：教师支部{say_day(parameters.ministry)}前选拔方式全覆盖、普遍成为，不是硬线，"
    if recognised is None:
        return Outcome(Verdict.ADVISORY, f"{shows}其中教师支部的数没有登记（A22）", evidence)
    missing = _standing(teachers, kept, recognised, context.last, parameters.vacant).missing
    shows += f"教师支部 {len(teachers)} 个，差 {missing} 个"
    due = parameters.ministry <= context.period.end and parameters.ministry < context.as_of
    if due and missing and not recognised:
        return lapsed(context, parameters.ministry, f"{shows}；一个也没有，两个口径都不够（A22）", evidence)
    return Outcome(Verdict.ADVISORY, f"{shows}；两个口径不同（A22）", evidence)
