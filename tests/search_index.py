"""A reader of the search index apart from the script's: what the files of `search/` say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.formats.search.folding import fold, shard_of
from generator.formats.search.postings import decoded, lists_of


@dataclass(frozen=True)
class IndexedSection:
    """A section as the index has it."""

    url: str
    title: str
    heading: str
    text: str
    aliases: str


@dataclass(frozen=True)
class SearchIndex:
    """The index of the site in a folder."""

    folder: Path

    def value(self, name: str) -> Any:
        text = (self.folder / "search" / f"{name}.js").read_text(encoding="utf-8")
        head = f'zhibuSearch.put("{name}",'
        assert text.startswith(head)
        assert text.endswith(")\n")
        return json.loads(text[len(head) : -2])

    @cached_property
    def directory(self) -> dict[str, Any]:
        found: dict[str, Any] = self.value("directory")
        return found

    @cached_property
    def pieces(self) -> Mapping[int, IndexedSection]:
        """The sections in the pieces that they are cut into, by number."""
        block = self.directory["block"]
        return {
            number * block + at: _section(*row)
            for number in sorted(int(path.stem) for path in (self.folder / "search/texts").iterdir())
            for at, row in enumerate(self.value(f"texts/{number}"))
            if row is not None
        }

    @cached_property
    def sections(self) -> tuple[IndexedSection, ...]:
        """The sections as a whole; what stands under no number is none."""
        firsts = decoded(self.directory["sections"])
        cut = [
            [self.pieces[id] for id in range(first, end) if id in self.pieces]
            for first, end in pairwise([*firsts, self.directory["size"]])
        ]
        return tuple(replace(rows[0], text="\n".join(row.text for row in rows)) for rows in cut if rows)

    def posting(self, term: str) -> set[int]:
        """The numbers of the pieces that hold a letter or a pair of letters; of a section that goes by it, the first."""
        folder = "pairs" if len(term) > 1 else "letters"
        shard = self._shard(f"{folder}/{shard_of(term, self.directory[folder])}")
        return {id for ids in lists_of(shard.get(term, term), term) for id in ids}

    def candidates(self, term: str) -> set[int]:
        """The pieces that may hold a folded term; all that do are among them."""
        pairs = [term[at : at + 2] for at in range(len(term) - 1) if term[at : at + 2].isalnum()]
        wanted = pairs or [letter for letter in term if letter.isalnum()]
        found = set(self.pieces)
        return found.intersection(*map(self.posting, wanted))

    def holding(self, term: str) -> set[str]:
        """The addresses of the sections whose heading or text holds a term."""
        return {url for url, *shown, _ in self._candidates(term) if any(fold(term) in text for text in shown)}

    def going_by(self, term: str) -> set[str]:
        """The addresses of the sections whose heading, text or other names hold a term."""
        return {url for url, *texts in self._candidates(term) if any(fold(term) in text for text in texts)}

    def _candidates(self, term: str) -> Iterator[tuple[str, str, str, str]]:
        return ((self.pieces[id].url, *self._folded[id]) for id in self.candidates(fold(term)))

    @cached_property
    def _folded(self) -> Mapping[int, tuple[str, str, str]]:
        return {id: (fold(row.heading), fold(row.text), fold(row.aliases)) for id, row in self.pieces.items()}

    def _shard(self, name: str) -> dict[str, str]:
        length = 2 if name.startswith("pairs") else 1
        return {entry[:length]: entry for entry in filter(None, self.value(name).split(" "))}


def _section(file: str, title: str, anchor: str, heading: str, text: str, aliases: str = "") -> IndexedSection:
    return IndexedSection(f"{file}#{anchor}" if anchor else file, title, heading, text, aliases)
