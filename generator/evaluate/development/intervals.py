"""间隔: was a step taken neither too early nor too late, and is one late that has not been taken?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.evaluate.development.case_view import CaseNote, CaseView, beyond, written_in
from generator.evaluate.phrases import say_day
from generator.model.finding import Verdict
from generator.model.records.development import CaseStep, StepOutcome
from generator.model.records.development_process import DevelopmentProcess, Line, StartsFrom, StepInterval
from generator.model.working_days import CountedDay


class _Start(NamedTuple):
    """The day that an interval runs from; `assumed` where it stands in for a day that is not recorded."""

    day: date
    assumed: bool = False


def interval_notes(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    """A step against every interval that ends with it."""
    for rule in process.ending[row.step]:
        if rule.line is Line.TOLD:
            continue
        start = _start(view, rule, row.on)
        if start is None:
            yield from _without_start(view, row, process, rule)
        else:
            yield from _judged(view, row, process, rule, start)


def _start(view: CaseView, rule: StepInterval, until: date) -> _Start | None:
    if rule.starts is StartsFrom.DAY:
        day = view.day_of(rule.since, until)
        return None if day is None else _Start(day)
    sent = view.submitted(rule.since, until)
    passed = view.day_of(rule.fallback, until) if rule.fallback is not None else None
    if passed is not None and (sent is None or sent < passed):  # what was reported is an earlier resolution
        return _Start(passed, assumed=True)
    return None if sent is None else _Start(sent)


def _without_start(
    view: CaseView, row: CaseStep, process: DevelopmentProcess, rule: StepInterval
) -> Iterator[CaseNote]:
    """The day to count from is not known; where the order of steps asks for it too, that has been said."""
    if rule.since not in process.steps[row.step].after:
        what = rule.starts.value if rule.starts is StartsFrom.SUBMITTED else f"环节{rule.since}的日期"
        yield view.unrecorded(row, process, what)


def _judged(
    view: CaseView, row: CaseStep, process: DevelopmentProcess, rule: StepInterval, start: _Start
) -> Iterator[CaseNote]:
    earliest, latest = rule.bounds(start.day, special=row.special is not None)
    verdict = Verdict.ADVISORY if start.assumed else beyond(rule.line)
    since, this = _since(rule, start), f"{view.title(row.step, process)}{say_day(row.on)}"
    put_off = _put_off(view, row, process)
    if earliest is not None and put_off:
        earliest = rule.unit.after(earliest.day, put_off)
    if earliest is not None and row.on < earliest.day:
        text = f"{this}，{since}起满 {rule.at_least} 个{rule.unit}{_extended(put_off, rule)}是{_day(earliest)}，早了"
        yield CaseNote(verdict, f"{text}{written_in(process, rule)}", row)
    if latest is not None and row.on > latest.day:
        text = f"{this}，{since}起算最迟{_day(latest)}，晚了{_special(rule, row)}"
        yield CaseNote(verdict, f"{text}{written_in(process, rule)}", row)
    if start.assumed:
        yield CaseNote(Verdict.ADVISORY, f"{this}没有记上报日，暂按{since}算", row)


def _put_off(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> int:
    """By how much the step was postponed before."""
    rule = process.postponement
    if rule is None or rule.step != row.step:
        return 0
    return sum(each.months or 0 for each in _postponed(view, row))


def _postponed(view: CaseView, row: CaseStep) -> Iterator[CaseStep]:
    rows = (each for each in view.taken(row.step) if each.on < row.on)
    return (each for each in rows if each.outcome is StepOutcome.POSTPONED)


def postponement_notes(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    """A postponement that is one too many, or too short or too long."""
    rule = process.postponement
    if rule is None or rule.step != row.step or row.outcome is not StepOutcome.POSTPONED:
        return
    this = f"{view.title(row.step, process)}{say_day(row.on)}延长"
    if (before := sum(1 for _ in _postponed(view, row))) >= rule.times:
        text = f"{this}，以前已延长 {before} 次，只能 {rule.times} 次{written_in(process, rule)}"
        yield CaseNote(beyond(rule.line), text, row)
    if row.months is None:
        yield view.unrecorded(row, process, "延长几个月")
    elif not rule.at_least <= row.months <= rule.at_most:
        limits = f"应在 {rule.at_least} 到 {rule.at_most} 个{rule.unit}"
        yield CaseNote(beyond(rule.line), f"{this} {row.months} 个月，{limits}{written_in(process, rule)}", row)


def open_notes(view: CaseView) -> Iterator[CaseNote]:
    """Steps that a limit runs for and that have not been taken, where the limit ends in the period that is judged."""
    process = view.process(view.terms.day)
    for rule in process.intervals if process else ():
        if process is not None and rule.at_most is not None and rule.line is not Line.TOLD:
            yield from _open(view, process, rule)


def _open(view: CaseView, process: DevelopmentProcess, rule: StepInterval) -> Iterator[CaseNote]:
    start = _start(view, rule, view.last_day)
    if start is None or any(row.step == rule.step and row.on >= start.day for row in view.rows):
        return
    due = rule.bounds(start.day).latest
    if due is None or not view.due_here(due.day):
        return
    shows = f"{view.title(rule.step, process)}还没有记录，{_since(rule, start)}起算最迟{_day(due)}{written_in(process, rule)}"
    if due.day >= view.terms.as_of:
        yield view.ahead(view.case, due.day, shows)
        return
    note = view.missing(view.case, (start.day, due.day), shows)
    soft = start.assumed or rule.line is Line.SOFT
    yield note._replace(verdict=Verdict.ADVISORY) if soft and note.verdict is Verdict.UNMET else note


def _since(rule: StepInterval, start: _Start) -> str:
    if start.assumed:
        return f"环节{rule.fallback}（{say_day(start.day)}）"
    what = "上报日" if rule.starts is StartsFrom.SUBMITTED else f"环节{rule.since}"
    return f"{what}（{say_day(start.day)}）"


def _day(counted: CountedDay) -> str:
    return f"{say_day(counted.day)}{'（暂算：没有这一年的放假安排）' if counted.provisional else ''}"


def _extended(put_off: int, rule: StepInterval) -> str:
    return f"、延长 {put_off} 个{rule.unit}" if put_off else ""


def _special(rule: StepInterval, row: CaseStep) -> str:
    if rule.special is None or row.special is not None:
        return ""
    return f"；写明特殊情况的可到 {rule.special} 个{rule.unit}"
