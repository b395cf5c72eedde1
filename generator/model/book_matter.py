"""What a book of the handbook has beside its chapters: imprint, parts, overviews in front, lists and indexes behind.

A label is the URL path of a page of the site, with `#` and an id for a place on it; the chapters of the book carry the same
labels, so that a template can ask on which page one stands.  A label that the book does not hold is left out of its value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class PartStandard(NamedTuple):
    """A standard as the opening page of its part lists it."""

    id: str
    name: str
    label: str


class BookPart(NamedTuple):
    """A part of the book: an aspect, whose page opens it, with its standards."""

    number: int
    name: str
    label: str
    standards: tuple[PartStandard, ...]


class ImprintLine(NamedTuple):
    """A line of the imprint page: what it is about, and what the records say."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookMatter:
    """The book's parts besides its chapters; what is empty is not set.

    `appendices` are the labels of the chapters after the parts, in their order.
    """

    imprint: tuple[ImprintLine, ...] = ()
    parts: tuple[BookPart, ...] = ()
    appendices: tuple[str, ...] = ()


NO_MATTER = BookMatter()
"""A book of cover, contents and chapters."""
