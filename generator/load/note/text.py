"""Where in a text notes stand: between their first and last lines, whatever a chat program put around and into them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.note_format import CHECK, NOTE_SPACE, STEP_FORMS, NoteFormat, canonical
from generator.model.note_kinds import NOTE_KINDS
from generator.model.record import Source

_STEP = f"[{re.escape(STEP_FORMS)}]"
_TITLES = "|".join(sorted(NOTE_KINDS, key=len, reverse=True))
_HEAD = re.compile(f"【({_TITLES})[^】]*】.*")
_WHOLE_HEAD = re.compile(rf"【(?:{_TITLES}){_STEP}第(\d+)版】(.+){_STEP}(\d{{4}})")
_CHECK = re.compile(rf"{CHECK}.*")
_QUOTED = re.compile(f"^[{NOTE_SPACE}>|│┃▎「『“]+|[{NOTE_SPACE}]+$")
"""What programs put before quoted lines, and space around a line."""

_BREAK = re.compile(r"\r\n|\n|\r")
_KEY = re.compile(f"([^:：{NOTE_SPACE}]+)[{NOTE_SPACE}]*[:：]")


class NoteLine(NamedTuple):
    """A line of a note: what it says in canonical form, as it came, and where it begins, counted from 0."""

    said: str
    raw: str
    number: int
    column: int

    @property
    def path(self) -> str:
        """The keys before the colon, in canonical form; empty where there are none."""
        return self.said.partition(":")[0] if ":" in self.said else ""

    def source(self, path: str) -> Source:
        """Where the line begins, in the file of that path."""
        return Source(path, self.number + 1, self.column + 1)

    @property
    def value_column(self) -> int:
        """Where the value begins, counted from 0; where the line does if it has none."""
        found = _KEY.search(self.raw, self.column)
        rest = self.raw[found.end() :] if found else ""
        value = rest.lstrip()
        return found.end() + len(rest) - len(value) if found and value else self.column

    @property
    def value(self) -> str:
        """What stands after the colon."""
        found = _KEY.search(self.raw, self.column)
        return _QUOTED.sub("", self.raw[found.end() :]) if found else ""


@dataclass
class FoundNote:
    """One note, or what is left of one: `head` and `closing` are None where they are missing."""

    head: NoteLine | None
    lines: list[NoteLine] = field(default_factory=list)
    closing: NoteLine | None = None

    @property
    def kind(self) -> NoteFormat | None:
        """What the first line says it is; None where there is none."""
        found = _HEAD.fullmatch(self.head.said) if self.head else None
        return NOTE_KINDS[found[1]] if found else None

    @property
    def named(self) -> tuple[int, str, int] | None:
        """The version, the branch and the year that the first line names; None where it cannot be read."""
        found = _WHOLE_HEAD.fullmatch(self.head.said) if self.head else None
        return (int(found[1]), found[2], int(found[3])) if found else None


def notes_in(text: str) -> Iterator[FoundNote]:
    """The notes in a text, and the lines before, between and after them as notes without a first line."""
    current = FoundNote(None)
    for number, raw in enumerate(_BREAK.split(text)):
        line = _line(number, raw)
        if not line.said:
            continue
        if _HEAD.fullmatch(line.said):
            yield current
            current = FoundNote(line)
        elif _CHECK.fullmatch(line.said):
            current.closing = line
            yield current
            current = FoundNote(None)
        else:
            current.lines.append(line)
    yield current


def _line(number: int, raw: str) -> NoteLine:
    """A line as it is read; a first line may stand behind the name of who sent it, a last one before a closing bracket."""
    begins = re.search(f"【[{NOTE_SPACE}]*(?:{_TITLES}|{CHECK[1:-1]})", raw)
    column = begins.start() if begins else len(raw) - len(raw[_start(raw) :])
    said = canonical(_QUOTED.sub("", raw[column:]))
    return NoteLine(said.rstrip("」』”") if begins else said, raw, number, column)


def _start(raw: str) -> int:
    found = _QUOTED.match(raw)
    return found.end() if found and found.start() == 0 else 0


def half_width(value: str) -> str:
    """A value without differences of width: for days, times and numbers."""
    return unicodedata.normalize("NFKC", value)
