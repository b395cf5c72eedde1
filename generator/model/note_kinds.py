"""The kinds of notes that a page gives and `zhibu import note` reads."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.note_format import NoteFormat
from generator.model.records.activity import Activity
from generator.model.records.visit_note import VisitNote

MEETING_NOTE = NoteFormat("记一次会", Activity)
VISIT_NOTE = NoteFormat("记一次观摩", VisitNote)
NOTE_KINDS: Mapping[str, NoteFormat] = {kind.title: kind for kind in (MEETING_NOTE, VISIT_NOTE)}
"""Every kind by its title."""
