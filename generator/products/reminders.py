"""The reminders of all branches in a scope, put together: what `zhibu remind` says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView
from generator.judge import judge_sound
from generator.model.record import Audience
from generator.model.standard_set import set_of
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
    rows = judge_sound(surveyed, "台账有错误，没有写提醒。")
    return reminder_text([_branch(surveyed, row, window) for row in rows], window)


def _branch(surveyed: Survey, judged: JudgedBranch, window: Window) -> BranchReminders:
    entry, view = judged.entry, BranchView.of(judged, Audience.INTERNAL)
    rows = _rows(surveyed, view, window) if view else ()
    return branch_reminders(surveyed.names["committee"][entry.committee], entry.name, rows)


def _rows(surveyed: Survey, view: BranchView, window: Window) -> Iterator[Reminder]:
    """Told to members of the party within the branch's committee: as in the internal edition."""
    if view.current is None:
        return
    own = surveyed.plan.id if surveyed.plan else ""
    cites = Citations(sources=surveyed.declared.sources, own=own, texts={}, on=surveyed.settings.as_of)
    for assessment, _ in view.years:
        if (standards := set_of(surveyed.sets, assessment.standard_set)) is not None:
            yield from duties(assessment, standards, cites, window)
    clause = surveyed.plan.branch_plans_clause if surveyed.plan else ""
    yield from plan_reminder(view.current.plan, clause, window)
    register = view.dossier.registers.get(surveyed.settings.year)
    standards = set_of(surveyed.sets, view.current.assessment.standard_set)
    if register and standards:
        yield from remedy_reminders(register.remedies, standards, window)
