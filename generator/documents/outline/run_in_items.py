"""Items that share a line, （一）…；（二）…, become lines of their own.

The line must begin with a number, and the next numbers of the same style must follow where a sentence ends or a space
parts them.  一是…二是…, ①…；②… and 第（二）项 are no items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.documents.outline.labels import bare_of, label_of
from generator.model.clause import Style
from generator.model.text_line import Label, TextLine

_NUMBER_BEGINS = r"(?=[（(〔\d零一二三四五六七八九十百第⒈-⒛⑴-⒇㈠-㈩])"
_BEHIND_SENTENCE = re.compile(rf"(?<=[。；;！？”）)\s]){_NUMBER_BEGINS}")
_IN_RUNS = frozenset({Style.ARTICLE, Style.HAN, Style.HAN_BRACKETED, Style.DIGIT, Style.DIGIT_BRACKETED})
_CITED = re.compile(r"\s*(?:[项款条目点、和及至或]|[中所][的列述]|规定)")
_LABEL_LENGTH = 24
"""Characters that are looked at for a label."""


def with_items_apart(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines, with one more for each item that shared one."""
    cuts = {at: places for at, line in enumerate(lines) if (places := list(_places(line)))}
    coming = _coming(lines) if cuts else []
    for at, line in enumerate(lines):
        # Where the number after the first one begins a line below, the numbers in this line are not the document's.
        if at in cuts and line.label is not None and coming[at] != line.label.number + 1:
            yield from _parts(line, cuts[at])
        else:
            yield line


def _places(line: TextLine) -> Iterator[int]:
    """Where in the line the next items begin."""
    label = line.label
    if label is None or label.style not in _IN_RUNS or line.heading or not label.firm:
        return
    number, begun = label.number, label.body
    for found in _BEHIND_SENTENCE.finditer(line.text, label.body):
        after = label_of(line.text[found.start() : found.start() + _LABEL_LENGTH])
        if after is None or not _follows(label, number, after) or not line.text[begun : found.start()].strip():
            continue
        if _CITED.match(line.text, found.start() + after.body):
            continue
        yield found.start()
        number, begun = after.number, found.start() + after.body


def _follows(first: Label, number: int, after: Label) -> bool:
    return after.style is first.style and after.number == number + 1 and after.firm and not after.inserted


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
