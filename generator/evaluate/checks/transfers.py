"""转接: did receipts come back for every batch of transfers in time, and do the batches explain the changes of headcount?

A batch of 转入 or 转出 needs receipts for all its people within 回执日 of its day; 新接收 and 其他减少 need none.  Each
change of 党员人数 in the year must be the sum of the batches since the row before, and after the last row nothing may
have come or gone: else 提示, for rosters are often late (A33).  While a batch is open, the year is.  A branch with neither batches nor changes is 不适用.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.timing import lapsed, pending, unknown
from generator.model.check import Asked, RecordKind
from generator.model.fields import Count
from generator.model.finding import Verdict, roll_up
from generator.model.record import Audience, entry
from generator.model.records.profile import Headcount
from generator.model.records.transfer import Transfer
from generator.model.words import short_day

NAME = "转接"
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


class Parameters(PeriodicParameters):
    """Within how many days receipts have to be complete."""

    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    receipt_days: Count = entry("回执日", _PUBLIC, example="90", hint="批次日期以后几日以内回执要齐")

    def asked(self) -> Asked:
        """After each batch."""
        return Asked("每次转接", f"{self.receipt_days} 日内回执到齐")

    def forms(self) -> tuple[RecordKind, ...]:
        """The batches."""
        return (Transfer,)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether who came and went did so with papers."""
    if not context.profile.headcounts:
        return unknown(context, "支部概况没有党员人数，不能核对进出")
    batches = _batches(context)
    year = [row for row in batches if context.period.start <= row.on <= context.period.end]
    period, evidence = say_period(context.period), context.registered("组织关系转接", year)
    unlike = list(_unexplained(context, batches))
    if not year and not unlike:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{period}没有党员进出")
    transferred = [row for row in year if row.direction.transferred]
    asked = [_receipts(context, parameters, row) for row in transferred]
    settled = sum(row.verdict is Verdict.MET for row in asked)
    shows = f"记录显示{period}转接 {len(transferred)} 批，{settled} 批的回执在 {parameters.receipt_days} 日内齐了"
    found = [*asked, *(Outcome(Verdict.ADVISORY, text) for text in unlike)]
    # What is still open keeps the year open: a batch that is settled does not make up for it.
    open_or_wrong = [row.verdict for row in found if row.verdict is not Verdict.MET]
    verdict = roll_up(open_or_wrong) if open_or_wrong else Verdict.MET
    told = [row.reason for row in found if row.reason]
    dues = [row.due for row in found if row.verdict is verdict and row.due is not None]
    return Outcome(verdict, "；".join((shows, *told)), evidence, min(dues, default=None))


def _batches(context: CheckContext) -> list[Transfer]:
    """The batches of this year and of the year before, which a change of headcount early in the year may rest on."""
    year = context.period.start.year
    registers = [register for each in (year - 1, year) if (register := context.records.register(each))]
    rows = (row for register in registers for row in register.transfers if row.on <= context.records.last)
    return sorted(rows, key=lambda row: row.on)


def _receipts(context: CheckContext, parameters: Parameters, row: Transfer) -> Outcome:
    due = row.on + timedelta(parameters.receipt_days)
    batch = f"{short_day(row.on)}{row.direction} {row.people} 人"
    if row.completed is not None and row.completed <= context.as_of and row.lacking <= 0:
        if row.completed <= due:
            return Outcome(Verdict.MET, "")
        return Outcome(Verdict.UNMET, f"{batch}的回执{say_day(row.completed)}才齐，期限{say_day(due)}")
    shows = f"{batch}，回执还没有齐"
    return pending(context, due, shows) if context.as_of <= due else lapsed(context, due, shows)


def _unexplained(context: CheckContext, batches: Sequence[Transfer]) -> Iterator[str]:
    """Changes of headcount that the batches do not explain, and batches that the headcount does not follow."""
    counts = sorted(context.profile.headcounts or (), key=lambda row: row.since)
    counts = [row for row in counts if row.since <= context.day]
    for before, row in pairwise(counts):
        if row.since >= context.period.start:
            yield from _differs(before, row, _net(batches, before.since, row.since))
    dissolved = context.profile.dissolved
    if counts and (dissolved is None or dissolved > context.day):
        since = max(counts[-1].since, context.period.start - timedelta(1))
        if net := _net(batches, since, context.day):
            yield f"{short_day(since)}以后批次合计 {net:+d} 人，支部概况的党员人数没有跟着变，请核名册（A33）"


def _differs(before: Headcount, row: Headcount, net: int) -> Iterator[str]:
    change = row.total - before.total
    if change != net:
        yield f"{short_day(row.since)}起党员人数变动 {change:+d} 人，批次合计 {net:+d} 人，两处不一致，请核名册（A33）"


def _net(batches: Sequence[Transfer], after: date, until: date) -> int:
    return sum(row.change for row in batches if after < row.on <= until)
