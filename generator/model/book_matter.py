"""What a book of the handbook has beside its chapters: imprint, parts, lists and indexes.

A label is the URL path of a page of the site, with `#` and an id for a place on it; the chapters of the book carry the same
labels, so that a template can ask on which page one stands.  A label that the book does not hold is left out of its value.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.model.form_sheet import FormSheet


class PartStandard(NamedTuple):
    """A standard by number, name and label."""

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


class ClauseLine(NamedTuple):
    """A clause of the plan, the label of its words, and the standards that rest on it."""

    clause: str
    label: str
    standards: tuple[PartStandard, ...]


class RevisionLine(NamedTuple):
    """修订: the day, what was changed, and in which standards."""

    day: str
    words: str
    standards: tuple[PartStandard, ...]


class ListedForm(NamedTuple):
    """A blank form by its name and label."""

    name: str
    label: str


class IndexTerm(NamedTuple):
    """A term of the index: its reading in Pinyin with tones, by which it is sorted, and what it is divided into."""

    word: str
    reading: str
    below: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """The heading that it stands under in the index."""
        return _plain(self.reading)[0].upper()

    @property
    def order(self) -> tuple[tuple[str, str], ...]:
        """Syllable by syllable: letters, then tone; 党 before 导 before 到."""
        return tuple((_plain(part), _tone(part)) for part in self.reading.split())


class IndexPlace(NamedTuple):
    """Where a term is treated; `main` where a chapter or section is about it."""

    label: str
    main: bool = False


class IndexEntry(NamedTuple):
    """A line of the index; `below` are its divisions."""

    word: str
    letter: str
    places: tuple[IndexPlace, ...]
    below: tuple[tuple[str, tuple[IndexPlace, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BookMatter:
    """The book's parts besides its chapters; what is empty is not set.

    `terms` are what its index is to hold, `index` what of them the chapters treat; those at the paths `unindexed` have no
    say.  `sheets` are the blank forms; they follow the chapter at the path `sheets_after`.
    """

    imprint: tuple[ImprintLine, ...] = ()
    parts: tuple[BookPart, ...] = ()
    clauses: tuple[ClauseLine, ...] = ()
    forms: tuple[ListedForm, ...] = ()
    revisions: tuple[RevisionLine, ...] = ()
    terms: tuple[IndexTerm, ...] = ()
    index: tuple[IndexEntry, ...] = ()
    unindexed: tuple[str, ...] = ()
    sheets: tuple[FormSheet, ...] = ()
    sheets_after: str = ""

    def held(self, labels: Collection[str]) -> BookMatter:
        """The same without what the chapters of the book do not hold."""
        parts = (row._replace(standards=_held(row.standards, labels)) for row in self.parts if row.label in labels)
        clauses = (row._replace(standards=_held(row.standards, labels)) for row in self.clauses if row.label in labels)
        revisions = (row._replace(standards=_held(row.standards, labels)) for row in self.revisions)
        return replace(
            self,
            parts=tuple(parts),
            clauses=tuple(row for row in clauses if row.standards),
            forms=tuple(row for row in self.forms if row.label in labels),
            revisions=tuple(row for row in revisions if row.standards),
        )


NO_MATTER = BookMatter()
"""A book of cover, contents and chapters."""


def _held(standards: tuple[PartStandard, ...], labels: Collection[str]) -> tuple[PartStandard, ...]:
    return tuple(row for row in standards if row.label in labels)


def _plain(reading: str) -> str:
    """Letters without tones; lü stands between lu and luan."""
    letters = unicodedata.normalize("NFD", reading.lower()).replace("u\u0308", "u\x01")
    return "".join(char for char in letters if not unicodedata.combining(char))


def _tone(syllable: str) -> str:
    marks = "\u0304\u0301\u030c\u0300"
    return next((str(marks.index(char)) for char in unicodedata.normalize("NFD", syllable) if char in marks), "4")
