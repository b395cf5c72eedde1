"""次序: does every step come after those that the process puts before it?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.evaluate.development.case_view import CaseNote, CaseView, written_in
from generator.evaluate.phrases import say_day
from generator.model.finding import Verdict
from generator.model.records.development import CaseStep
from generator.model.records.development_process import DevelopmentProcess


def order_notes(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    """A predecessor that came later, that was refused, or of which there is no record."""
    step = process.steps[row.step]
    for id in step.after:
        if view.day_of(id, row.on) is not None:
            continue
        later = next(iter(view.taken(id)), None)
        this, that = view.title(row.step, process), f"环节{id}（{process.steps[id].name}）"
        if later is not None:
            text = f"{this}{say_day(row.on)}，早于{that}{say_day(later.on)}{written_in(process, step)}"
            yield CaseNote(Verdict.UNMET, text, row)
        else:
            shows = f"{this}{say_day(row.on)}办，没有{that}在它以前的记录{written_in(process, step)}"
            yield view.missing(row, (view.first_day, row.on), shows)
