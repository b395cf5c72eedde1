"""What one judged year of a branch adds to the sums of its committee."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.build.hours_reached import hours_reached
from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView
from generator.evaluate.bookkeeping import bookkeeping, visits_noted
from generator.model.bookkeeping import NO_BOOKS
from generator.model.finding import Assessment
from generator.model.index import BranchEntry
from generator.model.judged_year import JudgedYear
from generator.model.standard_set import set_of
from generator.model.summary import BranchSummary, summarise
from generator.model.year_course import course_of
from generator.survey import Rules


def current_sums(judged: JudgedBranch, view: BranchView, rules: Rules) -> BranchSummary | None:
    """Those of the edition's year; None where no conclusion is shown."""
    if view.current is None:
        return None
    return replace(year_sums(judged.entry, view, view.current, rules, view.further), cases=judged.cases)


def year_sums(
    entry: BranchEntry, view: BranchView, year: JudgedYear, rules: Rules, further: Iterable[JudgedYear] = ()
) -> BranchSummary:
    """Those of one of its years; `further` are the years that may still be finished beside it."""
    chosen = set_of(rules.sets, year.assessment.standard_set)
    reached = hours_reached(view.dossier.registers.get(year.assessment.year), chosen)
    return summarise(
        year.assessment,
        name=entry.called(rules.settings.as_of),
        kind=entry.kind,
        committee=entry.committee,
        plan=year.plan.state if year.plan else None,
        closing=_closing(further, rules),
        dissolved=entry.ended(rules.settings.as_of),
        course=course_of(year.assessment, chosen, reached),
        books=bookkeeping(view.dossier, rules.settings.as_of) if year is view.current else NO_BOOKS,
        noted=tuple(visits_noted(view.dossier, year.assessment.year, rules.settings.as_of)),
    )


def _closing(further: Iterable[JudgedYear], rules: Rules) -> Assessment | None:
    """The year before the current one, while it is still being finished."""
    rows = (row.assessment for row in further)
    return next((row for row in rows if row.year == rules.settings.year - 1 and row.open), None)
