"""Decides by the numbers before and after whether a line that may begin with a label does: 第五条…, 五一、…, 1001. …, 甲、…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.model.clause import FORMAL_STYLES, Style
from generator.model.text_line import Label, TextLine

_SECOND = 2
_GAP = 3
"""Numbers that may be missing between two articles of a document that writes no space behind 第五条."""


def without_prose_labels(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines; one that only seems to begin with a label has none."""
    if all(line.label is None or line.label.firm for line in lines):
        yield from lines
        return
    coming, course = _coming(lines), _Course()
    for line, after in zip(lines, coming, strict=True):
        if line.label is None:
            yield line
        elif line.label.firm or course.continues_with(line.label, after):
            course.take(line.label)
            yield line
        else:
            yield replace(line, label=None)


@dataclass(frozen=True, slots=True)
class _Coming:
    """The next label of the same style, and the next firm one: their numbers, 0 where there is none."""

    next: int = 0
    firm: int = 0


def _coming(lines: Sequence[TextLine]) -> list[_Coming]:
    ahead: dict[Style, _Coming] = {}
    found = []
    for line in reversed(lines):
        label = line.label
        found.append(_Coming() if label is None else ahead.get(label.style, _Coming()))
        if label is not None:
            firm = label.number if label.firm and not label.inserted else found[-1].firm
            ahead[label.style] = _Coming(label.number, firm)
    return found[::-1]


@dataclass(slots=True)
class _Course:
    """The numbers that were reached: the last label of each style."""

    last: dict[Style, Label] = field(default_factory=dict)

    def take(self, label: Label) -> None:
        """A label that counts.  Sections begin anew in every chapter."""
        self.last[label.style] = label
        if label.style is Style.CHAPTER:
            self.last.pop(Style.SECTION, None)

    def continues_with(self, label: Label, after: _Coming) -> bool:
        """Whether a doubtful label is the number that is due here."""
        last = self.last.get(label.style)
        reached = last.number if last is not None else 0
        if after.firm == label.number:
            return False
        if label.number == reached + 1 and reached:
            return True
        if label.number == 1:
            return self._begins(label, after)
        if label.style not in FORMAL_STYLES:
            return False
        return (label.inserted > 0 and label.number == reached) or self._skips(label, last, after)

    def _begins(self, label: Label, after: _Coming) -> bool:
        """Whether a first number begins a numbering: a second follows, or nothing came before."""
        if after.next == _SECOND or label.style not in FORMAL_STYLES:
            return after.next == _SECOND
        return (
            0 < after.next <= _SECOND + _GAP
            or not self.last
            or (label.style is Style.SECTION and Style.CHAPTER in self.last)
        )

    def _skips(self, label: Label, last: Label | None, after: _Coming) -> bool:
        """Whether numbers are missing before it: the next one follows it, or the whole document is written this way."""
        reached = last.number if last is not None else 0
        if label.number <= reached:
            return False
        if after.next == label.number + 1 and (last is None or not last.firm):
            return True
        return last is not None and not last.firm and label.number <= reached + 1 + _GAP
