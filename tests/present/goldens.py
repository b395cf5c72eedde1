"""Which pages are kept as golden files: the first of each kind, and those that show a state of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model.page import Page


def golden_pages(pages: Iterable[Page], states: Mapping[str, str]) -> Iterator[tuple[str, Page]]:
    """Each page with the name of its file; `states` names further ones by their paths."""
    kinds: set[str] = set()
    for page in pages:
        if page.kind not in kinds:
            kinds.add(page.kind)
            yield page.kind, page
        if page.path in states:
            yield states[page.path], page
