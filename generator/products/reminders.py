"""The reminders of all branches in a scope, put together: what `zhibu remind` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.errors import RecordsRefusedError
from generator.evaluate.assess import withhold
from generator.judge import Judged, judge
from generator.model.finding import Assessment
from generator.model.problem import Problem, Severity
from generator.model.record import Audience
from generator.model.records.plan import TaskEvidence
from generator.model.standard import StandardSet
from generator.present.calendar.remind import (
    BranchReminders,
    Reminder,
    Window,
    branch_reminders,
    duties,
    plan_reminder,
    remedy_reminders,
    reminder_text,
)
from generator.present.kit.citations import Citations
from generator.settings import Settings
from generator.survey import Survey, survey


def remind(settings: Settings, days: int) -> str:
    """The text for the next `days` days; raises RecordsRefusedError with every 错误 in the records."""
    surveyed = survey(settings)
    window = Window(as_of=settings.as_of, days=days)
    rows = list(judge(surveyed)) if surveyed.sound else []
    errors = _errors([*surveyed.problems, *(problem for row in rows for problem in row.problems)])
    if errors:
        raise RecordsRefusedError("台账有错误，没有写提醒。", errors)
    return reminder_text([_branch(surveyed, row, window) for row in rows], window)


def _errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(row for row in problems if row.severity is Severity.ERROR))


def _branch(surveyed: Survey, judged: Judged, window: Window) -> BranchReminders:
    entry = judged.entry
    return branch_reminders(surveyed.names["committee"][entry.committee], entry.name, _rows(surveyed, judged, window))


def _rows(surveyed: Survey, judged: Judged, window: Window) -> Iterator[Reminder]:
    """Told to members of the party within the branch's committee: as in the internal edition."""
    if judged.assessment is None or judged.dossier is None:
        return
    own = surveyed.plan.id if surveyed.plan else ""
    cites = Citations(sources=surveyed.sources, own=own, texts={}, on=surveyed.settings.as_of)
    for assessment in judged.assessments:
        if seen := withhold(assessment, surveyed.sets, Audience.INTERNAL):
            yield from duties(seen, _standards(surveyed, assessment), cites, window)
    standards = _standards(surveyed, judged.assessment)
    task = surveyed.plan.shown_by(TaskEvidence.BRANCH_PLANS) if surveyed.plan else None
    yield from plan_reminder(judged.plan, task.task.clause if task else "", window)
    register = judged.dossier.registers.get(surveyed.settings.year)
    yield from remedy_reminders(register.remedies if register else (), standards, _hidden(standards), window)


def _standards(surveyed: Survey, assessment: Assessment) -> StandardSet:
    return next(row for row in surveyed.sets if row.id == assessment.standard_set)


def _hidden(standards: StandardSet) -> Iterator[str]:
    return (row.id for row in standards.standards if not Audience.INTERNAL.sees(row.audience))
