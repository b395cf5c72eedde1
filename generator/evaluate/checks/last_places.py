"""末位名额: do the last places that persons have entered keep to the quota, with complete grounds?

Persons enter place and grounds; nothing is ranked, and no other finding is looked at (A23).  The quota is 比例 of the 分母
that the file states, rounded as the standard says; fewer rows are in order, more are 缺项 at once.  Where only rows that
share the place at the border exceed it, that is 提示: a tie is for the meeting to settle.  Grounds are complete with 事由,
事实, 日期 and 依据.  Asked only where the plan of the year demands the standard; few copies of the records hold the file,
and without it the verdict is 无记录 once the year is over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_period
from generator.evaluate.timing import insufficient, pending, unknown
from generator.evaluate.unit_context import UnitContext, cite_rows
from generator.model.fields import Count
from generator.model.files import LAST_PLACES
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.record import Audience, entry
from generator.model.records.last_places import LastPlace, LastPlaces

NAME = "末位名额"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.ADVISORY,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NOT_APPLICABLE,
    Verdict.NO_RECORD,
)

_PUBLIC = Audience.PUBLIC


class Rounding(StrEnum):
    """What becomes of a part of a place."""

    FLOOR = "向下"
    CEILING = "向上"


class Parameters(PeriodicParameters):
    """How many places there are, of a hundred branches."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.INSTITUTION})
    audience: ClassVar[Audience] = Audience.RESTRICTED
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    ratio: Count = entry("比例", _PUBLIC, example="5", hint="分母的百分之几")
    rounding: Rounding = entry("取整", _PUBLIC, example="向下", hint="看结果以前定：向下、向上")

    def quota(self, denominator: int) -> int:
        """How many branches may be listed."""
        places, part = divmod(denominator * self.ratio, 100)
        return places + (part > 0 and self.rounding is Rounding.CEILING)


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether the rows keep to the quota and say why."""
    standard = context.criterion.id.rpartition(".")[0]
    if not context.year_context.demanded(standard, context.criterion.id, context.period):
        return Outcome(Verdict.NOT_APPLICABLE, f"{say_period(context.period)}的方案没有要求倒序管理，不启用（A23）")
    name = LAST_PLACES.pattern.format(year=context.period.start.year)
    record = context.records.further.get(name)
    if isinstance(record, LastPlaces) and record.rows:
        return _judged(context, parameters, record)
    shows = f"记录显示{say_period(context.period)}没有列支部"
    if context.as_of <= context.period.deadline:
        return pending(context, context.period.deadline, shows)
    if record is None:
        return unknown(context, f"{shows}：这一份台账里没有专人保管的文件，没有记录不等于没有做（A30）")
    return Outcome(Verdict.MET, f"{shows}，名额不必用满", cite_rows("倒序管理", [record]))


def _judged(context: UnitContext, parameters: Parameters, record: LastPlaces) -> Outcome:
    rows, quota = record.rows, parameters.quota(record.denominator)
    shows = (
        f"记录显示{say_period(context.period)}列 {len(rows)} 个支部，名额 {quota} 个"
        f"（分母 {record.denominator}，{parameters.ratio}%，{parameters.rounding}取整）{_ties(rows)}"
    )
    evidence = cite_rows("倒序管理", rows)
    if len(rows) > quota:
        if _tied_at_the_border(rows, quota):
            return Outcome(Verdict.ADVISORY, f"{shows}；超出名额的与最后一名并列，由会议决定（A23）", evidence)
        return Outcome(Verdict.UNMET, f"{shows}；超出 {len(rows) - quota} 个", evidence)
    if bare := [row for row in rows if row.missing]:
        lacking = "、".join(dict.fromkeys(label for row in bare for label in row.missing))
        return insufficient(context, f"{shows}；{len(bare)} 个支部的事由不齐，缺{lacking}", evidence)
    return Outcome(Verdict.MET, f"{shows}；事由齐全", evidence)


def _ties(rows: Sequence[LastPlace]) -> str:
    tied = sorted(place for place, number in Counter(row.place for row in rows).items() if number > 1)
    return f"；第 {'、'.join(map(str, tied))} 名有并列，程序不裁断" if tied else ""


def _tied_at_the_border(rows: Sequence[LastPlace], quota: int) -> bool:
    """Whether every row beyond the quota shares its place with the last one within it."""
    places = sorted(row.place for row in rows)
    return quota > 0 and places[quota - 1] == places[-1]
