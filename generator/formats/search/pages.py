"""What is searched: pages with their sections, numbered so that a lower number is the better hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from generator.formats.search.synonyms import NO_GROUPS, WordGroups
from generator.model.search_kind import SearchKind, search_rank
from generator.output.hashing import digest_of
from generator.prose.sections import PageSection

PIECE = 320
"""Characters of a piece: about 500 bytes when compressed."""

_ROOM = 8
"""A page of several pieces takes a multiple of so many numbers: one that says more seldom moves those of the pages after it."""


class SearchedPage(NamedTuple):
    """A page; `aliases` are words by which its sections go beside their headings, by anchor, `tools` says that it is for engineers.

    `known_as` are such words of its head: a page of a unit has no others, and needs no mapping of its own.
    """

    path: str
    sections: tuple[PageSection, ...]
    aliases: Mapping[str, str] = {}
    tools: bool = False
    known_as: str = ""

    @property
    def rank(self) -> tuple[int, SearchKind]:
        """Where it stands among hits that are equally good, and its kind."""
        return search_rank(self.path, tools=self.tools)

    @property
    def title(self) -> str:
        """The heading of its head."""
        return self.sections[0].heading

    def aliases_of(self, section: PageSection) -> str:
        """The words by which a section goes beside its heading, one a line."""
        given = self.aliases.get(section.anchor, "")
        return "\n".join(filter(None, (self.known_as, given))) if self.known_as and not section.anchor else given


class NumberedPiece(NamedTuple):
    """A piece of a section, with its number; a long section is cut at ends of lines, so that a piece is soon read."""

    id: int
    page: SearchedPage
    section: PageSection
    text: str
    first: bool

    @property
    def said(self) -> tuple[str, str, str]:
        """All that is searched of it: its text, and of the first piece the names of the section."""
        return (self.text, self.section.heading, self.aliases) if self.first else (self.text, "", "")

    @property
    def aliases(self) -> str:
        """The words by which the section goes beside its heading, one a line."""
        return self.page.aliases_of(self.section)


def pieces_of(text: str, most: int = PIECE) -> Iterator[str]:
    """A text in pieces of so many characters at most, if its lines are no longer."""
    piece = ""
    for line in text.split("\n"):
        if piece and len(piece) + len(line) >= most:
            yield piece
            piece = line
        else:
            piece = f"{piece}\n{line}" if piece else line
    yield piece


@dataclass(frozen=True)
class SearchedSite:
    """Every page that is searched, the best hits first, and among equals in the order of the site.

    `units` says whether branches and committees have files of their own (`registers.py`).
    """

    pages: Sequence[SearchedPage]
    words: WordGroups = NO_GROUPS
    units: bool = False

    @classmethod
    def of(cls, pages: Iterable[SearchedPage], words: WordGroups = NO_GROUPS, *, units: bool = False) -> SearchedSite:
        """The pages with a section at least, in order."""
        return cls(sorted((page for page in pages if page.sections), key=lambda page: page.rank[0]), words, units)

    @cached_property
    def by_page(self) -> tuple[tuple[NumberedPiece, ...], ...]:
        """The pieces of every page, in order."""
        found, start = [], 0
        for page in self.pages:
            cut = [(row, text, at == 0) for row in page.sections for at, text in enumerate(pieces_of(row.text))]
            found.append(tuple(NumberedPiece(start + at, page, *piece) for at, piece in enumerate(cut)))
            start += _room(len(cut))
        return tuple(found)

    @cached_property
    def pieces(self) -> tuple[NumberedPiece, ...]:
        """Every piece of every section, in order; their numbers have gaps."""
        return tuple(chain.from_iterable(self.by_page))

    @cached_property
    def by_number(self) -> Mapping[int, NumberedPiece]:
        """The pieces by their numbers."""
        return {piece.id: piece for piece in self.pieces}

    @property
    def size(self) -> int:
        """How many numbers there are, those that are left free among them."""
        return self.by_page[-1][0].id + _room(len(self.by_page[-1])) if self.by_page else 0

    @cached_property
    def sections(self) -> tuple[int, ...]:
        """The number of the first piece of each section; what a page leaves free counts as a section."""
        return tuple(chain.from_iterable(map(_starts, self.by_page)))

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """Which of the sections is the first of each page."""
        return tuple(accumulate((len(_starts(row)) for row in self.by_page[:-1]), initial=0)) if self.pages else ()

    @cached_property
    def characters(self) -> int:
        """How much they say."""
        return sum(len(row.heading) + len(row.text) for page in self.pages for row in page.sections)

    @property
    def numbering(self) -> tuple[object, ...]:
        """The numbers of pages and of groups of words."""
        return tuple((row[0].page.path, row[0].id) for row in self.by_page), self.size, self.words

    @cached_property
    def version(self) -> str:
        """A digest of all that they say."""
        rows = ((page.path, page.aliases_of(part), *part) for page in self.pages for part in page.sections)
        return digest_of("\0".join(row) for row in rows)

    @property
    def kinds(self) -> dict[str, int]:
        """The number of the first section of each kind that there is."""
        found: dict[str, int] = {}
        for row in self.by_page:
            found.setdefault(row[0].page.rank[1].name, row[0].id)
        return found


def _room(pieces: int) -> int:
    """How many numbers a page of so many pieces takes; pages of units, which are thousands, have but one."""
    return -(-pieces // _ROOM) * _ROOM if pieces > 1 else pieces


def _starts(pieces: Sequence[NumberedPiece]) -> list[int]:
    """The number of the first piece of each section of a page, and of what it leaves free."""
    ends = [pieces[-1].id + 1] if len(pieces) < _room(len(pieces)) else []
    return [piece.id for piece in pieces if piece.first] + ends
