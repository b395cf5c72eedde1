"""主送机关: to whom a document goes (GB/T 9704-2012, 7.3.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.documents.outline.line_kinds import is_organisation
from generator.model.text_line import TextLine

_ADDRESSEE = re.compile(r"(?!.*(?:如下|以下|下列|是[：:]|为[：:]|包括[：:]|要求[：:]))[^。；;]{2,400}[：:]$")
_ADDRESSED = re.compile(
    r"(?:各|全|校|院|本|机关|党委|直属|有关|相关|附属).{0,200}(?:党委|党总支|总支|支部|部门|单位|学院|院系|处|部|中心|室|系|馆|所|同志|师生|党员|党组织|委员会)(?:[（(][^（）()]{1,30}[）)])?[：:]$"
)
_SENT_TO = re.compile(r"主\s{0,4}送\s?(?:机关|单位)?\s?[：:]\s*")
_LINES, _SEARCHED = 6, 24
"""Lines of an addressee, and of a preamble above it, at most."""


class Addressee(NamedTuple):
    """The lines that name the addressee, and the words without the colon."""

    places: Sequence[int]
    words: str


def addressee_of(lines: Sequence[TextLine], start: int, *, certain: bool) -> Addressee | None:
    """The addressee at `start`, or below the preamble that begins there.

    Where the place is not `certain`, as in a form or without a title, only names of organisations are one.
    """
    places = _ending_with_colon(lines, start)
    words = _SENT_TO.sub("", "".join(lines[at].bare for at in places), count=1)
    if places and (certain or _ADDRESSED.match(words)):
        return Addressee(places, words.rstrip("：:"))
    for at in range(start, min(start + _SEARCHED, len(lines))):
        if lines[at].label is not None:
            return None
        if _ADDRESSED.match(lines[at].bare) and _ADDRESSEE.match(lines[at].bare):
            above = _running_into(lines, start, at)
            return Addressee([*above, at], "".join(lines[each].bare for each in [*above, at]).rstrip("：:"))
    return None


def _running_into(lines: Sequence[TextLine], start: int, end: int) -> Sequence[int]:
    """The lines right above the last of an addressee that belong to it."""
    at = end
    while (
        at - 1 >= max(start, end - _LINES)
        and lines[at - 1].bare.endswith(("，", "、", ","))
        and not lines[at - 1].label
    ):
        at -= 1
    return range(at, end)


def _ending_with_colon(lines: Sequence[TextLine], start: int) -> Sequence[int]:
    """The lines from `start` up to the colon; all but the last end with a comma or are names."""
    places: list[int] = []
    for at in range(start, min(start + 2 * _LINES, len(lines))):
        line = lines[at]
        if line.is_blank:
            continue
        if line.is_numbered or len(places) == _LINES:
            return ()
        places.append(at)
        if line.bare.endswith(("：", ":")) or _SENT_TO.match(line.bare):
            joined = "".join(lines[each].bare for each in places)
            return places if _ADDRESSEE.match(joined.rstrip("：:") + "：") else ()
        if not line.bare.endswith(("，", "、", ",")) and not is_organisation(line):
            return ()
    return ()
