"""Notes on the numbers of clauses: missing, repeated, or smaller than the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from generator.model.clause import FORMAL_STYLES, Note, NoteKind, Style
from generator.model.numerals import STEMS, han, legal


class Numbered(Protocol):
    """The part of a clause that its number is checked by; `last` are the numbers that its sub-clauses reached."""

    style: Style
    number: int
    inserted: int
    label: str
    id: str
    start: int
    last: dict[Style, int]


class NumberCheck:
    """The numbers that a document has reached, whatever the parent."""

    def __init__(self) -> None:
        self._last: dict[Style, int] = {}
        self._inserted: dict[Style, int] = {}

    def take(self, node: Numbered, parent: Numbered) -> Iterator[Note]:
        """The next clause, and a note if its number is not the one due.  Numbering may run on from the last of the style."""
        before = parent.last.get(node.style, 0)
        runs_on = before == 0 and node.number == self._last.get(node.style, 0) + 1
        if node.style is Style.ARTICLE and node.number != 1:
            before = self._last.get(node.style, 0)
        due = self._inserted.get(node.style, 0) + 1
        parent.last[node.style] = self._last[node.style] = node.number
        self._inserted[node.style] = node.inserted
        if node.inserted and node.number == before:
            yield from _about_inserted(node, due)
        elif node.number > before + 1 and not runs_on:
            yield Note(NoteKind.MISSING, _missing(node, before), node.start)
        elif node.number == before:
            yield Note(NoteKind.REPEATED, f"{node.id}：编号“{node.label}”与上一条重复", node.start)
        elif node.number < before:
            yield Note(NoteKind.BACKWARDS, f"{node.id}：编号“{node.label}”小于上一条的编号", node.start)


def _about_inserted(node: Numbered, due: int) -> Iterator[Note]:
    """Before 第三条之二 comes 第三条之一."""
    if node.inserted > due:
        text = f"{node.id}：“{node.label}”之前缺{_shown(node.style, node.number)}之{han(due)}"
        yield Note(NoteKind.MISSING, text, node.start)
    elif node.inserted < due:
        yield Note(NoteKind.REPEATED, f"{node.id}：编号“{node.label}”与前面的重复", node.start)


def _missing(node: Numbered, before: int) -> str:
    first, last = _shown(node.style, before + 1), _shown(node.style, node.number - 1)
    gap = first if first == last else f"{first}至{last}"
    return f"{node.id}：“{node.label}”之前缺{gap}"


def _shown(style: Style, value: int) -> str:
    if style in FORMAL_STYLES:
        return f"第{han(value)}{style.value}"
    if style is Style.STEM:
        return f"{STEMS[value - 1]}、"
    if style is Style.LEGAL:
        return f"{legal(value)}、"
    return {Style.HAN: f"{han(value)}、", Style.HAN_BRACKETED: f"（{han(value)}）"}.get(style, str(value))
