"""What a branch noted on a visit goes back to that branch alone; every other edition knows where it went, when, with how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.dossier import Dossier
from generator.model.records.register import Register
from generator.model.records.visit_note import VisitNote

_TOLD = frozenset({"source", "on", "host", "people"})
_SENTENCE = 8
"""Characters from which on a text of a note is one that the gate looks for: shorter ones are words that stand anywhere."""


def without_contents(dossier: Dossier) -> Dossier:
    """The dossier for other readers than the branch itself: that there is a note, and nothing that it says."""
    if not any(register.visit_notes for register in dossier.registers.values()):
        return dossier
    registers = {year: _told(register) for year, register in dossier.registers.items()}
    return replace(dossier, registers=registers)


def noted_sentences(dossier: Dossier, shown: Iterable[str]) -> Iterator[str]:
    """The sentences of notes that stand in none of the texts that are `shown` of the branch: what the gate looks for."""
    notes = [note for register in dossier.registers.values() for note in register.visit_notes]
    if notes:
        lawful = "\0".join(shown)
        sentences = (text for note in notes for text in note.sentences if len(text) >= _SENTENCE)
        yield from (text for text in sentences if text not in lawful)


def _told(register: Register) -> Register:
    if not register.visit_notes:
        return register
    return register.model_copy(update={"visit_notes": tuple(map(_head, register.visit_notes))})


def _head(note: VisitNote) -> VisitNote:
    hidden = {name: field.default for name, field in VisitNote.model_fields.items() if name not in _TOLD}
    return note.model_copy(update=hidden)
