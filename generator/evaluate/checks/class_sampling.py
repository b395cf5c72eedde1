"""分类抽验: has 学校 drawn branches of their kinds to see whether their reviews hold?

Rows of 抽验 in the register of 学校 count by their date, within the register of their 归属年度 (A32).  The plan gives no
ratio, so by default one row with its kinds is enough (A24); with 比例, of every kind that has branches at the end of the
period so many in a hundred have to be drawn, each branch counted once.  Rows that do not say where the result is filed
are 提示.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_days, say_period
from generator.evaluate.timing import insufficient
from generator.evaluate.unit_context import UnitContext, cite_rows
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.record import Audience, entry
from generator.model.records.school_register import SchoolRegister
from generator.model.records.selection import Sampling

NAME = "分类抽验"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.ADVISORY,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """How many branches of each kind have to be drawn; not said, one sample by kinds is enough."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.INSTITUTION})
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    ratio: Count | None = entry(
        "比例", _PUBLIC, example="10", default=None, hint="每一类抽百分之几；方案没有写，不写就不判（A24）"
    )

    def schedule(self) -> Recurring:
        """Due at the end of the year."""
        return Recurring(self.cycle)

    def forms(self) -> tuple[RecordKind, ...]:
        """The samples."""
        return (Sampling,)


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether branches were drawn, of each kind enough of them."""
    rows = _rows(context)
    drawn = {id for row in rows for id in row.branches}
    kinds = "、".join(dict.fromkeys(kind for row in rows for kind in row.kinds))
    shows = f"记录显示{say_period(context.period)}分类抽验 {len(rows)} 次{say_days([row.on for row in rows])}"
    shows += f"，{kinds}党支部抽到 {len(drawn)} 个" if rows else ""
    short = tuple(_short(context, drawn, parameters.ratio)) if parameters.ratio else ()
    if short:
        shows += f"，要求每一类至少 {parameters.ratio}%：{'，'.join(short)}"
    evidence = cite_rows("抽验", rows)
    if short or not rows:
        return insufficient(context, shows, evidence)
    if bare := [row.on for row in rows if row.archive is None]:
        return Outcome(Verdict.ADVISORY, f"{shows}；{len(bare)} 次没有写结果归档{say_days(bare)}", evidence)
    return Outcome(Verdict.MET, f"{shows}；抽验没有比例的口径见 A24" if not parameters.ratio else shows, evidence)


def _rows(context: UnitContext) -> Sequence[Sampling]:
    register = context.register
    if not isinstance(register, SchoolRegister):
        return ()
    return sorted((row for row in register.samplings if context.counts(row.on)), key=lambda row: row.on)


def _short(context: UnitContext, drawn: set[str], ratio: int) -> Iterator[str]:
    """The kinds of which too few were drawn."""
    all_of = Counter(row.kind for row in context.branches)
    found = Counter(row.kind for row in context.branches if row.id in drawn)
    for kind, number in sorted(all_of.items()):
        if found[kind] * 100 < ratio * number:
            yield f"{kind}党支部 {number} 个抽到 {found[kind]} 个"
