"""What the cache holds of each committee for the gate: the words that no reader of the edition may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.disclose.hidden import HiddenWords
from generator.output.cache import Cache


def note_hidden(committee: str, hidden: HiddenWords, cache: Cache) -> None:
    """Keep the words of a committee that was made."""
    cache.write(_file(committee), hidden)


def noted_hidden(committees: Iterable[str], cache: Cache) -> Iterator[HiddenWords]:
    """The words of these committees, one after the other, so that memory does not grow with their number."""
    for committee in committees:
        yield cache.read(_file(committee), HiddenWords) or HiddenWords()


def _file(committee: str) -> str:
    return f"hidden/{committee}.json"
