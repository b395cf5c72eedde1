"""What the pages 记一次会 and 记一次观摩 have to say: `python note.py TITLE COUNT` writes, as JSON, notes and what the Python rules
tell of each.

Every note is whole and its fields are sound; across the fields it may break any rule.  Each rule is broken by some.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from generator.load.note.reader import read_notes
from generator.model.note_format import NoteFormat
from generator.model.note_kinds import MEETING_NOTE, NOTE_KINDS, VISIT_NOTE
from generator.validate.record_rules import broken_rules
from tests.load.notes import note_text
from tests.load.random_notes import any_values
from tests.load.random_visits import any_visit

SEED = 20261128
VALUES = {MEETING_NOTE: any_values, VISIT_NOTE: any_visit}
CODES = {
    MEETING_NOTE: ("R103", "R116", "R118", "R119", "R120", "R123", "R124", "R242", "R276", "R277"),
    VISIT_NOTE: ("N201", "N202", "N203", "N204", "N205"),
}
"""The codes of the rules that a row can break; an empty 类型 cannot be written in a note."""


class JudgedNote(NamedTuple):
    """A note, and the code and the words of every problem that the rules find in it."""

    text: str
    told: list[tuple[str, str]]


def main(kind: NoteFormat, count: int) -> None:
    """Write the notes."""
    chooser = random.Random(SEED)  # the same notes in every run
    found = [_note(note_text(VALUES[kind](chooser), kind=kind)) for _ in range(count)]
    met = Counter(code for each in found for code, _ in each.told)
    lacking = [code for code in CODES[kind] if met[code] < count / 100]
    if lacking or met.keys() - set(CODES[kind]):
        sys.exit(f"{dict(met)}: too few or unknown")
    json.dump([each._asdict() for each in found], sys.stdout, ensure_ascii=False)


def _note(text: str) -> JudgedNote:
    made = read_notes([("note.txt", text)])
    if made.problems:
        sys.exit("\n".join(map(str, made.problems)))
    told = [(problem.code, f"{problem.message}。{problem.hint}") for problem in broken_rules(made.notes[0].row)]
    return JudgedNote(text, sorted(told))


if __name__ == "__main__":
    main(NOTE_KINDS[sys.argv[1]], int(sys.argv[2]))
