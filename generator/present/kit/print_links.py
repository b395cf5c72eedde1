"""Links to the PDFs of an edition, each with size and date beside it.

A page offers what lies in the edition and nothing else: it asks for an address, and gets a link where there is a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.model import words
from generator.present.kit.urls import url

NO_PRINTS: Mapping[str, int] = MappingProxyType({})
"""What an edition without PDFs has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintLink:
    """One PDF as a page offers it: what it is called, where it lies, and its kind, size and day (截至)."""

    label: str
    target: str
    told: str


def print_links(
    prints: Mapping[str, int], path: str, as_of: date, rows: Iterable[tuple[str, str]]
) -> Iterator[PrintLink]:
    """The links from the page at `path` to those of `rows`, each (address, label), that are in the edition.

    `prints` are the PDFs that there are, by address, with their size in bytes.
    """
    for address, label in rows:
        if address in prints:
            told = f"PDF，{words.size_words(prints[address])}，截至{words.day(as_of)}"
            yield PrintLink(label=label, target=url(path, address), told=told)
