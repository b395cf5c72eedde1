"""Pagination of long lists: no page is larger than 300 KB, which a phone on a campus network loads at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.present.kit.urls import part_path, url

MOST_LISTED = 500
"""Committees that a list in a prose page names; a page of its own would be needed for more."""

_T = TypeVar("_T")
_S = TypeVar("_S")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPart(Generic[_T]):
    """One page of a long list: its rows, its number (from 1), and how many pages there are."""

    rows: Sequence[_T]
    number: int
    pages: int

    def of(self, rows: Sequence[_S]) -> ListPart[_S]:
        """The same page, with what is known of its rows."""
        return ListPart(rows=rows, number=self.number, pages=self.pages)

    def path(self, first: str, number: int | None = None) -> str:
        """The URL path of this page, or of page `number`, of a list that begins at `first`: `matrix/`, `matrix/2/` …"""
        return part_path(first, number or self.number)

    def title(self, title: str) -> str:
        """The title, with the number of a page that is not the first: titles are unique in a site."""
        return title if self.number == 1 else f"{title}（第 {self.number} 页）"

    def links(self, first: str) -> list[tuple[str, str]]:
        """The number of every page and the link to it; no link to this one, and nothing at all where it is the only one."""
        if self.pages == 1:
            return []
        here, numbers = self.path(first), range(1, self.pages + 1)
        return [(str(other), "" if other == self.number else url(here, self.path(first, other))) for other in numbers]


def list_parts(rows: Sequence[_T], most: int) -> Iterator[ListPart[_T]]:
    """A list in pages of at most `most` rows; an empty one has a page too."""
    starts = range(0, max(1, len(rows)), most)
    for number, start in enumerate(starts, start=1):
        yield ListPart(rows=rows[start : start + most], number=number, pages=len(starts))
