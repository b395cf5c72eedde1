"""Writes notes as their pages do, for tests of what reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.note_format import CHECK, LIST, STEP, NoteFormat, canonical, check_of_all, check_of_line
from generator.model.note_kinds import MEETING_NOTE
from generator.model.record import Record
from generator.model.records.activity import Activity
from generator.model.shape import shape_of


def note_text(
    values: Mapping[str, Any], branch: str = "xx-js1", year: int = 2019, kind: NoteFormat = MEETING_NOTE
) -> str:
    """The note of a row, given the mapping that a register holds of it."""
    return sealed([kind.head_line(branch, year), *note_lines(values, kind.record)])


def sealed(lines: list[str]) -> str:
    """The lines of a note with the one that checks them."""
    return "".join(f"{line}\n" for line in (*lines, check_line(lines)))


def note_lines(values: Mapping[str, Any], kind: type[Record] = Activity, path: str = "") -> Iterator[str]:
    """The lines of a note between its first and its last one."""
    for shape in shape_of(kind):
        value = values.get(shape.label)
        key = f"{path}{shape.label}"
        if value in (None, "", [], {}):
            continue
        if shape.record is None:
            yield f"{key}：{LIST.join(value) if isinstance(value, list) else value}"
        elif shape.many:
            for number, row in enumerate(value, 1):
                yield from note_lines(row, shape.record, f"{key}{number}{STEP}")
        else:
            yield from note_lines(value, shape.record, f"{key}{STEP}")


def check_line(lines: Iterable[str]) -> str:
    """The last line of a note, given all lines before it."""
    said = tuple(map(canonical, lines))
    return f"{CHECK}{len(said)}行{STEP}{check_of_all(said)}{STEP}{''.join(map(check_of_line, said))}"
