"""核查率: were the files of all of the year's graduates checked?

Checked files ÷ files on the lists, of all the year's lists together; a check without its day does not count.  The
denominator is the list on the day it was drawn up, whoever left afterwards (A33).  A branch of another kind than 适用类型
is asked only where it has a list; a list of nobody is 不适用.  Numbers of fewer than ten are for the restricted edition.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_period
from generator.evaluate.timing import insufficient
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Count, OneOrMany
from generator.model.finding import Verdict
from generator.model.kinds import BranchKind
from generator.model.record import Audience, entry
from generator.model.records.graduate_files import GraduateFiles
from generator.model.small_counts import FEWEST

NAME = "核查率"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """Which part of the files, and which branches are asked without a list."""

    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    at_least: Count = entry("至少", _PUBLIC, example="100", hint="百分数")
    kinds: Annotated[tuple[BranchKind, ...], OneOrMany] = entry(
        "适用类型", _PUBLIC, example=["学生"], default=tuple(BranchKind), hint="别的类型没有名单的不适用"
    )

    def schedule(self) -> Recurring:
        """Due at the end of the year."""
        return Recurring(self.cycle, "毕业生材料核查")

    def forms(self) -> tuple[RecordKind, ...]:
        """The lists."""
        return (GraduateFiles,)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether enough of the files were checked."""
    register, period = context.records.register(context.period.start.year), say_period(context.period)
    rows = [row for row in (register.graduate_files if register else ()) if row.on <= context.records.last]
    shows, kind = f"记录显示{period}毕业生党员材料", context.profile.kind
    if not rows and kind not in parameters.kinds:
        return Outcome(Verdict.NOT_APPLICABLE, f"{shows}没有名单；{kind}党支部没有毕业生党员的不设这一项")
    if not rows:
        return insufficient(context, f"{shows}没有核查的登记")
    evidence = context.registered("毕业生材料核查", rows)
    if any(row.listed is None for row in rows):
        return insufficient(context, f"{shows}的名单没有写应核查的份数", evidence)
    if not any(row.listed for row in rows):
        return Outcome(Verdict.NOT_APPLICABLE, f"{shows}的名单上没有人", evidence)
    return _rated(context, parameters, rows, shows)


def _rated(context: CheckContext, parameters: Parameters, rows: Sequence[GraduateFiles], shows: str) -> Outcome:
    listed, checked = sum(row.listed or 0 for row in rows), _checked(context, rows)
    enough = checked * 100 >= parameters.at_least * listed
    told = f"应核查 {listed} 份，已核查 {checked} 份"
    if listed < FEWEST:
        reason = f"{shows}不足 {FEWEST} 份，份数只列在专人版；核查率{'达到' if enough else '没有达到'} {parameters.at_least}%"
        more = f"；{told}{_rest(rows)}"
    else:
        reason = f"{shows}{told}，核查率 {checked * 1000 // listed / 10:g}%，要求 {parameters.at_least}%"
        more = _rest(rows)
    evidence = context.registered("毕业生材料核查", rows)
    outcome = Outcome(Verdict.MET, reason, evidence) if enough else insufficient(context, reason, evidence)
    return outcome._replace(restricted=more)


def _checked(context: CheckContext, rows: Sequence[GraduateFiles]) -> int:
    done = (row for row in rows if row.checked_on is not None and row.checked_on <= context.records.last)
    return sum(row.checked or 0 for row in done)


def _rest(rows: Sequence[GraduateFiles]) -> str:
    """What was found and done with the files: few of most branches, so for the restricted edition."""
    sums = (
        ("有缺漏", sum(row.flawed or 0 for row in rows)),
        ("已补正", sum(row.completed or 0 for row in rows)),
        ("已归档", sum(row.archived or 0 for row in rows)),
    )
    return "".join(f"，{label} {number} 份" for label, number in sums if number)
