"""What is searched: pages with their sections, numbered so that a lower number is the better hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from generator.prose.sections import Section

_FOLDERS = {
    "标准": ("standards", "aspects", "checklist", "development"),
    "口径": ("readings",),
    "术语": ("glossary",),
    "任务": ("plan",),
    "空表": ("forms", "note", "visit-note"),
    "样本": ("samples",),
    "观摩": ("showcases", "points", "visits"),
    "支部": ("branches",),
    "党委": ("committees", "honours", "campaigns", "pairings", "projects", "project", "institution", "matrix"),
}
"""The first folder of the addresses of each kind of page, the best hit first."""

_RANKS = {folder: (at, kind) for at, (kind, folder) in enumerate((k, f) for k, fs in _FOLDERS.items() for f in fs)}
_OTHER, _TOOLS = "方法", "工程"
"""Every other page for readers; pages that front matter keeps out of the readers' way."""


class SearchedPage(NamedTuple):
    """A page; `aliases` are words by which it goes beside its title, `tools` says that it is for engineers."""

    path: str
    sections: tuple[Section, ...]
    aliases: Mapping[str, str] = MappingProxyType({})
    tools: bool = False

    @property
    def rank(self) -> tuple[int, str]:
        """Where it stands among hits that are equally good, and its kind."""
        if self.tools:
            return len(_RANKS) + 1, _TOOLS
        return _RANKS.get(self.path.partition("/")[0], (len(_RANKS), _OTHER))

    @property
    def title(self) -> str:
        """The heading of its head."""
        return self.sections[0].heading


class Numbered(NamedTuple):
    """A section of a page, with its number; `at` is its place in the page."""

    id: int
    page: SearchedPage
    at: int

    @property
    def section(self) -> Section:
        """What it says."""
        return self.page.sections[self.at]

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

    @property
    def kinds(self) -> dict[str, int]:
        """The number of the first section of each kind that there is."""
        found: dict[str, int] = {}
        for page, first in zip(self.pages, self.firsts, strict=True):
            found.setdefault(page.rank[1], first)
        return found

    def sections(self) -> Iterator[Numbered]:
        """Every section, in order."""
        for page, first in zip(self.pages, self.firsts, strict=True):
            for at in range(len(page.sections)):
                yield Numbered(first + at, page, at)
