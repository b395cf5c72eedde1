"""The books of a branch as its organizer keeps them, and the visits that it noted, from its dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.evaluate.terms_of_office import approved_end
from generator.model.bookkeeping import Bookkeeping, Entered, TermOfOffice
from generator.model.dossier import Dossier
from generator.model.noted_visit import NotedVisit


def bookkeeping(dossier: Dossier, as_of: date) -> Bookkeeping:
    """Those of one branch; where it was never checked, `entered` is all that its registers hold."""
    through = dossier.profile.reconciled_through
    rows = (row for row in dossier.activities if (through is None or row.on > through) and row.on <= as_of)
    return Bookkeeping(
        reconciled=through,
        entered=tuple([Entered(row.on, "、".join(row.kinds)) for row in rows]),
        term=_term(dossier, as_of),
    )


def visits_noted(dossier: Dossier, year: int, as_of: date) -> Iterator[NotedVisit]:
    """The visits noted in the register of a year, up to `as_of`."""
    register = dossier.registers.get(year)
    for note in register.visit_notes if register else ():
        if note.on <= as_of:
            yield NotedVisit(dossier.id, note.host, note.on, note.people)


def _term(dossier: Dossier, as_of: date) -> TermOfOffice | None:
    begun = [row for row in dossier.elections if row.begins_term and row.on <= as_of]
    if not begun:
        return None
    last = begun[-1]
    return TermOfOffice(last.on, approved_end(last), last.requested_on, last.approved_on, last.reported_on)
