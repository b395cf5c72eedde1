"""Mappings put together from files and from rows that came from elsewhere: as records, and what is wrong with them.

Each mapping in such a tree has its position under SOURCE_KEY, in a file, a workbook or a note.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from generator.load.records import to_record
from generator.load.shapes import strip_sources
from generator.load.yaml_tree import MappingPosition, YamlList, YamlMapping
from generator.model.problem import Problem
from generator.model.record import SOURCE_KEY, Record, Source
from generator.model.source_text import Mark, SourceText

_R = TypeVar("_R", bound=Record)


class _Elsewhere(MappingPosition):
    """The position of a mapping that tells those of its values by itself."""

    origin: Source

    def of(self, key: str) -> Source:
        return self.origin.of(key)

    def of_key(self, key: str) -> Source:
        return self.origin.of(key)


class _Places(SourceText):
    """What the marks of lists are positions in: they are positions already."""

    def source_of(self, mark: Mark) -> Source:
        assert isinstance(mark, Source)
        return mark


def to_record_anywhere(tree: dict[str, Any], kind: type[_R]) -> tuple[_R | None, list[Problem]]:
    """The record that a tree makes, or None and what is wrong with it, each at its own place."""
    strip_sources(tree, kind)
    try:
        return kind.model_validate(tree), []
    except ValidationError:
        return to_record(_mapping(tree), kind)


def _mapping(tree: dict[str, Any]) -> YamlMapping:
    origin = tree.get(SOURCE_KEY, Source())
    block, place = YamlMapping(), _Elsewhere(*origin)
    place.source_text, place.marks, place.origin = _Places("", ""), {}, origin
    for key, value in tree.items():
        block[key] = _value(value, origin.of(key))
    block.place = block[SOURCE_KEY] = place
    return block


def _value(value: Any, place: Source) -> Any:
    if isinstance(value, dict):
        return _mapping(value)
    if isinstance(value, list):
        items = YamlList(_value(each, place) for each in value)
        items.marks = [each.get(SOURCE_KEY, place) if isinstance(each, dict) else place for each in value]
        return items
    return value
