"""Positions of keys for the fast reader, computed on demand by the complete one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from generator.load.yaml_tree import MappingPosition, YamlMapping
from generator.model.problem import Problem
from generator.model.record import Source
from generator.model.source_text import SourceText

Parse = Callable[[SourceText], tuple[YamlMapping | None, list[Problem]]]
"""The complete reader: a tree, and the Problems of the text."""


class LazyPosition(Source):
    """The position of a mapping; the positions of its keys are computed on demand, which only a Problem asks for."""

    lazy: LazyPositions

    def of(self, key: str) -> Source:
        """The position of the value under `key`, or of the key where the value is empty."""
        return self.lazy.places[self.line, self.column].of(key)

    def __reduce__(self) -> tuple[type[Source], tuple[str, int, int]]:
        """Pickled and copied as a plain `Source`, without the text."""
        return Source, (self.path, self.line, self.column)


class LazyPositions:
    """The positions of all keys of a file, computed by the complete reader when the first is asked for."""

    def __init__(self, path: str, text: str, parse: Parse) -> None:
        self._path = path
        self._text = text
        self._parse = parse

    @cached_property
    def places(self) -> dict[tuple[int, int], MappingPosition]:
        """The position of every mapping, by line and column."""
        tree, _ = self._parse(SourceText(self._path, self._text))
        found: dict[tuple[int, int], MappingPosition] = {}
        waiting: list[object] = [tree]
        while waiting:
            value = waiting.pop()
            if isinstance(value, YamlMapping):
                found[value.place.line, value.place.column] = value.place
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)
        return found
