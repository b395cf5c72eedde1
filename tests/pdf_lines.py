"""Where the letters of a PDF stand: lines by their baselines, and how far down a page is filled."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from generator.model.book_style import BookStyle

POINTS = 72 / 25.4


class Glyph(NamedTuple):
    """A letter: its character, the left and right edge of its ink, the left edge of its room, its size (points)."""

    char: str
    left: float
    right: float
    origin: float
    size: float


@dataclass(frozen=True)
class Line:
    """What stands on one baseline, `down` points below the top of the type area."""

    down: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """Its characters, from left to right."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The size of its largest letter."""
        return max(glyph.size for glyph in self.glyphs)

    @property
    def start(self) -> float:
        """Where its first letter begins: the room of an opening bracket is half taken back."""
        return max(self.glyphs[0].origin, self.glyphs[0].left)

    @property
    def end(self) -> float:
        """Where its last letter ends: the ink of 员 stands out of its own room."""
        return max(min(glyph.right, glyph.origin + glyph.size) for glyph in self.glyphs)


@dataclass(frozen=True)
class SetPage:
    """A page: its label, the left edge and width of its type area, its lines, and the share that is filled (0 to 1)."""

    label: str
    left: float
    width: float
    lines: tuple[Line, ...]
    filled: float


@lru_cache(maxsize=4)
def set_pages(path: Path, style: BookStyle) -> tuple[SetPage, ...]:
    """The pages of a book of this style, without head and foot."""
    book = pypdfium2.PdfDocument(path)
    pages = tuple(_page(book, number, style) for number in range(len(book)))
    book.close()
    return pages


def _page(book: pypdfium2.PdfDocument, number: int, style: BookStyle) -> SetPage:
    page = book[number]
    inner, outer = style.inside * POINTS, style.paper[0] * POINTS - style.inside * POINTS - style.width
    left = inner if number % 2 == 0 or not style.mirrored else outer
    found = tuple(_lines(page.get_textpage(), style))
    return SetPage(str(book.get_page_label(number)), left, style.width, found, _filled(page, style))


def _lines(text: pypdfium2.PdfTextPage, style: BookStyle) -> Iterator[Line]:
    top = (style.paper[1] - style.top) * POINTS
    rows: defaultdict[float, list[Glyph]] = defaultdict(list)
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, index))
        if char.isspace() or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        down = top - y.value
        if 0 < down < style.lines * style.pitch:
            left, _, right, _ = text.get_charbox(index)
            rows[round(down, 1)].append(Glyph(char, left, right, x.value, pdfium.FPDFText_GetFontSize(text, index)))
    for down in sorted(rows):
        yield Line(down, tuple(sorted(rows[down], key=lambda glyph: glyph.origin)))


def _filled(page: pypdfium2.PdfPage, style: BookStyle) -> float:
    """How far down the type area there is ink, text or not."""
    scale = 0.3
    image = page.render(scale=scale).to_pil().convert("L").point(lambda grey: 255 * (grey < 250))
    top, height = style.top * POINTS * scale, style.lines * style.pitch * scale
    box = image.crop((0, int(top), image.width, int(top + height))).getbbox()
    return box[3] / height if box else 0.0
