"""Items that share a line, （一）…；（二）…, become lines of their own.

The line must begin with a number.  The next numbers of its style count where a sentence ends or a space parts them; a list
below it, 1. …。2. …。, counts where its items are whole sentences.  一是…二是…, ①…；②…, 第（二）项 and a list inside a sentence
(做到：1. …；2. …) are no items.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.documents.outline.labels import bare_of, label_of
from generator.model.clause import Style
from generator.model.text_line import Label, TextLine

_NUMBER_BEGINS = r"(?=[（(〔\d零一二三四五六七八九十百第⒈-⒛⑴-⒇㈠-㈩])"
_BOUNDARY = re.compile(rf"(?<=[。；;！？：:”）)\s]){_NUMBER_BEGINS}")
_LISTS = (Style.ARTICLE, Style.HAN, Style.HAN_BRACKETED, Style.DIGIT, Style.DIGIT_BRACKETED)
_CITED = re.compile(r"\s*(?:[项款条点目、和及至或]|[中所][的列述]|规定)")
_WHOLE = re.compile(r"。|(?:责任|牵头)(?:单位|部门)")
_VISIBLE = re.compile(r"\S")
_COLONS = "：:"
_SECOND = 2
_GAP = 3
_LABEL_LENGTH = 24
"""Characters that are looked at for a label."""

_ITEM_LENGTH = 2000
"""Characters of the first item of a list below the line's own number, at most."""


class _Item(NamedTuple):
    """A number within a line: its place in the line, and its label."""

    at: int
    label: Label


def with_items_apart(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines, with one more for each item that shared one."""
    numbers = {at: found for at, line in enumerate(lines) if (found := list(_numbers(line)))}
    coming = _coming(lines, numbers) if numbers else {}
    for at, line in enumerate(lines):
        items = _Run(line, coming[at]).items(numbers[at]) if at in numbers else []
        yield from _parts(line, items) if items else [line]


def _numbers(line: TextLine) -> Iterator[_Item]:
    """All that may be an item within a line that begins with a number."""
    label = line.label
    if label is None or label.style not in _LISTS or line.heading:
        return
    for found in _BOUNDARY.finditer(line.text, label.body):
        after = label_of(line.text[found.start() : found.start() + _LABEL_LENGTH])
        if after is None or after.style not in _LISTS or after.inserted:
            continue
        if not _CITED.match(line.text, found.start() + after.body):
            yield _Item(found.start(), after)


class _Run:
    """The lists that are open at a place of a line, the outermost first; `coming` are the numbers that begin lines below."""

    def __init__(self, line: TextLine, coming: Mapping[Style, int]) -> None:
        self._text, self._coming = line.text, coming
        self._open = [line.label] if line.label is not None else []
        self._words = self._first_word(line.label.body if line.label is not None else 0)

    def items(self, numbers: Sequence[_Item]) -> list[int]:
        """The places of those numbers that are items."""
        places = []
        for item, second in zip(numbers, _seconds(numbers), strict=True):
            if self._words < item.at and (self._goes_on(item) or self._begins(item, second)):
                places.append(item.at)
                self._words = self._first_word(item.at + item.label.body)
        return places

    def _first_word(self, begin: int) -> int:
        found = _VISIBLE.search(self._text, begin)
        return found.start() if found else len(self._text)

    def _goes_on(self, item: _Item) -> bool:
        """Whether a number is the one due in a list that is open.

        It is not where the same number begins a line below.  第三条… without a space is where 第四条 comes below.
        """
        after, coming = item.label, self._coming.get(item.label.style, 0)
        depth = next((at for at, label in enumerate(self._open) if label.style is after.style), None)
        if depth is None or after.number != self._open[depth].number + 1 or self._text[item.at - 1] in _COLONS:
            return False
        if coming == after.number or not (after.firm or after.number < coming <= after.number + _GAP):
            return False
        self._open[depth:] = [after]
        return True

    def _begins(self, item: _Item, second: int) -> bool:
        """Whether a list of whole sentences begins below the innermost that is open."""
        after = item.label
        if after.number != 1 or second < 0 or self._coming.get(after.style) == _SECOND:
            return False
        if after.style not in _LISTS[_LISTS.index(self._open[-1].style) + 1 :] or not after.firm:
            return False
        if _WHOLE.search(self._text, item.at, min(second, item.at + _ITEM_LENGTH)) is None:
            return False
        self._open.append(after)
        return True


def _seconds(numbers: Sequence[_Item]) -> list[int]:
    """For each number the place of the next 2 of its style, -1 where there is none."""
    ahead: dict[Style, int] = {}
    found = []
    for item in reversed(numbers):
        found.append(ahead.get(item.label.style, -1))
        if item.label.number == _SECOND:
            ahead[item.label.style] = item.at
    return found[::-1]


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


def _coming(lines: Sequence[TextLine], wanted: Container[int]) -> dict[int, Mapping[Style, int]]:
    """For each line that is wanted the next number of every style that begins a line below."""
    ahead: dict[Style, int] = {}
    found: dict[int, Mapping[Style, int]] = {}
    for at in reversed(range(len(lines))):
        if at in wanted:
            found[at] = dict(ahead)
        label = lines[at].label
        if label is not None:
            ahead[label.style] = label.number
    return found
