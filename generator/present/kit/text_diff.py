"""Two wordings of one sentence side by side: what was taken out of the old one, what was put into the new one."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from markupsafe import Markup, escape

_SHORTEST = 2
"""Fewer equal characters between two changes are shown as changed: single ones that happen to agree only confuse."""

_TAGS = {"del": Markup("<del>{}</del>"), "ins": Markup("<ins>{}</ins>")}


class Wordings(NamedTuple):
    """The old wording with `del`, the new one with `ins` around what differs."""

    before: Markup
    now: Markup


def wordings(before: str, now: str) -> Wordings:
    """What differs between two wordings, character by character."""
    changes = list(_changes(before, now))
    old = (_marked("del", before[first:last], differs) for differs, first, last, _, _ in changes)
    new = (_marked("ins", now[first:last], differs) for differs, _, _, first, last in changes)
    return Wordings(Markup().join(old), Markup().join(new))


def _changes(before: str, now: str) -> Iterator[tuple[bool, int, int, int, int]]:
    """Runs of both wordings in turn: whether they differ, and their beginnings and ends; neighbours that differ are one."""
    start = end = (0, 0)
    for old, new, size in SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks():
        last = (old, new) == (len(before) - size, len(now) - size)
        if size < _SHORTEST and not last:
            continue
        end = (old, new)
        if end != start:
            yield True, start[0], end[0], start[1], end[1]
        if size:
            yield False, old, old + size, new, new + size
        start = (old + size, new + size)


def _marked(tag: str, text: str, differs: bool) -> Markup:
    return _TAGS[tag].format(text) if differs and text else escape(text)
