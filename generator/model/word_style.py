"""A style of a Word document, with what it takes from the styles that it is based on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResolvedStyle:
    """What a paragraph or run of this style has, as far as reading needs it; None for what no style states."""

    name: str = ""
    """In lower case, as Word names built-in styles in any language: `heading 1`, `toc 2`; empty without a style."""

    chain: tuple[str, ...] = ()
    """Its id, then those of the styles that it is based on."""

    bold: bool | None = None
    hidden: bool | None = None
    outline: int | None = None
    """Levels from 0; None for body text."""

    number: str | None = None
    """The list (`w:numId`); `0` where numbers are taken away."""

    level: int | None = None
    """As stated in the style (`w:ilvl`)."""
