"""Charts drawn when the site is built: SVG within the page, in the page's own colours; a table beside it says the same.

Widths are those of a phone; wider screens draw the same picture larger, up to a limit of the style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

_WIDTH = 340
_ROW, _BAR = 22, 14
_TRACK = 190
"""How long the longest bar is."""

_BESIDE = 4
_LABEL = 46
"""Labels of so many characters stand beside their bars, which begin there; longer ones above them."""

_HIGH, _HEAD, _FOOT = 120, 20, 22
"""Columns: their height, and what stands above and below them."""


class Share(NamedTuple):
    """Of how many things, counted in `unit`, how many are so; nothing is drawn where `of` is 0, and `note` says why."""

    label: str
    part: int
    of: int
    unit: str
    note: str = ""

    @property
    def told(self) -> str:
        """The numbers in words."""
        return self.note or f"{self.of} {self.unit}中 {self.part}"


def bars(id: str, title: str, told: str, rows: Sequence[Share]) -> Markup:
    """A bar for each row, one below the other: its filled part is the share, whatever the number."""
    beside = all(len(row.label) <= _BESIDE for row in rows)
    high = _ROW if beside else 2 * _ROW
    drawn = Markup("").join(
        (_bar(row, at * high, _LABEL) if beside else _bar_below(row, at * high)) for at, row in enumerate(rows)
    )
    return _chart(id, title, told, len(rows) * high, drawn)


def columns(id: str, title: str, told: str, rows: Sequence[Share]) -> Markup:
    """A column for each row, from left to right: what comes one after another in time."""
    wide = _WIDTH // max(1, len(rows))
    drawn = Markup("").join(_column(row, at * wide, wide) for at, row in enumerate(rows))
    return _chart(id, title, told, _HEAD + _HIGH + _FOOT, drawn)


def _chart(id: str, title: str, told: str, high: int, drawn: Markup) -> Markup:
    head = Markup('<title id="{0}-title">{1}</title><desc id="{0}-desc">{2}</desc>').format(id, title, told)
    opened = Markup('<svg class="zb-chart" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-title {}-desc">').format(
        _WIDTH, high, id, id
    )
    return opened + head + drawn + Markup("</svg>")


def _bar(row: Share, top: int, left: int) -> Markup:
    return _text(left - 6, top + 15, row.label, "end") + _drawn(row, top, left)


def _bar_below(row: Share, top: int) -> Markup:
    return _text(0, top + 15, row.label, "start") + _drawn(row, top + _ROW - 4, 0)


def _drawn(row: Share, top: int, left: int) -> Markup:
    if not row.of:
        return _text(left, top + 15, row.told, "start")
    track = _rect("zb-track", left, top + 4, _TRACK, _BAR)
    filled = _rect("zb-fill", left, top + 4, round(_TRACK * row.part / row.of), _BAR)
    return track + filled + _text(left + _TRACK + 6, top + 15, row.told, "start")


def _column(row: Share, left: int, wide: int) -> Markup:
    middle = left + wide // 2
    label = _text(middle, _HEAD + _HIGH + 16, row.label, "middle")
    told = _text(middle, 14, row.told, "middle")
    if not row.of:
        return label + told
    high, side = round(_HIGH * row.part / row.of), middle - wide // 4
    track = _rect("zb-track", side, _HEAD, wide // 2, _HIGH)
    return label + told + track + _rect("zb-fill", side, _HEAD + _HIGH - high, wide // 2, high)


def _rect(css: str, left: int, top: int, wide: int, high: int) -> Markup:
    shape = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>')
    return shape.format(css, left, top, wide, high)


def _text(left: int, base: int, text: str, anchor: str) -> Markup:
    return Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(left, base, anchor, text)
