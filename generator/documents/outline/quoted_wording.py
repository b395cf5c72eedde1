"""Wording that a document quotes over several lines, as amendments do: its numbers are not the document's.

    将第二条修改为：
    “第二条 党费可以用于下列项目：
    （一）培训党员；
    （二）订阅资料。”

Each quoted paragraph may begin with a mark of its own, only the last then has the mark that closes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model.clause import Note, NoteKind, Style
from generator.model.text_line import TextLine

_MARK = re.compile(r"[“”「」『』\"]")
_BEFORE = re.compile(r"(?:[：:]|[改订定]为)\s{0,4}$")
_AMENDS = re.compile(r"(?:为|[编章节条款项目句段])\s{0,4}[：:]?\s{0,4}$")
"""How an amendment introduces its wording: 修改为：, 增加一款，作为第三款：."""

_BEHIND = re.compile(r"[”」』\"）)*]{0,4}\s{0,4}(?:$|[，。；、,.;（(])")
_OPENS = {"”": "“", "」": "「", "』": "『"}
_STOPS = tuple("。；！？;")
_LONGEST = 200
"""Lines of quoted wording at most: a new chapter has fewer, and a mark that was left open must not swallow the file."""

_USUAL = 30
"""Lines of new wording that are taken as they stand, whatever their numbers."""


class _Mark(NamedTuple):
    """A mark that opens: its line, the visible line above, and how it stands: first of its line, behind a colon."""

    at: int
    above: int
    first: bool
    introduced: bool
    amends: bool
    start: int

    @property
    def leads(self) -> bool:
        """Whether quoted wording of several lines may begin here."""
        return self.first or self.introduced


class _Block(NamedTuple):
    """Lines of quoted wording; the line before `first` may hold the mark that opens it.  `amends`: 修改为 stands before."""

    first: int
    last: int
    amends: bool


def without_quoted_labels(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[Note]]:
    """The lines, those of quoted wording without labels, and a note where quoted wording has no end."""
    scan = _Scan()
    for at, line in enumerate(lines):
        if not line.is_blank:
            scan.take(at, line)
    quoted: set[int] = set()
    places = _places(lines) if scan.blocks else {}
    for block in scan.blocks:
        if not _is_the_documents(lines, places, block):
            quoted.update(range(block.first, block.last + 1))
    read = [replace(line, label=None, quoted=True) if at in quoted else line for at, line in enumerate(lines)]
    return read, list(scan.unclosed())


class _Scan:
    """Pairs marks; a mark without its pair stays where it is and hides no other."""

    def __init__(self) -> None:
        self._open: defaultdict[str, list[_Mark]] = defaultdict(list)
        self._above = -1
        self._words = ""
        self.blocks: list[_Block] = []

    def take(self, at: int, line: TextLine) -> None:
        """The next visible line."""
        marks = list(_MARK.finditer(line.text))
        straight = [found for found in marks if found[0] == '"']
        # Straight marks look the same at both ends: those of one line are pairs, and of an odd number one is left.
        for found in marks if len(straight) % 2 == 0 else [each for each in marks if each[0] != '"']:
            if found[0] != '"':
                self._take_curved(at, line, found)
        if len(straight) % 2:
            self._take_straight(at, line, straight)
        self._above, self._words = at, line.bare[-8:]

    def unclosed(self) -> Iterator[Note]:
        """A note on each introduction (修改为：“) whose wording does not end."""
        for marks in self._open.values():
            for mark in marks:
                if mark.introduced or (mark.first and mark.amends):
                    yield Note(NoteKind.UNCLOSED, "这里的引号没有闭合，其后的编号照常读作条款，请对照原文", mark.start)

    def _take_curved(self, at: int, line: TextLine, found: re.Match[str]) -> None:
        opens = _OPENS.get(found[0])
        if opens is not None:
            self._close(at, opens, line, found.end())
        elif self._is_mistyped(line, found):
            self._close(at, found[0], line, found.end())
        else:
            self._open[found[0]].append(self._mark(at, line, found))

    def _take_straight(self, at: int, line: TextLine, straight: Sequence[re.Match[str]]) -> None:
        if self._open['"'] and _BEHIND.match(line.text, straight[-1].end()):
            self._close(at, '"', line, straight[-1].end())
            return
        leading = [mark for mark in (self._mark(at, line, found) for found in straight) if mark.leads]
        self._open['"'] += leading[-1:]

    def _is_mistyped(self, line: TextLine, found: re.Match[str]) -> bool:
        """Whether a “ stands where a ” should: behind a full stop, at the end of a line."""
        before = line.text[: found.start()] if found.start() < 4 else line.text[found.start() - 4 : found.start()]
        opened = self._open[found[0]]
        return bool(opened) and before.endswith(_STOPS) and not line.text[found.end() :].strip()

    def _mark(self, at: int, line: TextLine, found: re.Match[str]) -> _Mark:
        first = line.text.find(line.bare[0]) == found.start()
        before = line.text[max(0, found.start() - 8) : found.start()]
        introduced = _BEFORE.search(before) is not None
        amends = _AMENDS.search(self._words if first else before) is not None
        return _Mark(at, self._above, first, introduced, amends, line.start + found.start())

    def _close(self, at: int, opens: str, line: TextLine, end: int) -> None:
        marks = self._open[opens]
        if not marks:
            return
        mark = marks.pop()
        if not mark.leads or not _BEHIND.match(line.text, end):
            return
        while mark.first and marks and marks[-1].leads and marks[-1].at == mark.above:
            mark = marks.pop()
        if mark.at < at:
            self.blocks.append(_Block(mark.at if mark.first else mark.at + 1, at, mark.amends))


def _places(lines: Sequence[TextLine]) -> Mapping[Style, list[int]]:
    """Where each style of label stands."""
    places: defaultdict[Style, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.label is not None and line.is_numbered:
            places[line.label.style].append(at)
    return places


def _is_the_documents(lines: Sequence[TextLine], places: Mapping[Style, list[int]], block: _Block) -> bool:
    """Whether the numbers between two marks go on from those before: then a mark is missing in between."""
    if block.last - block.first >= _LONGEST:
        return True
    if block.amends and block.last - block.first < _USUAL:
        return False
    seen: set[Style] = set()
    for line in lines[block.first : block.last + 1]:
        if line.label is None or not line.is_numbered or line.label.style in seen:
            continue
        seen.add(line.label.style)
        before, after = _around(lines, places[line.label.style], block)
        if before and line.label.number == before + 1 and line.label.number != after:
            return True
    return False


def _around(lines: Sequence[TextLine], places: Sequence[int], block: _Block) -> tuple[int, int]:
    """The numbers of one style before and after a block, 0 where there is none."""
    before, after = bisect_right(places, block.first - 1), bisect_right(places, block.last)
    return (
        _number(lines, places[before - 1]) if before else 0,
        _number(lines, places[after]) if after < len(places) else 0,
    )


def _number(lines: Sequence[TextLine], at: int) -> int:
    label = lines[at].label
    return label.number if label is not None else 0
