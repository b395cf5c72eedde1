"""How high a paper is, estimated without Word: whether it stands on one page, and how much room its rows may take.

A Chinese character is as wide as its typeface is high, any other half of that.  A line is taken as high as in the tallest
of the common typefaces (Noto: 1.45 of the size; 宋体 1.14), so that what fits here fits in Word and in LibreOffice.
"""

from __future__ import annotations

from math import ceil
from unicodedata import east_asian_width

from generator.model.paper import Paper, PaperCell, PaperSize, PaperTable, PaperText, TextLook

_POINT = 25.4 / 72
_LINE = 1.45
_MARGINS = 2.2
"""Left and right of what stands in a cell, in millimetres."""

HINT_SIZE = 7.5
"""Points of the small print in tables."""


def height_of(paper: Paper) -> float:
    """How high its blocks are together, in millimetres; one page has room for `paper.look.value.room`."""
    size = paper.look.value
    return sum(_block(block, size) for block in paper.blocks)


def fits_one_page(paper: Paper) -> bool:
    """Whether it stands on one page."""
    return height_of(paper) <= paper.look.value.room


def cell_size(size: PaperSize) -> float:
    """Points of what stands in tables."""
    return min(size.body, 10.5)


def _block(block: PaperText | PaperTable, size: PaperSize) -> float:
    if isinstance(block, PaperText):
        return _text(block, size)
    between = HINT_SIZE * _POINT * _LINE
    return between + sum(_row(block, at, size) for at in range(len(block.rows)))


def _text(block: PaperText, size: PaperSize) -> float:
    if block.look is TextLook.TITLE:
        return (_lines(block.text, size.width, size.title) * _LINE + 0.5) * size.title * _POINT
    if block.look is TextLook.NOTE:
        return _lines(block.text, size.width, size.note) * size.note * _POINT * _LINE + 3 * _POINT
    indent = "" if block.look is TextLook.PLAIN else "　　"
    return _lines(indent + block.text, size.width, size.body) * size.line * _POINT


def _row(table: PaperTable, at: int, size: PaperSize) -> float:
    whole = sum(table.widths)
    widths = [part / whole * size.width - _MARGINS for part in table.widths]
    needed = (_cell(cell, width, size) for cell, width in zip(table.rows[at], widths, strict=True))
    return max(table.height(at), *needed)


def _cell(cell: PaperCell, width: float, size: PaperSize) -> float:
    own = cell_size(size)
    hint = _lines(cell.hint, width, HINT_SIZE) * HINT_SIZE if cell.hint else 0
    return (_lines(cell.text, width, own) * own + hint) * _POINT * _LINE


def _lines(text: str, width: float, points: float) -> int:
    """How many lines a text takes; a line that is nearly full may break one character earlier."""
    room = max(1.0, width / (points * _POINT))
    return sum(max(1, ceil(ems(line) / room)) for line in text.split("\n"))


def ems(text: str) -> float:
    """How wide a text is, in Chinese characters."""
    return sum(1.0 if east_asian_width(character) in "WFA" else 0.5 for character in text)
