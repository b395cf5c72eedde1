"""README.md and README.zh.md say the same: headings, code, links, pictures, lists, rows of tables and commands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGLISH, CHINESE = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md"))
LIMIT = 85
"""Lines of a README that somebody reads to its end."""


def headings(text: str) -> Iterator[str]:
    yield from re.findall(r"(?m)^#+(?= )", text)


def blocks(text: str) -> Iterator[str]:
    """What is typed, without comments; files have names of either language."""
    for language, block in re.findall(r"(?ms)^```(\w+)\n(.*?)^```", text):
        typed = re.sub(r"(?m) *#.*$", "", block)
        yield f"{language}: {re.sub('[^ ]+[.]xlsx', 'FILE', typed)}"


def links(text: str) -> Iterator[str]:
    yield from (re.sub(r"README(\.zh)?\.md", "README", each) for each in re.findall(r"\]\(([^)]+)\)", text))


def spans(text: str) -> Iterator[str]:
    """Code within sentences and tables, but for words that are of one language."""
    sentences = re.sub(r"(?ms)^```.*?^```", "", text)
    yield from (span for span in re.findall(r"`([^`]+)`", sentences) if span.isascii() and span != "path:line:column")


def table_rows(text: str) -> Iterator[str]:
    """Rows by how many cells they have."""
    yield from (f"{line.count('|')} cells" for line in text.splitlines() if line.startswith("|"))


def list_items(text: str) -> Iterator[str]:
    yield from (f"{line.count('](')} links" for line in text.splitlines() if line.startswith("- "))


ASPECTS = (headings, blocks, links, spans, table_rows, list_items)


@pytest.mark.parametrize("aspect", ASPECTS, ids=[each.__name__ for each in ASPECTS])
def test_the_readmes_are_twins(aspect: Callable[[str], Iterator[str]]) -> None:
    pairs = list(zip_longest(aspect(ENGLISH), aspect(CHINESE)))
    assert len(pairs) > 1
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["README.md", "README.zh.md"])
def test_a_readme_is_short(text: str) -> None:
    assert len(text.splitlines()) <= LIMIT


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["README.md", "README.zh.md"])
def test_every_link_leads_to_a_file(text: str) -> None:
    targets = re.findall(r"\]\((?!\w+:)([^)#]+)", text)
    assert [target for target in targets if not (ROOT / target).exists()] == []
