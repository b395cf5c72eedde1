"""The search index as files: scripts that hand a value each to `zhibuSearch.put`, so that they load from a folder too.

`directory.js` is loaded first; `pairs/N.js` and `letters/N.js` hold postings (`postings.py`), chosen by the hash of a term;
`texts/N.js` holds the sections from number N * BLOCK on.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import repeat
from math import log2
from typing import Any, NamedTuple

from generator.formats.search.edits import EditedSection, edited_shards, won_by_term
from generator.formats.search.folding import fold
from generator.formats.search.pages import NumberedPiece, SearchedSite
from generator.formats.search.postings import FIELDS, encoded, posting_entry, sharded
from generator.formats.search.synonyms import WordGroups
from generator.model.page import page_file

INDEX_FOLDER = "search/"
"""Where the files lie in a site, beside the page of the search."""

SEARCHED_TEXTS_FOLDER = f"{INDEX_FOLDER}texts/"
"""Where the texts of sections lie."""

BLOCK = 2
"""Sections in a file of texts: a snippet costs one such file."""

_SHARE = 240
"""Characters of the site for each file of pairs; the number of files is a power of two, so that it seldom changes."""

_FEWER = 16
"""So many times fewer files of letters: a letter is seldom asked for by itself."""

_Ids = defaultdict[str, "array[int]"]

ReadShard = Callable[[str, int], str]
"""The value of a file of postings as it stands, by its folder and number."""


class ShardNumbers(NamedTuple):
    """How many files of postings there are, of pairs and of letters."""

    pairs: int
    letters: int

    @classmethod
    def of(cls, site: SearchedSite) -> ShardNumbers:
        """As many as the texts of a site need."""
        pairs = 1 << max(0, round(log2(max(site.characters, 1) / _SHARE)))
        return cls(pairs, max(1, pairs // _FEWER))


def search_files(site: SearchedSite) -> Iterator[tuple[str, bytes]]:
    """Every file of the index."""
    numbers, entries = ShardNumbers.of(site), _entries(site)
    yield _directory(site, numbers)
    for folder, length, number in (("pairs", 2, numbers.pairs), ("letters", 1, numbers.letters)):
        shards = sharded({term: row for term, row in entries.items() if len(term) == length}, number)
        yield from (handed_file(f"{folder}/{at}", text) for at, text in enumerate(shards))
    yield from _texts(site, _blocks(site))


def edited_files(site: SearchedSite, before: SearchedSite, read: ReadShard) -> Iterator[tuple[str, bytes]] | None:
    """The files that differ from those of the site before, if its pages had the same numbers; else None."""
    if site.numbering != before.numbering or ShardNumbers.of(site) != ShardNumbers.of(before):
        return None
    return _edited_files(site, before, read)


def file_names(site: SearchedSite) -> Iterator[str]:
    """Every file of the index by name, the directory first."""
    numbers = ShardNumbers.of(site)
    yield f"{INDEX_FOLDER}directory.js"
    parts = (("pairs", range(numbers.pairs)), ("letters", range(numbers.letters)), ("texts", _blocks(site)))
    yield from (f"{INDEX_FOLDER}{folder}/{at}.js" for folder, numbered in parts for at in numbered)


def value_in(script: str) -> Any:
    """What a file of the index hands over."""
    return json.loads(script[script.index(",") + 1 : -2])


def _edited_files(site: SearchedSite, before: SearchedSite, read: ReadShard) -> Iterator[tuple[str, bytes]]:
    numbers = ShardNumbers.of(site)
    pairs = ((id, before.by_number.get(id), site.by_number.get(id)) for id in range(site.size))
    changed = [(id, old, row) for id, old, row in pairs if _record(old) != _record(row)]
    edits = [EditedSection(id, _fields(old, site.words), _fields(row, site.words)) for id, old, row in changed]
    won = won_by_term(edits)
    yield _directory(site, numbers)
    for folder, length, number in (("pairs", 2, numbers.pairs), ("letters", 1, numbers.letters)):
        of_length = {term: row for term, row in won.items() if len(term) == length}
        for at, text in edited_shards(of_length, number, partial(read, folder)):
            yield handed_file(f"{folder}/{at}", text)
    yield from _texts(site, sorted({id // BLOCK for id, _, _ in changed}.intersection(_blocks(site))))


def _entries(site: SearchedSite) -> dict[str, str]:
    """The entry of every term."""
    lists: tuple[_Ids, ...] = tuple(_Ids(partial(array, "I")) for _ in range(FIELDS))
    for row in site.pieces:
        for found, of_field in zip(lists, _terms(row, site.words), strict=True):
            deque(map(array.append, map(found.__getitem__, of_field), repeat(row.id)), maxlen=0)
    none = array("I")
    every = {term for each in lists for term in each}
    return {term: posting_entry(term, [each.get(term, none) for each in lists]) for term in every}


def _terms(row: NumberedPiece, words: WordGroups) -> tuple[set[str], set[str], set[str]]:
    """The terms of a piece by the best field of each: of its text, its heading, its other names, which go before text."""
    said, heading, aliases = row.said
    in_heading = words.terms(fold(heading))
    names = words.terms(fold(aliases)) - in_heading if aliases else set[str]()
    return words.terms(fold(said)).difference(in_heading, names), in_heading, names


def _fields(row: NumberedPiece | None, words: WordGroups) -> dict[str, int]:
    return {} if row is None else {term: field for field, found in enumerate(_terms(row, words)) for term in found}


def _directory(site: SearchedSite, numbers: ShardNumbers) -> tuple[str, bytes]:
    value = {
        "version": site.version,
        **numbers._asdict(),
        "block": BLOCK,
        "size": site.size,
        "kinds": site.kinds,
        "units": site.units,
        "pages": encoded(site.heads),
        "sections": encoded(site.sections),
    }
    return handed_file("directory", value)


def _blocks(site: SearchedSite) -> list[int]:
    """The numbers of the files of texts: there is none where all its numbers are left free."""
    return list(dict.fromkeys(row.id // BLOCK for row in site.pieces))


def _texts(site: SearchedSite, blocks: Iterable[int]) -> Iterator[tuple[str, bytes]]:
    """A row a piece, nothing under a number that is left free."""
    for block in blocks:
        rows = [_record(site.by_number.get(id)) for id in range(block * BLOCK, (block + 1) * BLOCK)]
        yield handed_file(f"texts/{block}", rows)


def _record(row: NumberedPiece | None) -> list[str] | None:
    """The file, the title, the fragment, the heading, the text, and the other names if there are any."""
    if row is None:
        return None
    section, page = row.section, row.page
    shown = [page_file(page.path), page.title, section.anchor, section.heading, row.text]
    return [*shown, *filter(None, [row.aliases])]


def handed_file(name: str, value: object) -> tuple[str, bytes]:
    """A file that hands a value to the script that reads the index."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"{INDEX_FOLDER}{name}.js", f'zhibuSearch.put("{name}",{text})\n'.encode()
