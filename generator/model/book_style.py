"""How a book is set: paper, type area, line grid and faces.  The type area is counted in characters and lines.

Lengths are in points where they belong to type (`size`, `pitch`), in millimetres where they belong to paper.  What the
style does not say follows: the outer margin from the inner one and the characters, the foot from the head and the lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

_POINTS = 72 / 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class BookStyle:
    """The setting of one form of the book.

    `name` is the form's name on the command line and in addresses, `label` the one readers see.  `paper` is width and
    height.  A line holds `chars` characters of `size`, a page `lines` lines, whose baselines lie `pitch` apart.  `inside`
    is the margin at the spine, `top` the one above the first line.  `body` is the role of the running text's face,
    `small` the size of callouts, `tables` the sizes a table may take, largest first.
    Lines of a table lie `pitch` apart too, or `tight` times their size; then its rows are measured and take whole lines.  `leveled` numbers and faces of
    headings follow GB/T 9704; otherwise headings are told apart by size.  A `mirrored` book has its inner margin at
    the spine on both sides of a sheet, and its parts open on a right-hand page.
    """

    name: str
    label: str
    paper: tuple[float, float]
    size: float
    pitch: float
    chars: int
    lines: int
    inside: float
    top: float
    body: str
    small: float
    tables: tuple[float, ...]
    tight: float | None = None
    leveled: bool = False
    mirrored: bool = True

    @property
    def holds_sheets(self) -> bool:
        """Whether sheets of A4 can be bound into it."""
        return self.paper == _A4

    @property
    def width(self) -> float:
        """The width of the type area in points."""
        return self.chars * self.size

    @property
    def height(self) -> float:
        """The height of the type area in points."""
        return self.lines * self.pitch

    def for_template(self) -> Mapping[str, Any]:
        """The same as the templates read it."""
        return asdict(self)


_A4 = (210.0, 297.0)

_ALL = (
    BookStyle(
        name="book",
        label="书版",
        paper=_A4,
        size=12.0,
        pitch=20.0,
        chars=36,
        lines=34,
        inside=31.0,
        top=29.0,
        body="song",
        small=11.0,
        tables=(10.5, 10.0, 9.0, 8.0, 7.5),
    ),
    BookStyle(
        name="gb9704",
        label="公文版",
        paper=_A4,
        size=156 * _POINTS / 28,
        pitch=225 * _POINTS / 22,
        chars=28,
        lines=22,
        inside=28.0,
        top=37.0,
        body="fang",
        small=14.0,
        tables=(12.0, 10.5, 9.0, 7.5),
        tight=1.4,
        leveled=True,
    ),
    BookStyle(
        name="large",
        label="大字版",
        paper=_A4,
        size=18.0,
        pitch=30.0,
        chars=24,
        lines=23,
        inside=31.0,
        top=28.0,
        body="song",
        small=17.0,
        tables=(16.0, 15.0, 14.0, 12.0, 10.5),
        tight=1.4,
    ),
    BookStyle(
        name="a5",
        label="小开本",
        paper=(148.0, 210.0),
        size=10.5,
        pitch=17.0,
        chars=30,
        lines=29,
        inside=20.0,
        top=19.0,
        body="song",
        small=9.5,
        tables=(9.0, 8.5, 8.0, 7.5, 7.0),
    ),
)

BOOK_STYLES: Mapping[str, BookStyle] = MappingProxyType({style.name: style for style in _ALL})
"""The styles by name, the usual one first."""

BOOK = BOOK_STYLES["book"]
"""The style of the handbook where nothing else is asked for."""
