"""What is searched: pages with their sections, numbered so that a lower number is the better hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from generator.model.search_kind import SearchKind, search_rank
from generator.output.hashing import digest
from generator.prose.sections import PageSection


class SearchedPage(NamedTuple):
    """A page; `aliases` are words by which its sections go beside their headings, by anchor, `tools` says that it is for engineers."""

    path: str
    sections: tuple[PageSection, ...]
    aliases: Mapping[str, str] = MappingProxyType({})
    tools: bool = False

    @property
    def rank(self) -> tuple[int, SearchKind]:
        """Where it stands among hits that are equally good, and its kind."""
        return search_rank(self.path, tools=self.tools)

    @property
    def title(self) -> str:
        """The heading of its head."""
        return self.sections[0].heading


class NumberedSection(NamedTuple):
    """A section of a page, with its number; `at` is its place in the page."""

    id: int
    page: SearchedPage
    at: int

    @property
    def section(self) -> PageSection:
        """What it says."""
        return self.page.sections[self.at]

    @property
    def said(self) -> tuple[PageSection, str]:
        """All that is searched of it."""
        return self.section, self.aliases

    @property
    def aliases(self) -> str:
        """The words by which it goes beside its heading, one a line."""
        return self.page.aliases.get(self.section.anchor, "")


@dataclass(frozen=True)
class SearchedSite:
    """Every page that is searched, the best hits first, and among equals in the order of the site."""

    pages: Sequence[SearchedPage]

    @classmethod
    def of(cls, pages: Iterable[SearchedPage]) -> SearchedSite:
        """The pages with a section at least, in order."""
        return cls(sorted((page for page in pages if page.sections), key=lambda page: page.rank[0]))

    @cached_property
    def firsts(self) -> tuple[int, ...]:
        """The number of the head of each page."""
        found, id = [], 0
        for page in self.pages:
            found.append(id)
            id += len(page.sections)
        return tuple(found)

    @cached_property
    def size(self) -> int:
        """How many sections there are."""
        return sum(len(page.sections) for page in self.pages)

    @cached_property
    def characters(self) -> int:
        """How much they say."""
        return sum(len(row.heading) + len(row.text) for page in self.pages for row in page.sections)

    @cached_property
    def numbering(self) -> tuple[tuple[str, int], ...]:
        """What the numbers of sections rest on."""
        return tuple((page.path, len(page.sections)) for page in self.pages)

    @cached_property
    def version(self) -> str:
        """A digest of all that they say."""
        rows = ((page.path, page.aliases.get(part.anchor, ""), *part) for page in self.pages for part in page.sections)
        return digest(*("\0".join(row) for row in rows))

    @property
    def kinds(self) -> dict[str, int]:
        """The number of the first section of each kind that there is."""
        found: dict[str, int] = {}
        for page, first in zip(self.pages, self.firsts, strict=True):
            found.setdefault(page.rank[1].name, first)
        return found

    def sections(self) -> Iterator[NumberedSection]:
        """Every section, in order."""
        for page, first in zip(self.pages, self.firsts, strict=True):
            for at in range(len(page.sections)):
                yield NumberedSection(first + at, page, at)
