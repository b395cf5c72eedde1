"""One printing of the handbook: all of it or a part, in one of the forms that `book_style` declares."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.book_style import BOOK, BOOK_STYLES, BookStyle
from generator.model.role import Role

_POCKET = BOOK_STYLES["a5"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookOrder:
    """What to print: the whole handbook, the standards of the aspect of that number, or those that concern a role.

    `style` is the form that was asked for; None for the usual one: that of the book, and for roles a small page that is
    carried along.
    """

    aspect: int | None = None
    role: Role | None = None
    style: BookStyle | None = None

    @property
    def usual(self) -> BookStyle:
        """The form of such a part where none was asked for."""
        return BOOK if self.role is None else _POCKET

    @property
    def set_in(self) -> BookStyle:
        """The form in which it is printed."""
        return self.style or self.usual

    @property
    def name(self) -> str:
        """Its file name without suffix: `handbook`, `aspect-3`, `role-secretary`, with the form where it is not the usual."""
        part = f"aspect-{self.aspect}" if self.aspect else f"role-{self.role}" if self.role else "handbook"
        return part if self.set_in is self.usual else f"{part}-{self.set_in.name}"


WHOLE = BookOrder()
"""The handbook as it is meant."""

FURTHER_FORMS = tuple(BookOrder(style=style) for style in BOOK_STYLES.values() if style is not BOOK)
"""The whole handbook in its other forms."""
