"""The search index as files: scripts that hand a value each to `zhibuSearch.put`, so that they load from a folder too.

`directory.js` is loaded first; `pairs/N.js` and `letters/N.js` hold postings (`postings.py`), chosen by the hash of a term;
`texts/N.js` holds the sections from number N * BLOCK on.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.formats.search.folding import fold, terms
from generator.formats.search.pages import Numbered, SearchedSite
from generator.formats.search.postings import encoded, entry, sharded
from generator.model.page import page_file

FOLDER = "search/"
"""Where the files lie in a site."""

BLOCK = 1
"""Sections in a file of texts: a snippet costs one such file."""

_PAIRS, _LETTERS = 200, 900
"""Characters of a file of postings, about: a letter is seldom asked for by itself."""

Field = defaultdict[str, list[int]]


def search_files(site: SearchedSite) -> Iterator[tuple[str, bytes]]:
    """Every file of the index."""
    entries = _entries(site)
    pairs = sharded({term: row for term, row in entries.items() if len(term) > 1}, _PAIRS)
    letters = sharded({term: row for term, row in entries.items() if len(term) == 1}, _LETTERS)
    yield handed_file("directory", _directory(site, len(pairs), len(letters)))
    yield from (handed_file(f"pairs/{at}", text) for at, text in enumerate(pairs))
    yield from (handed_file(f"letters/{at}", text) for at, text in enumerate(letters))
    rows = list(site.sections())
    for at in range(0, len(rows), BLOCK):
        yield handed_file(f"texts/{at // BLOCK}", _texts(rows[at : at + BLOCK]))


def _entries(site: SearchedSite) -> dict[str, str]:
    """The entry of every term."""
    texts, headings, aliases = Field(list), Field(list), Field(list)
    for row in site.sections():
        best = terms(fold(row.section.heading))
        rest = terms(fold(row.section.text)) - best
        for term in best:
            headings[term].append(row.id)
        for term in rest:
            texts[term].append(row.id)
        for term in terms(fold(row.aliases)).difference(best, rest) if row.aliases else ():
            aliases[term].append(row.id)
    none: list[int] = []
    found = {*texts, *headings, *aliases}
    return {
        term: entry(term, (texts.get(term, none), headings.get(term, none), aliases.get(term, none))) for term in found
    }


def _directory(site: SearchedSite, pairs: int, letters: int) -> dict[str, object]:
    return {
        "pairs": pairs,
        "letters": letters,
        "block": BLOCK,
        "size": site.size,
        "kinds": site.kinds,
        "pages": encoded(site.firsts),
    }


def _texts(rows: Sequence[Numbered]) -> list[object]:
    """Sections by page: the file and the title of the page, its kind, and a row a section."""
    return [
        [page_file(page.path), page.title, [_record(row) for row in found]]
        for page, found in groupby(rows, key=lambda row: row.page)
    ]


def _record(row: Numbered) -> list[str]:
    section = row.section
    return [section.anchor, section.heading, section.text, *filter(None, [row.aliases])]


def handed_file(name: str, value: object) -> tuple[str, bytes]:
    """A file that hands a value to the script that reads the index."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"{FOLDER}{name}.js", f'zhibuSearch.put("{name}",{text})\n'.encode()
