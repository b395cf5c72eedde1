"""The terms of the glossary that pages explain in place: those that its index lists and one of its tables tells the meaning of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.load.front_matter import read_front_matter
from generator.load.yaml_tree import YamlMapping

GLOSSARY_FILE = "glossary.md"
_INDEX, _WORD = "索引", "词"
_ROW = re.compile(r"^\|(.+)\|\s*$", re.MULTILINE)
_MARKUP = re.compile(r"`|\*\*|<[^>]+>|\[(?P<text>[^\]\[]+)\]\([^)]*\)|\s*\{[^{}]*\}")


def index_words(docs: Path, root: Path) -> frozenset[str]:
    """The words of the index; none where there is no glossary.  What is wrong with it the book reports."""
    path = docs / GLOSSARY_FILE
    tree = read_front_matter(path, root)[0].tree if path.is_file() else None
    rows = tree.get(_INDEX) if tree is not None else None
    listed = (row.get(_WORD) for row in rows or () if isinstance(row, YamlMapping)) if isinstance(rows, list) else ()
    return frozenset(word for word in listed if isinstance(word, str) and word)


def term_meanings(markdown: str, words: frozenset[str]) -> Mapping[str, str]:
    """Those of `words` that a table of the Markdown explains, each with its meaning as plain text; the first one counts."""
    found: dict[str, str] = {}
    for name, meaning in _rows(markdown):
        for word in name.split("、"):
            if word in words:
                found.setdefault(word, meaning)
    return found


def _rows(markdown: str) -> Iterator[tuple[str, str]]:
    """The first and the last cell of every row of every table."""
    for row in _ROW.findall(markdown):
        cells = [_MARKUP.sub(lambda mark: mark["text"] or "", cell).strip() for cell in row.split("|")]
        yield cells[0], cells[-1]
