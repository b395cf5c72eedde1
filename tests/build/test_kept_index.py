"""What is kept of a search index comes back as it was: else nobody sees that its numbers are the same."""

from __future__ import annotations

from pathlib import Path

from generator.build.search_index import KeptIndex
from generator.formats.search.pages import SearchedPage, SearchedSite
from generator.formats.search.synonyms import word_groups
from generator.output.cache import Cache
from generator.prose.sections import PageSection


def test_the_numbers_of_a_kept_index_are_those_that_it_was_made_with(tmp_path: Path) -> None:
    page = SearchedPage("help/", (PageSection("", "党费", "按月交"), PageSection("how", "怎么交", "")), {"how": "jf"})
    unit = SearchedPage("branches/a/", (PageSection("", "甲党支部", ""),), known_as="jdzb")
    site = SearchedSite.of([page, unit], word_groups([["交纳", "缴纳"], ["每月", "一个月"]]))
    cache = Cache(tmp_path, "1")
    cache.write("search.json", KeptIndex(site.version, tuple(site.pages), site.words))
    kept = cache.read("search.json", KeptIndex)
    assert kept is not None
    assert kept.site.numbering == site.numbering
    assert kept.site.pieces == site.pieces
    assert [piece.aliases for piece in kept.site.pieces] == ["jdzb", "", "jf"]
