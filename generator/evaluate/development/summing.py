"""From the notes on single steps to one outcome of a branch."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.development.case_view import CaseNote, CaseTerms, CaseView
from generator.evaluate.outcome import Outcome
from generator.model.finding import Verdict, roll_up
from generator.model.record import Record
from generator.model.records.development import Development

ABSENT = "没有读到发展党员台账（development.yml），没有记录不等于没有做（A30）"
"""What is said where the register is not in this checkout."""

_TOLD = 6
"""How many notes a reason tells; the rest is counted."""


def case_views(context: CheckContext, held: Development) -> list[CaseView]:
    """Every case of the register, as it stood on the day of judgement."""
    records, period = context.records, context.period
    terms = CaseTerms(
        dossier=context.dossier,
        committee=records.committee,
        processes=context.year_context.processes,
        period=period,
        as_of=context.as_of,
        last_day=records.last,
        reconciliation=records.reconciled(period.start.year),
        remind_days=context.criterion.remind_days,
    )
    return [CaseView(terms, case) for case in held.cases]


def summed(notes: Sequence[CaseNote], rows: Sequence[Record], good: str, nothing: str) -> Outcome:
    """The gravest notes, or that all `rows` are in order; 不适用 where there are neither.

    While a limit still runs, what is in order so far is 未到期: it is settled when the last limit has passed.
    """
    verdict = roll_up(note.verdict for note in notes) if notes else Verdict.MET
    shown = [note for note in notes if note.verdict is verdict]
    if not notes and not rows:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{nothing}")
    if not shown:
        return Outcome(verdict, f"记录显示{good}", cite("发展党员台账", *rows))
    more = f"；等 {len(shown)} 处" if len(shown) > _TOLD else ""
    reason = "；".join(note.text for note in shown[:_TOLD])
    due = min((note.due for note in shown if note.due is not None), default=None)
    return Outcome(verdict, f"记录显示{reason}{more}", cite("发展党员台账", *(note.record for note in shown)), due)
