"""Articles and what rests on them name each other: readings, bases, and the pages that list them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from generator.load.sources import load_sources
from generator.model.article_reference import article_references, reference_pattern
from generator.model.records.sources import Sources

DOCS = Path(__file__).parents[2] / "docs"
_READING = re.compile(r"^### (A\d+) .*?(?=^### |\Z)", re.MULTILINE | re.DOTALL)


@cache
def sources() -> Sources:
    found, problems = load_sources(DOCS, DOCS.parent)
    assert problems == []
    return found


def readings() -> dict[str, str]:
    text = (DOCS / "readings.md").read_text(encoding="utf-8")
    return {found[1]: found[0] for found in _READING.finditer(text)}


def test_a_reading_that_cites_an_article_is_named_by_it() -> None:
    pattern = reference_pattern(sources().named)
    assert pattern is not None
    cited = {
        (code, row.id, one.key)
        for code, text in readings().items()
        for reference in article_references(pattern, text)
        for one in reference.articles
        for row in sources().named[reference.name][:1]
    }
    named = {
        (code, row.id, key)
        for row in sources().documents
        for article in row.articles
        for code in article.readings
        for key in article.keys
    }
    assert len(cited) > 1
    assert cited - named == set()


def test_an_article_names_readings_that_are_explained() -> None:
    named = {code for row in sources().documents for article in row.articles for code in article.readings}
    assert named <= set(readings())


@pytest.mark.parametrize("page", sorted(path.name for path in (DOCS / "regulations").glob("[!i]*.md")))
def test_a_page_of_regulations_lists_some(page: str) -> None:
    assert any(row.articles_page == f"regulations/{page}" for row in sources().documents)


def test_no_summary_passes_for_the_original() -> None:
    """Where the original was not seen, the entry says so; and no summary quotes a whole sentence."""
    for row in sources().documents:
        for article in row.articles:
            assert not re.search(r"^[“《].*[”》]$", article.summary), article.summary
            assert "。" not in article.summary
            assert len(article.summary) <= 80
