"""发展归档: were the materials of those admitted filed after the last approval, completely and in time?

Asks of every case whose last approval lies behind it: a filing on a day, not before the approval, with as many papers
filed as there had to be; fewer is 缺项.  The rule says 及时 without a number: the months of the parameter are a line of
our own, beyond which it is 提示 at most (A35).  Without the register: 无记录.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from generator.evaluate.check_context import CheckContext
from generator.evaluate.development.case_view import CaseNote, CaseView, written_in
from generator.evaluate.development.summing import ABSENT, case_views, summed
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.timing import unknown
from generator.model.check import Asked
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.period import add_months
from generator.model.record import Audience, entry
from generator.model.records.development import CaseStep
from generator.model.records.development_process import DevelopmentProcess, ProcessStep

NAME = "发展归档"
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
    """Judged by the year: within how many months after the approval."""

    audience: ClassVar[Audience] = Audience.RESTRICTED

    cycle: YearlyCycle = entry("每", Audience.PUBLIC, example="年")
    months: Count = entry("月内", Audience.PUBLIC, example="1", hint="自拟的线：审批以后几个月以内算及时")

    def asked(self) -> Asked:
        """Some time after the approval."""
        return Asked("每份材料", f"审批后 {self.months} 个月内")


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether what was approved was filed."""
    held = context.dossier.development
    if held is None:
        return unknown(context, ABSENT)
    views, months = case_views(context, held), parameters.months
    filed = [row for view in views for row in view.asked if _files(view, row.on, row.step)]
    notes = [note for view in views for note in (*_filed(view, months), *_unfiled(view, months))]
    period = say_period(context.period)
    good = f"{period}归档 {len(filed)} 份，材料齐全，均在审批以后 {months} 个月内"
    return summed(notes, filed, good, f"{period}没有该归档的发展材料")


def _files(view: CaseView, day: date, step: str) -> ProcessStep | None:
    """The step, where the process of that day says that it files the materials."""
    process = view.process(day)
    found = process.steps.get(step) if process else None
    return found if found is not None and found.archive else None


def _filed(view: CaseView, months: int) -> Iterator[CaseNote]:
    for row in view.asked:
        process, step = view.process(row.on), _files(view, row.on, row.step)
        if process is not None and step is not None:
            yield from _complete(view, row, process, step)
            yield from _in_time(view, row, process, step, months)


def _complete(view: CaseView, row: CaseStep, process: DevelopmentProcess, step: ProcessStep) -> Iterator[CaseNote]:
    if row.due is None or row.filed is None:
        yield view.unrecorded(row, process, "应归、已归份数")
    elif row.filed < row.due:
        text = f"{view.title(step.id, process)}{say_day(row.on)}应归 {row.due} 份、已归 {row.filed} 份"
        yield CaseNote(Verdict.UNMET, f"{text}{written_in(process, step)}", row)


def _in_time(
    view: CaseView, row: CaseStep, process: DevelopmentProcess, step: ProcessStep, months: int
) -> Iterator[CaseNote]:
    approved = _approved(view, step, row.on)
    title = f"{view.title(step.id, process)}{say_day(row.on)}"
    if approved is None:
        shows = f"{title}，没有在它以前的审批记录{written_in(process, step)}"
        later = _approved(view, step, view.last_day)
        yield (
            view.missing(row, (view.first_day, row.on), shows) if later is None else CaseNote(Verdict.UNMET, shows, row)
        )
    elif row.on > (latest := add_months(approved, months)):
        text = f"{title}，审批{say_day(approved)}以后 {months} 个月到{say_day(latest)}，晚了"
        yield CaseNote(Verdict.ADVISORY, f"{text}；这是自拟的线，最多提示（A35）", row)


def _approved(view: CaseView, step: ProcessStep, until: date) -> date | None:
    """The last day up to `until` on which what is filed was finally approved."""
    rows = (row for id in step.after for row in view.taken(id))
    return max((row.on for row in rows if row.passed and row.on <= until), default=None)


def _unfiled(view: CaseView, months: int) -> Iterator[CaseNote]:
    """What was approved and not filed, where the line ends in the period."""
    process = view.process(view.terms.day)
    for step in (each for each in process.steps.values() if each.archive) if process else ():
        approved = _approved(view, step, view.last_day)
        if process is None or approved is None or any(row.on >= approved for row in view.taken(step.id)):
            continue
        latest = add_months(approved, months)
        if view.due_here(latest):
            shows = f"{view.title(step.id, process)}还没有记录，审批{say_day(approved)}"
            yield _open(view, (approved, latest), f"{shows}{written_in(process, step)}")


def _open(view: CaseView, span: tuple[date, date], shows: str) -> CaseNote:
    if span[1] >= view.terms.as_of:
        return view.ahead(view.case, span[1], shows)
    note = view.missing(view.case, span, shows)
    if note.verdict is not Verdict.UNMET:
        return note
    return note._replace(verdict=Verdict.ADVISORY, text=f"{note.text}；这是自拟的线，最多提示（A35）")
