"""Ids of clauses, as documents cite them (三（二）3), and anchors, the same in ASCII (c-3-2-3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from generator.model.clause import Style
from generator.model.number_formats import circled
from generator.model.numerals import STEMS, han, legal

_ID_LENGTH = 20
_ROOTED = {
    Style.PART: "pt",
    Style.VOLUME: "v",
    Style.CHAPTER: "ch",
    Style.SECTION: "s",
    Style.ARTICLE: "a",
    Style.PARAGRAPH: "p",
}
_LETTERS = {**_ROOTED, Style.ROW: "r"}
_COUNTED = {Style.WORD: "w", Style.HEADING: "h"}


class Named(Protocol):
    """The part of a clause that its id is made of."""

    style: Style
    number: int
    inserted: int
    label: str
    id: str
    anchor: str


class ClauseNames:
    """Assigns ids and anchors to one document's clauses, all of them unique."""

    def __init__(self, prefix: tuple[str, str]) -> None:
        """`prefix` distinguishes documents of one file: 附件1· and att-1-."""
        self._id, self._anchor = prefix
        self._ids: dict[str, int] = {}
        self._anchors: dict[str, int] = {}
        self._words: dict[tuple[str, str], int] = {}

    def of(self, node: Named, parent: Named) -> tuple[str, str]:
        """The id and anchor of a clause under `parent`."""
        id = self._single(node, parent)
        return _unique(id, self._ids, "〔{}〕"), _unique(self._anchor_of(node, parent), self._anchors, "-r{}")

    def _single(self, node: Named, parent: Named) -> str:
        """Articles and chapters are cited without their parents, unless the number was used before."""
        alone = self._id + segment(node)
        if node.style in {Style.ARTICLE, Style.CHAPTER} and alone not in self._ids:
            return alone
        return parent.id + segment(node) if parent.id else alone

    def _anchor_of(self, node: Named, parent: Named) -> str:
        if node.style in _COUNTED:
            return self._counted(_COUNTED[node.style], parent)
        letter = _LETTERS.get(node.style)
        if letter is None:
            return f"{parent.anchor}-{node.number}" if parent.anchor else f"{self._anchor}c-{node.number}"
        own = f"{letter}-{node.number}" + (f"-i-{node.inserted}" if node.inserted else "")
        alone = self._anchor + own
        if node.style in {Style.ARTICLE, Style.CHAPTER} and alone not in self._anchors:
            return alone
        return f"{parent.anchor}-{own}" if parent.anchor else alone

    def _counted(self, letter: str, parent: Named) -> str:
        """Clauses without a number are numbered by kind and parent."""
        count = self._words[parent.anchor, letter] = self._words.get((parent.anchor, letter), 0) + 1
        return f"{parent.anchor}-{letter}-{count}" if parent.anchor else f"{self._anchor}{letter}-{count}"


def segment(node: Named) -> str:
    """A clause's own part of the id, normalized: （1）, (1) and ⑴ are the same."""
    if node.style in _ROOTED:
        inserted = f"之{han(node.inserted)}" if node.inserted else ""
        return f"第{han(node.number)}{node.style.value}{inserted}"
    if node.style in _COUNTED:
        return node.label.rstrip("：:")[:_ID_LENGTH]
    return _WRITTEN.get(node.style, _in_brackets)(node.number)


def _in_brackets(number: int) -> str:
    return f"（{number}）"


_WRITTEN: dict[Style, Callable[[int], str]] = {
    Style.HAN: han,
    Style.HAN_BRACKETED: lambda number: f"（{han(number)}）",
    Style.DIGIT: str,
    Style.LEGAL: legal,
    Style.STEM: lambda number: STEMS[number - 1],
    Style.CIRCLED: circled,
    Style.ROW: lambda number: f"行{number}",
}


def _unique(name: str, used: dict[str, int], mark: str) -> str:
    """The name, with a counter appended where it is taken."""
    count = used.get(name, 0) + 1
    used[name] = count
    return name if count == 1 else _unique(name + mark.format(count), used, mark)
