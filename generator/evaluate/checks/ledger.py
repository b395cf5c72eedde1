"""勾稽: does every account of a section add up, and do its expenses sum to what the account says?

Each account by itself: 上年结余 plus 收入 less 支出 is 结余.  Where expenses are listed, those up to the account's day (截至) sum
to its 支出; where none is, nothing can be compared and the reason says so.  A difference is 缺项 at once, in either direction
and of a single cent: it is in what the committee itself has written.  An account that ends before the year does
proves nothing yet: the year's is due by the deadline.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.section_parameters import section_with, sections_with
from generator.evaluate.timing import insufficient
from generator.evaluate.unit_context import UnitContext, cite_rows
from generator.model.check import RecordKind
from generator.model.fields import Text
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.record import Audience, entry

NAME = "勾稽"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """Which section."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.COMMITTEE})
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    section: Annotated[Text, section_with("accounts", "记账的一栏")] = entry(
        "记录", _PUBLIC, example="党费", hint="年度台账里记账的一栏"
    )

    def forms(self) -> tuple[RecordKind, ...]:
        """The section itself."""
        return (sections_with("accounts")[self.section].record,)


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether the year's accounts add up."""
    register = context.register
    kept = getattr(register, sections_with("accounts")[parameters.section].name) if register else None
    begins = f"记录显示{say_period(context.period)}"
    if kept is None or kept.through > context.as_of:
        later = "截至日以前的" if kept else ""
        return insufficient(context, f"{begins}没有登记{later}{parameters.section}")
    evidence = cite_rows(parameters.section, [kept])
    if differences := list(_differences(kept)):
        return Outcome(Verdict.UNMET, f"{begins}{'；'.join(differences)}", evidence)
    shows = f"{begins}{parameters.section}算到{say_day(kept.through)}，{_agreeing(kept)}"
    if kept.through < context.period.end:
        return insufficient(context, f"{shows}；全年的账还没有", evidence)
    return Outcome(Verdict.MET, shows, evidence)


def _differences(kept: Any) -> Iterator[str]:
    for fund, account in kept.accounts:
        if account.due != account.balance:
            yield (
                f"{fund}上年结余 {account.carried_over} 加收入 {account.income} 减支出 {account.expense} 是 {account.due}，"
                f"写的结余是 {account.balance}，差 {abs(account.due - account.balance)} 元"
            )
    for fund, account in kept.accounts if kept.expenses else ():
        total = _spent(kept, fund)
        if total != account.expense:
            yield f"{fund}审批单合计 {total} 元，支出 {account.expense} 元，差 {abs(total - account.expense)} 元"


def _spent(kept: Any, fund: str) -> Decimal:
    rows = (row for row in kept.expenses if row.fund == fund and row.spent_on and row.spent_on <= kept.through)
    return sum((row.amount for row in rows), Decimal())


def _agreeing(kept: Any) -> str:
    told = "、".join(f"{fund}结余 {account.balance} 元" for fund, account in kept.accounts)
    compared = "支出与审批单合计相符" if kept.expenses else "没有登记审批单，支出没有逐笔核对"
    return f"{told}，账目相符，{compared}"
