"""发展环节: were the steps of 发展党员 taken in order, at the right distance, by vote and by whom they must be taken?

Judges every case of the branch's restricted register step by step, each by the version of the process in force on the
day of the step (`docs/development.yml`): order, intervals (a month later is the same day of the month, or its last), votes
on admission and confirmation, who may approve, numbers, training, age, notices, postponement and those about to leave.
Lines that the rule words with 一般 give 提示 at most.  A step that a limit runs for and that has not been taken is judged
on the day after the limit.  Without the register: 无记录, for it may be absent.  Nothing is said about a person's fitness.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

from generator.evaluate.check_context import CheckContext
from generator.evaluate.development.case_view import CaseNote, CaseView
from generator.evaluate.development.facets import facet_notes, regular_notes
from generator.evaluate.development.intervals import interval_notes, open_notes, postponement_notes
from generator.evaluate.development.order import order_notes
from generator.evaluate.development.summing import ABSENT, case_views, summed
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_period
from generator.evaluate.timing import unknown
from generator.evaluate.vote_rules import vote_table
from generator.model.check import Asked
from generator.model.decision_table import DecisionTable
from generator.model.finding import Verdict
from generator.model.kinds import VoteKind
from generator.model.record import Audience, entry
from generator.model.records.development import CaseStep

NAME = "发展环节"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.ADVISORY,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
)


class Parameters(PeriodicParameters):
    """Judged by the year; all numbers come from the process."""

    audience: ClassVar[Audience] = Audience.RESTRICTED

    cycle: YearlyCycle = entry("每", Audience.PUBLIC, example="年")

    def asked(self) -> Asked:
        """Of every step of every case."""
        return Asked("每名同志逐环节")

    def decisions(self) -> tuple[DecisionTable, ...]:
        """Of the meetings that admit and confirm."""
        return (vote_table({"接收、转正": VoteKind.ADMISSION}, "会前书面意见计入赞成，不计入到会。"),)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the steps of the year were in order."""
    held = context.dossier.development
    if held is None:
        return unknown(context, ABSENT)
    views = case_views(context, held)
    notes = [note for view in views for note in chain(open_notes(view), regular_notes(view), *_steps(view))]
    rows = [row for view in views for row in view.asked]
    good = f"{say_period(context.period)}办理 {len(rows)} 个环节，次序、期限和表决未见不合"
    nothing = f"{say_period(context.period)}没有办理发展党员的环节"
    return summed(notes, rows, good, nothing)


def _steps(view: CaseView) -> Iterator[Iterator[CaseNote]]:
    for row in view.asked:
        yield _of_step(view, row)


def _of_step(view: CaseView, row: CaseStep) -> Iterator[CaseNote]:
    process = view.process(row.on)
    if process is None or row.step not in process.steps:
        title = f"{view.case.id} 环节{row.step}"
        yield CaseNote(Verdict.NO_RECORD, f"{title}：那一天的流程里没有这个环节，无从判断", row)
        return
    for notes in (order_notes, interval_notes, postponement_notes, facet_notes):
        yield from notes(view, row, process)
