"""A phase (阶段) as it is drafted, and its name."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.documents.drafts.draft_text import first_line
from generator.model.clause import Clause
from generator.model.clause_facts import DayOfYear, Deadline, UnitMention

ORDINAL = "第[一二三四五六七八九十\\d]{1,2}阶段"
"""Pattern of a phase's number."""

_COUNTED = re.compile(rf"{ORDINAL}(?:[（(][^（）()\n]*[）)])?[：:、，,\s]*")
_AROUND = " \t\u3000，、,-—）)：:"
_NAME_ENDS = re.compile(r"[（(【。：:\n]")


class DraftedPhase(NamedTuple):
    """A phase: its clause, its name, its days as far as they are written, and the clauses that are its tasks.

    `clause` is an id in the file, or the name of an attachment that is all table; `units` are those that its own words
    name, where it has no tasks.
    """

    clause: str
    name: str
    since: DayOfYear | None
    until: DayOfYear | None
    tasks: tuple[Clause, ...]
    units: tuple[UnitMention, ...] = ()


def undated_name(clause: Clause, window: Deadline | None) -> str:
    """The name without its time, without 第一阶段 before it and 阶段 behind it."""
    words = first_line(clause)
    before, _, after = _COUNTED.sub("", words, count=1).partition(window.text if window else "\n")
    names = (_NAME_ENDS.split(part.strip(_AROUND), maxsplit=1)[0].strip(_AROUND) for part in (before, after))
    name = next((name for name in names if name), "")
    return name.removesuffix("阶段").rstrip("，、") or _NAME_ENDS.split(words, maxsplit=1)[0].strip()
