"""人数范围: is the number of members, or of units that a joint branch covers, within its limits on `as_of`?

Both limits are inclusive (A1).  正式党员 counts full members only (A6), 党员 full and probationary ones (A7), each as they
were on that day (A33); a joint branch has covered units on that day.  Beyond a hard limit it is 缺项, but
提示 during the grace period (宽限日, A41); beyond a soft one (一般) 提示.  超出须理由 makes the reason say whether 超员理由
is written (A4).  The limit of covered units is hard in the plan and soft in the regulation: where the criterion names
A2 the institution's reading decides, and the reason gives both.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple, Self, assert_never

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.grace_period import grace
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_day
from generator.evaluate.timing import unknown
from generator.model.fields import Count, Flag, OneOrMany
from generator.model.finding import Evidence, Verdict
from generator.model.kinds import BranchKind
from generator.model.record import Audience, entry
from generator.model.records.organisation import SoftLine

NAME = "人数范围"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.ADVISORY, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC


class Counted(StrEnum):
    """What is counted."""

    FULL = "正式党员"
    ALL = "党员"
    UNITS = "覆盖单位"
    UNITS_TOTAL = "覆盖单位正式党员合计"
    EACH_UNIT = "单个覆盖单位正式党员"

    @property
    def of_units(self) -> bool:
        """Whether only joint branches can be asked."""
        return self not in (Counted.FULL, Counted.ALL)


class LineKind(StrEnum):
    """硬: the rule says must; 软: the rule says 一般."""

    HARD = "硬"
    SOFT = "软"


class Setting(StrEnum):
    """A branch of one unit, or a joint one."""

    SINGLE = "单独"
    JOINT = "联合"


class Parameters(CheckParameters):
    """What is counted, the lines, and which branches they hold for."""

    counted: Counted = entry("计数", _PUBLIC, example="正式党员")
    at_least: Count | None = entry("至少", _PUBLIC, example="3", default=None)
    at_most: Count | None = entry("至多", _PUBLIC, example="30", default=None)
    line: LineKind = entry("线", _PUBLIC, example="软", default=LineKind.HARD, hint="规定写“一般”的写软")
    setting: Setting | None = entry("设置", _PUBLIC, example="联合", default=None)
    kinds: Annotated[tuple[BranchKind, ...], OneOrMany] = entry("类型", _PUBLIC, example=["教师", "学生"], default=())
    grace_days: Count = entry("宽限日", _PUBLIC, example="90", default=0, hint="刚过硬线的，几日以内出提示（A41）")
    reason_needed: Flag = entry("超出须理由", _PUBLIC, example="是", default=False)

    @model_validator(mode="after")
    def _has_a_line(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise PydanticCustomError("lines_missing", "“至少”和“至多”至少要写一个")
        return self

    def lenient(self, *, hard_lines: bool) -> bool:
        """A soft line; that of covered units as the institution reads it (A2)."""
        return self.line is LineKind.SOFT and not (hard_lines and self.counted is Counted.UNITS)

    def crossed(self, number: int) -> bool:
        """Whether a number is beyond one of the limits."""
        return (self.at_least is not None and number < self.at_least) or (
            self.at_most is not None and number > self.at_most
        )

    @property
    def lines(self) -> str:
        """The limits in words."""
        low = f"至少 {self.at_least}" if self.at_least is not None else ""
        high = f"至多 {self.at_most}" if self.at_most is not None else ""
        return "、".join(filter(None, (low, high)))


class _Number(NamedTuple):
    label: str
    value: int


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Compare the numbers of the day with the limits."""
    other = _not_this_branch(context, parameters)
    if other:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{other}")
    numbers, evidence = _numbers(context, parameters.counted, context.as_of)
    if not evidence:
        return unknown(context, f"支部概况没有{say_day(context.as_of)}的党员人数，不能判断")
    crossing = [number for number in numbers if parameters.crossed(number.value)]
    numbered = "、".join(f"{number.label} {number.value}" for number in crossing or numbers)
    shows = f"记录显示{say_day(context.as_of)}{numbered}，要求{parameters.lines}"
    if not crossing:
        return Outcome(Verdict.MET, shows, evidence)
    verdict, reason = _beyond(context, parameters, shows)
    return Outcome(verdict, f"{reason}{_excuse(context, parameters)}", evidence)


def _not_this_branch(context: CheckContext, parameters: Parameters) -> str:
    if parameters.kinds and context.profile.kind not in parameters.kinds:
        return f"本支部是{context.profile.kind}党支部，这条线只对{'、'.join(parameters.kinds)}党支部"
    joint = context.dossier.coverage(context.as_of) is not None
    if not joint and (parameters.counted.of_units or parameters.setting is Setting.JOINT):
        return f"{say_day(context.as_of)}不是联合党支部"
    return "本支部是联合党支部，这条线只对单独设置的党支部" if joint and parameters.setting is Setting.SINGLE else ""


def _numbers(context: CheckContext, counted: Counted, day: date) -> tuple[Sequence[_Number], tuple[Evidence, ...]]:
    coverage = context.dossier.coverage(day) if counted.of_units else None
    members = None if counted.of_units else context.dossier.headcount(day)
    units = coverage.units if coverage else ()
    evidence = cite("覆盖单位", coverage) + cite("党员人数", members)
    match counted:
        case Counted.UNITS:
            return [_Number(counted, len(units))], evidence
        case Counted.UNITS_TOTAL:
            return [_Number(counted, sum(unit.full_members for unit in units))], evidence
        case Counted.EACH_UNIT:
            return [_Number(f"{unit.name}正式党员", unit.full_members) for unit in units], evidence
        case Counted.FULL:
            return [_Number(counted, members.full_members if members else 0)], evidence
        case Counted.ALL:
            return [_Number(counted, members.total if members else 0)], evidence
        case never:
            assert_never(never)


def _beyond(context: CheckContext, parameters: Parameters, shows: str) -> tuple[Verdict, str]:
    def crossed(day: date) -> bool:
        numbers, evidence = _numbers(context, parameters.counted, day)
        return bool(evidence) and any(parameters.crossed(number.value) for number in numbers)

    if parameters.line is LineKind.HARD and parameters.grace_days:
        return grace(context, parameters.grace_days, shows, "补足或报上级调整", crossed)
    if parameters.line is LineKind.HARD:
        return Verdict.UNMET, shows
    if parameters.counted is not Counted.UNITS or "A2" not in context.readings:
        return Verdict.ADVISORY, f"{shows}；这是软线，越过只作提示"
    reading = context.institution.readings.hard_lines
    reason = f"{shows}；方案写成硬线，条例写“一般”，本单位口径按{reading}（A2）"
    return (Verdict.UNMET if reading is SoftLine.UNMET else Verdict.ADVISORY), reason


def _excuse(context: CheckContext, parameters: Parameters) -> str:
    if not parameters.reason_needed:
        return ""
    reason = context.profile.oversize_reason
    return f"；超员理由：{reason}（A4）" if reason else "；没有写超员理由（A4）"
