"""The prose of a showcase, split at its fixed headings (`## 起点` …)."""

from __future__ import annotations

import re
from typing import NamedTuple

STORY_HEADINGS = ("起点", "做法", "步骤与时间", "代价", "结果", "没做成、还在改", "适合谁、不适合谁")
"""The headings of a showcase, in their order."""

REQUIRED_HEADINGS = STORY_HEADINGS[-2:]
"""Those that no showcase may leave out: visitors complain most of seeing only what went well."""

COVER, WAY, GALLERY = "封面", "怎么到", "图集"
"""Where a photo may stand beside the headings and the stations."""

LONGEST_STORY = 1200
"""Characters of prose that are read on a phone in two minutes."""

_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SPACE = re.compile(r"\s+")


class StorySection(NamedTuple):
    """One part of the prose: its heading, empty above the first one; its Markdown; and the line it begins on, from 1."""

    heading: str
    text: str
    line: int


def story_of(prose: str) -> tuple[StorySection, ...]:
    """The parts of the prose in the order in which they are written; what stands above the first heading has none."""
    found = list(_HEADING.finditer(prose))
    starts = [0, *(match.start() for match in found)]
    bodies = [0, *(match.end() for match in found)]
    ends = [*(match.start() for match in found), len(prose)]
    names = ["", *(match[1] for match in found)]
    parts = (
        StorySection(name, prose[body:end].strip(), prose.count("\n", 0, start) + 1)
        for name, start, body, end in zip(names, starts, bodies, ends, strict=True)
    )
    return tuple(part for part in parts if part.heading or part.text)


def story_length(prose: str) -> int:
    """How many characters there are to be read, spaces and headings left out."""
    return sum(len(_SPACE.sub("", part.text)) for part in story_of(prose))
