"""Papers (文书): what is printed, completed by hand or signed, as blocks of text and tables.  They know nothing of Word.

Lengths are in millimetres on A4, widths of columns in parts of the text's width.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple


class TextLook(Enum):
    """What a paragraph is.  BODY begins two characters in, PLAIN does not; RIGHT is for signatures, NOTE for small print."""

    NOTE = "note"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    PLAIN = "plain"
    RIGHT = "right"


class PaperText(NamedTuple):
    """A paragraph; a line feed in it is a new line."""

    text: str
    look: TextLook = TextLook.BODY


class PaperCell(NamedTuple):
    """A cell of a table; `hint` stands below its text in small print."""

    text: str = ""
    hint: str = ""


class PaperTable(NamedTuple):
    """A table with borders.  The first `heads` rows say what the columns are; `named` tables have names of rows in front.

    `height` is the least height of a row, given once for all rows or for each.
    """

    rows: tuple[tuple[PaperCell, ...], ...]
    widths: tuple[float, ...]
    heads: int = 0
    named: bool = False
    heights: tuple[float, ...] = (8.0,)

    def height(self, row: int) -> float:
        """The least height of a row."""
        return self.heights[row] if row < len(self.heights) else self.heights[-1]


PaperBlock = PaperText | PaperTable


class PaperSize(NamedTuple):
    """The margins in millimetres, and the sizes of body, title and note in points."""

    top: float
    bottom: float
    left: float
    right: float
    body: float
    title: float
    note: float
    line: float

    @property
    def width(self) -> float:
        """How wide the text is."""
        return 210 - self.left - self.right

    @property
    def room(self) -> float:
        """How high the text may be on one page."""
        return 297 - self.top - self.bottom


class PaperLook(Enum):
    """How a paper is set: like an official document (GB/T 9704-2012: 3 号, 22 lines of 28 characters), or as a sheet to fill in."""

    LETTER = PaperSize(top=37, bottom=35, left=28, right=26, body=16, title=22, note=12, line=28)
    SHEET = PaperSize(top=16, bottom=14, left=20, right=18, body=10.5, title=16, note=9, line=18)

    @property
    def numbered(self) -> bool:
        """Whether its pages bear numbers; a sheet to fill in is one page."""
        return self is PaperLook.LETTER


class Paper(NamedTuple):
    """A paper with its title, by which it is known in a list of documents."""

    title: str
    blocks: tuple[PaperBlock, ...]
    look: PaperLook = PaperLook.LETTER


def cells(*texts: str) -> tuple[PaperCell, ...]:
    """A row of plain cells."""
    return tuple(map(PaperCell, texts))


def headed_table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float], heights: tuple[float, ...] = (8.0,)
) -> PaperTable:
    """A table of plain cells whose first row says what the columns are."""
    return PaperTable((cells(*heads), *(cells(*row) for row in rows)), tuple(widths), heads=1, heights=heights)


def facts(rows: Sequence[tuple[str, str]], height: float = 8.0) -> PaperTable:
    """A table of names and what is said of each."""
    return PaperTable(tuple(cells(*row) for row in rows), (1, 4), named=True, heights=(height,))
