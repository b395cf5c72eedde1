"""Which pages are kept as golden files: the first of each kind, and those that show a state of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model.page import Page
from generator.present.kit.registry import pages_about
from generator.present.kit.site import Site
from generator.present.prose_pages.contents import ListedPage, SearchContents


def golden_pages(pages: Iterable[Page], states: Mapping[str, str]) -> Iterator[tuple[str, Page]]:
    """Each page with the name of its file; `states` names further ones by their paths."""
    kinds: set[str] = set()
    for page in pages:
        if page.kind not in kinds:
            kinds.add(page.kind)
            yield page.kind, page
        if page.path in states:
            yield states[page.path], page


def contents_pages(site: Site) -> Iterator[Page]:
    """The page of all titles where there is a standard with two headings, and a branch."""
    standard = ListedPage("3.1 支部党员大会", "standards/3-1/index.html", (("要求", "requirement"), ("事前", "before")))
    kinds = {"标准": [standard], "支部": [ListedPage("计算机党支部", "branches/cs-1/index.html", ())]}
    return pages_about(SearchContents(site=site, kinds=kinds), site.audience)
