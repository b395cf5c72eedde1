"""Procedures as pictures: steps below one another on a line, SVG within the page, readable at the width of a phone.

A circle is a step, a diamond a vote; who takes a step and what limits it stand beside it in words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from markupsafe import Markup

_WIDTH, _MIDDLE, _LEFT = 326, 16, 40
"""The whole picture, the line that the steps stand on, and where their words begin."""

_NAME, _NOTE, _GAP = 24, 17, 14
"""Heights of a name, of a line of notes, and of what is left between two steps."""

_LINE, _RADIUS = 22, 13
"""Full-width characters in a line of notes; half the size of a circle."""


class FlowStep(NamedTuple):
    """One step: what it is numbered, its name, who takes it, what limits it, and whether it is decided by a vote."""

    label: str
    name: str
    hand: str = ""
    notes: tuple[str, ...] = ()
    vote: bool = False

    @property
    def told(self) -> str:
        """The step in words."""
        beside = "；".join(filter(None, (self.hand, *self.notes)))
        return f"{self.label} {self.name}" + (f"（{beside}）" if beside else "")


def flow_chart(id: str, title: str, steps: Sequence[FlowStep]) -> Markup:
    """The steps as a picture; its description says the same in words."""
    lines = [list(_lines(step.notes)) for step in steps]
    tops = list(accumulate((_NAME + _NOTE * len(row) + _GAP for row in lines), initial=0))
    told = "；".join(step.told for step in steps)
    head = Markup('<title id="{0}-title">{1}</title><desc id="{0}-desc">{2}</desc>').format(id, title, told)
    opened = Markup('<svg class="zb-flow" viewBox="0 -1 {} {}" role="img" aria-labelledby="{}-title {}-desc">').format(
        _WIDTH, tops[-1], id, id
    )
    joints = (_joint(above, below) for above, below in pairwise(tops[:-1]))
    drawn = (_step(step, row, top) for step, row, top in zip(steps, lines, tops, strict=False))
    return opened + head + Markup("").join((*joints, *drawn)) + Markup("</svg>")


def _joint(above: int, below: int) -> Markup:
    """The line from one step to the next, with its head."""
    start, end = above + 2 * _RADIUS + 1, below
    shape = Markup('<path class="zb-flow-line" d="M{0} {1}V{2}m-3 -5 3 5 3 -5"/>')
    return shape.format(_MIDDLE, start, end)


def _step(step: FlowStep, notes: Iterable[str], top: int) -> Markup:
    base = top + _RADIUS + 5
    words = _words(_LEFT, base, "zb-flow-name", step.name)
    hand = _words(_WIDTH, base, "zb-flow-hand", step.hand) if step.hand else Markup()
    below = (_words(_LEFT, base + _NOTE * at, "zb-flow-note", line) for at, line in enumerate(notes, 1))
    return _mark(step, top) + words + hand + Markup("").join(below)


def _mark(step: FlowStep, top: int) -> Markup:
    middle = top + _RADIUS
    shape = (
        Markup('<path class="zb-flow-vote" d="M{0} {1}l13 13 -13 13 -13 -13z"/>').format(_MIDDLE, top)
        if step.vote
        else Markup('<circle class="zb-flow-step" cx="{}" cy="{}" r="{}"/>').format(_MIDDLE, middle, _RADIUS)
    )
    return shape + _words(_MIDDLE, middle + 4, "zb-flow-number", step.label)


def _words(left: int, base: int, css: str, text: str) -> Markup:
    return Markup('<text class="{}" x="{}" y="{}">{}</text>').format(css, left, base, text)


def _lines(notes: Iterable[str]) -> Iterator[str]:
    """The notes in lines of so many full-width characters; no line begins with a mark that closes."""
    for note in notes:
        line, wide = "", 0.0
        for char in note:
            size = 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55
            if wide + size > _LINE and char not in "，。；、）”":
                yield line
                line, wide = "", 0.0
            line, wide = line + char, wide + size
        yield line
