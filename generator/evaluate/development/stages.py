"""In which stage each case of a branch stands, and of how many a step is overdue: counts, and nothing that tells who."""

from __future__ import annotations

from collections import Counter
from datetime import date

from generator.evaluate.development.case_view import CaseTerms, CaseView
from generator.evaluate.development.intervals import open_notes
from generator.model.dossier import Dossier
from generator.model.period import Period
from generator.model.reconciliation import Reconciliation
from generator.model.records.development_process import DevelopmentProcess, DevelopmentProcesses
from generator.model.stage_count import StageCount


def stage_counts(dossier: Dossier, processes: DevelopmentProcesses, as_of: date) -> tuple[StageCount, ...]:
    """The cases that are under way on `as_of`, by stage in the order of the process; empty without a register."""
    process, held = processes.on(as_of), dossier.development
    if process is None or held is None:
        return ()
    profile = dossier.profile
    terms = CaseTerms(
        dossier=dossier,
        committee=None,
        processes=processes,
        period=Period.span(date.min, as_of, ""),
        as_of=as_of,
        last_day=min(as_of, profile.dissolved or as_of),
        reconciliation=Reconciliation(profile.reconciled_since, profile.reconciled_through),
        remind_days=0,
    )
    views = [view for case in held.cases if _under_way(view := CaseView(terms, case), process)]
    cases = Counter(_stage(view, process) for view in views)
    overdue = Counter(_stage(view, process) for view in views if _overdue(view))
    return tuple(StageCount(stage.title, cases[stage.title], overdue[stage.title]) for stage in process.stages)


def _under_way(view: CaseView, process: DevelopmentProcess) -> bool:
    """Whether it was begun, not given up, and not finally approved."""
    finals = {id for step in process.steps.values() if step.archive for id in (step.id, *step.after)}
    stopped = view.case.stopped is not None and view.case.stopped <= view.terms.as_of
    return bool(view.rows) and not stopped and not any(row.step in finals and row.passed for row in view.rows)


def _stage(view: CaseView, process: DevelopmentProcess) -> str:
    """The last stage in which a step was taken; the first one for steps that this version of the process lacks."""
    taken = {row.step for row in view.rows if not row.refused}
    reached = (stage.title for stage in reversed(process.stages) if any(step.id in taken for step in stage.steps))
    return next(reached, process.stages[0].title)


def _overdue(view: CaseView) -> bool:
    """Whether a limit has passed for a step that has not been taken."""
    return any(note.due is None for note in open_notes(view))
