"""Items that share a line, （一）…；（二）…, become lines of their own.

The line must begin with a number, and the next numbers of the same style must follow where a sentence ends or a space
parts them.  一是…二是…, ①…；②… and 第（二）项 are no items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.documents.outline.labels import bare_of, label_of
from generator.model.clause import Style
from generator.model.text_line import Label, TextLine

_NUMBER_BEGINS = r"(?=[（(〔\d零一二三四五六七八九十百第⒈-⒛⑴-⒇㈠-㈩])"
_BEHIND_SENTENCE = re.compile(rf"(?<=[。；;！？”）)\s]){_NUMBER_BEGINS}")
_IN_RUNS = frozenset({Style.ARTICLE, Style.HAN, Style.HAN_BRACKETED, Style.DIGIT, Style.DIGIT_BRACKETED})
_CITED = re.compile(r"\s*(?:[项款条目点、和及至或]|[中所][的列述]|规定)")
_LABEL_LENGTH = 24
"""Characters that are looked at for a label."""


class _Item(NamedTuple):
    """An item within a line: its place in the line, and its label."""

    at: int
    label: Label


def with_items_apart(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines, with one more for each item that shared one."""
    found = {at: items for at, line in enumerate(lines) if (items := list(_items(line)))}
    coming = _coming(lines) if found else []
    for at, line in enumerate(lines):
        if at in found and _are_items(found[at], coming[at]):
            yield from _parts(line, [item.at for item in found[at]])
        else:
            yield line


def _are_items(items: Sequence[_Item], coming: int) -> bool:
    """Whether numbers in a line are the document's; `coming` is the one that begins a line below.

    They are not where the first of them begins a line below.  第三条… without a space is one where 第四条 comes below.
    """
    if all(item.label.firm for item in items):
        return coming != items[0].label.number
    return coming == items[-1].label.number + 1


def _items(line: TextLine) -> Iterator[_Item]:
    """The items that follow the one with which the line begins."""
    label = line.label
    if label is None or label.style not in _IN_RUNS or line.heading:
        return
    number, begun = label.number, label.body
    for found in _BEHIND_SENTENCE.finditer(line.text, label.body):
        after = label_of(line.text[found.start() : found.start() + _LABEL_LENGTH])
        if after is None or (after.style, after.number) != (label.style, number + 1) or after.inserted:
            continue
        if _CITED.match(line.text, found.start() + after.body) or not line.text[begun : found.start()].strip():
            continue
        yield _Item(found.start(), after)
        number, begun = after.number, found.start() + after.body


def _parts(line: TextLine, places: Sequence[int]) -> Iterator[TextLine]:
    for begin, end in zip([0, *places], [*places, len(line.text)], strict=True):
        words = line.text[begin:end]
        yield replace(
            line,
            start=line.start + begin,
            end=line.end if end == len(line.text) else line.start + end,
            text=words,
            bare=bare_of(words),
            label=label_of(words) if begin else line.label,
        )


def _coming(lines: Sequence[TextLine]) -> list[int]:
    """For each line the number of the next label of its style, 0 where there is none."""
    ahead: dict[Style, int] = {}
    found = []
    for line in reversed(lines):
        found.append(0 if line.label is None else ahead.get(line.label.style, 0))
        if line.label is not None:
            ahead[line.label.style] = line.label.number
    return found[::-1]
