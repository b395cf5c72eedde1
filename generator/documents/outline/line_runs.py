"""Runs of lines without a number: lists whose numbers were lost, and what comes after each line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.text_line import Label, TextLine

_REFERS_BACK = re.compile(r"(?:前[一二两三四五]?[款项]|本[条款])")
_ANNOUNCES = re.compile(r"(?:下列|以下|如下)[^。；]{0,40}[：:]$")
_FIELD = re.compile(r"[^，。；：:]{2,8}[：:]")
_ITEM_LENGTH = 60


class Ahead(NamedTuple):
    """What comes after a line: the next label, and whether a line before it begins with 前款, 前项 or 本条."""

    label: Label | None
    refers_back: bool


def ahead_of(lines: Sequence[TextLine]) -> list[Ahead]:
    """What comes after each line."""
    label, refers, found = None, False, []
    for line in reversed(lines):
        found.append(Ahead(label, refers))
        if line.label is not None:
            label, refers = line.label, False
        elif refers_back(line):
            refers = True
    return found[::-1]


def refers_back(line: TextLine) -> bool:
    """Whether a paragraph begins with 前款, 前项 or 本条: then it is 款 of an article, not text of an item."""
    return _REFERS_BACK.match(line.bare) is not None


def unnumbered_lists(lines: Sequence[TextLine]) -> Iterator[range]:
    """The lines of each list whose numbers were lost: a colon, then lines that end with semicolons.

    下列…： also announces one of short lines that end with full stops, up to 前款…; two lines at least.
    """
    above: int | None = None
    at = 0
    while at < len(lines):
        end = at
        if above is not None and _may_be_item(lines[at]) and lines[above].bare.endswith(("：", ":")):
            end = _end(lines, at, announced=_ANNOUNCES.search(lines[above].bare) is not None)
            found = range(at, end)
            if sum(not lines[each].is_blank for each in found) > 1:
                yield found
        above = above if lines[at].is_blank else at
        at = max(end, at + 1)


def _end(lines: Sequence[TextLine], start: int, *, announced: bool) -> int:
    """Behind the last item: the first that ends with a full stop, unless the list began with one."""
    full_stops = announced and lines[start].closes_paragraph
    at = start
    while at < len(lines) and (lines[at].is_blank or _may_be_item(lines[at])):
        if not lines[at].is_blank and not full_stops and not lines[at].bare.endswith(("；", ";")):
            return at + 1 if lines[at].closes_paragraph and at > start else at
        at += 1
    return at


def _may_be_item(line: TextLine) -> bool:
    words = line.bare
    if line.label is not None or line.is_blank or line.quoted or words.startswith(("|", "（", "(")):
        return False
    return len(words) <= _ITEM_LENGTH and line.closes and not refers_back(line) and _FIELD.match(words) is None
