"""A YAML file as mappings, lists and strings, with the position of every key and value.

Every scalar stays the text that was written (`07`, `1.10`, `NO`); the model's strict types read it.
"""

from __future__ import annotations

from typing import Any, Final, Protocol

from generator.model.record import SOURCE_KEY, Source
from generator.model.source_text import Mark


class MarkedSource(Protocol):
    """What marks are positions in: the text of a file, a sheet."""

    def source_of(self, mark: Mark) -> Source:
        """The position of a mark, as it is told."""


class MappingPosition(Source):
    """The position of a mapping, with the positions of its keys and values."""

    source_text: MarkedSource
    marks: dict[str, tuple[Mark, Mark]]

    def of(self, key: str) -> Source:
        """The position of the value under `key`, or of the key where the value is empty."""
        marks = self.marks.get(key)
        return self if marks is None else self.source_text.source_of(marks[1])

    def of_key(self, key: str) -> Source:
        """The position of the key itself."""
        marks = self.marks.get(key)
        return self if marks is None else self.source_text.source_of(marks[0])

    def __reduce__(self) -> tuple[type[Source], tuple[str, int, int]]:
        """Pickled and copied as a plain `Source`, without the text."""
        return Source, (self.path, self.line, self.column)


class YamlMapping(dict[str, Any]):
    """A mapping, with its own position under SOURCE_KEY and in `place`."""

    __slots__ = ("place",)
    place: MappingPosition


class YamlList(list[Any]):
    """A list, with a mark for each item."""

    __slots__ = ("marks",)
    marks: list[Mark]


class Rejected:
    """The value in place of one that was rejected and reported already (an alias, a duplicate key)."""


REJECTED: Final = Rejected()


def block_at(source: Source, source_text: MarkedSource) -> YamlMapping:
    """An empty mapping with its position."""
    block, place = YamlMapping(), MappingPosition(*source)
    place.source_text, place.marks = source_text, {}
    block.place = block[SOURCE_KEY] = place
    return block


def empty_list() -> YamlList:
    """An empty list."""
    items = YamlList()
    items.marks = []
    return items
