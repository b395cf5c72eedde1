"""`CaseView`: one case as it stood on the day of judgement, with the words in which its steps are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.model.dossier import Dossier
from generator.model.finding import Verdict
from generator.model.period import Period
from generator.model.reconciliation import Reconciliation, open_until
from generator.model.record import Record
from generator.model.records.development import CaseStep, DevelopmentCase
from generator.model.records.development_process import DevelopmentProcess, DevelopmentProcesses, Line, WrittenRule
from generator.model.unit_records import UnitRecords


class CaseNote(NamedTuple):
    """What one rule says of one step: a verdict, its part of the reason, the record, and the day to act on."""

    verdict: Verdict
    text: str
    record: Record
    due: date | None = None


class CaseTerms(NamedTuple):
    """What all cases of a branch are judged by in one period; `last_day` is the last whose records count."""

    dossier: Dossier
    committee: UnitRecords | None
    processes: DevelopmentProcesses
    period: Period
    as_of: date
    last_day: date
    reconciliation: Reconciliation
    remind_days: int

    @property
    def day(self) -> date:
        """The day on which the state of things is looked up: the period's last, or `as_of` where that is earlier."""
        return min(self.period.end, self.as_of)


class CaseView:
    """A case with the steps and submissions up to the last day whose records count."""

    def __init__(self, terms: CaseTerms, case: DevelopmentCase) -> None:
        """Later rows prove nothing and are left out."""
        self.terms = terms
        self.case = case
        self.last_day = terms.last_day
        self.rows = tuple(sorted((row for row in case.steps if row.on <= self.last_day), key=lambda row: row.on))

    @cached_property
    def asked(self) -> tuple[CaseStep, ...]:
        """The steps that were taken in the period that is judged."""
        period = self.terms.period
        return tuple(row for row in self.rows if period.start <= row.on <= period.end)

    def process(self, day: date) -> DevelopmentProcess | None:
        """The version by which a step of that day is judged."""
        return self.terms.processes.on(day)

    def taken(self, step: str) -> Sequence[CaseStep]:
        """Every time that a step was taken and not refused, by date."""
        return self._by_step.get(step, ())

    @cached_property
    def _by_step(self) -> Mapping[str, Sequence[CaseStep]]:
        found: dict[str, list[CaseStep]] = {}
        for row in self.rows:
            if not row.refused:
                found.setdefault(row.step, []).append(row)
        return found

    def day_of(self, step: str, until: date) -> date | None:
        """The last day up to `until` on which a step was taken."""
        return next((row.on for row in reversed(self.taken(step)) if row.on <= until), None)

    def submitted(self, step: str, until: date) -> date | None:
        """The last day up to `until` on which the resolution that a step approves was reported."""
        return max((row.on for row in self.case.submissions if row.step == step and row.on <= until), default=None)

    def title(self, step: str, process: DevelopmentProcess) -> str:
        """A step by case, id and name."""
        name = process.steps[step].name if step in process.steps else ""
        return f"{self.case.id} 环节{step}（{name}）"

    @property
    def first_day(self) -> date:
        """The day of its first step."""
        return self.rows[0].on

    def missing(self, record: Record, span: tuple[date, date], shows: str) -> CaseNote:
        """What should have been recorded within `span` and is not: 缺项 where the register was reconciled for it (A30)."""
        verdict, text = self.terms.reconciliation.missing(self.terms.as_of, *span, shows)
        return CaseNote(verdict, text, record)

    def due_here(self, day: date) -> bool:
        """Whether what is due on that day is asked in the period: the case and the branch went on until then."""
        period, dissolved = self.terms.period, self.terms.dossier.profile.dissolved
        ended = min(self.case.stopped or date.max, dissolved or date.max)
        return period.start <= day <= period.end and day < ended

    def ahead(self, record: Record, deadline: date, shows: str) -> CaseNote:
        """What need not be recorded before `deadline`, which has not passed."""
        verdict, text = open_until(self.terms.as_of, deadline, shows, deadline, self.terms.remind_days)
        return CaseNote(verdict, text, record, deadline)

    def unrecorded(self, row: CaseStep, process: DevelopmentProcess, what: str) -> CaseNote:
        """A step whose record lacks what it is judged by."""
        text = f"{self.title(row.step, process)}没有记{what}，无从判断，没有记录不等于没有做（A30）"
        return CaseNote(Verdict.NO_RECORD, text, row)


def beyond(line: Line) -> Verdict:
    """The verdict on what is beyond a line."""
    return Verdict.UNMET if line is Line.HARD else Verdict.ADVISORY


def written_in(process: DevelopmentProcess, rule: WrittenRule) -> str:
    """Where a rule is written, with 可信度."""
    where = f"{process.document}{rule.clause or ''}"
    return f"（{where}，{rule.credibility.value}）"
