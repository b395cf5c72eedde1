"""全部标题: every page and its headings by kind, as links: the search for whoever browses without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.page import Page
from generator.model.search_kind import SEARCH_KINDS
from generator.present.kit.page_kind import EVERY_EDITION, Heading, PageKind
from generator.present.kit.pager import MOST_LISTED
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import FINDER, SEARCH, root, url

_TITLE = "检索"


class ListedPage(NamedTuple):
    """A page: its title, its file, and its headings with the fragments of their addresses."""

    title: str
    file: str
    headings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContents:
    """What there is to find: the pages by the name of their kind, in order."""

    site: Site
    kinds: Mapping[str, Sequence[ListedPage]]


def _pages(contents: SearchContents) -> Iterator[Page]:
    groups = [(kind, contents.kinds.get(kind.name, ())) for kind in SEARCH_KINDS]
    body = render(
        "prose_pages/contents",
        title=_TITLE,
        edition=contents.site.edition,
        root=root(SEARCH),
        finder=url(SEARCH, FINDER),
        committees=tuple(_searched(contents.site)),
        groups=[(kind, pages[:MOST_LISTED], len(pages)) for kind, pages in groups],
    )
    yield Page(path=SEARCH, kind="search", title=_TITLE, body=body)


def _searched(site: Site) -> Iterator[tuple[str, str]]:
    """The committees whose registers this edition shows, by id and name."""
    if site.has_committees and site.judged:
        yield from ((entry.id, entry.committee.name) for entry in site.index.committees)


PAGES = (
    PageKind(
        name="search",
        about="手册、方案、支部、观摩等各页的标题和小标题，按种类列出，点了就到",
        subject=SearchContents,
        paths=(SEARCH,),
        editions=EVERY_EDITION,
        tab="",
        headings=tuple(Heading(2, kind.slug, kind.name) for kind in SEARCH_KINDS),
        make=_pages,
    ),
)
