"""The meetings that took up a note of a visit, and where on the page notes stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.records.activity import Activity
from generator.model.records.register import Register
from generator.model.records.visit_note import VisitNote, takes_up
from generator.model.register_sections import sections_of

_SECTION = "visit-notes"


class NoteTakenUp(NamedTuple):
    """The day of the meeting that took up a note, and a link to the note."""

    on: date
    link: Markup

    def meets(self, row: Activity) -> bool:
        """Whether that activity is such a meeting."""
        return row.on == self.on and takes_up(row.kinds)


def note_anchors(register: Register, year: int) -> Iterator[tuple[str, VisitNote]]:
    """The notes of a register with their anchors on the page."""
    found = (section for section in sections_of(register, str(year)) if section.name == _SECTION)
    return ((anchor, row) for section in found for anchor, row in section.rows if isinstance(row, VisitNote))


def notes_taken_up(register: Register, year: int) -> Iterator[NoteTakenUp]:
    """The notes of a register that a meeting took up."""
    for anchor, row in note_anchors(register, year) if register.visit_notes else ():
        if row.taken_up is not None:
            told = Markup('议观摩记录：<a href="#{}">{}的观摩</a>').format(anchor, words.short_day(row.on))
            yield NoteTakenUp(row.taken_up, told)
