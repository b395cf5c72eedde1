"""Texts, lists and mappings as lines of YAML, in blocks as far as a line would be too long, or in the style of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.model.yaml_scalars import is_fraction, scalar

StylePath = tuple[str, ...]
"""The keys that lead to a value; every item of a list is under the key `-`."""

ITEM = "-"
_LONG = 6
"""The most keys of a mapping in brackets."""


class YamlStyle(NamedTuple):
    """How a file is written.

    `step` is the indentation of a mapping below its key, `dash` that of a dash, `gap` the spaces behind a dash.  `flow` says
    of the values at some paths whether they stand in brackets; `fractions` are paths under which numbers with a point stand
    without quotes.
    """

    step: int = 2
    dash: int = 2
    gap: int = 1
    flow: Mapping[StylePath, bool] = {}
    fractions: frozenset[StylePath] = frozenset()

    def in_brackets(self, value: dict[str, Any] | list[Any], path: StylePath) -> bool:
        """Whether a collection is written on one line."""
        known = self.flow.get(path) if value else True
        if known is not None:
            return known
        return not (all(isinstance(each, dict) for each in value) if isinstance(value, list) else _is_much(value))

    def entry(self, key: str, value: Any, path: StylePath = ()) -> Iterator[str]:
        """The lines of a key with its value, in the mapping at `path`."""
        name, below = scalar(key, flow=False), (*path, key)
        if not isinstance(value, dict | list) or self.in_brackets(value, below):
            yield f"{name}: {self.text(value, below, flow=False)}"
            return
        yield f"{name}:"
        yield from self.below(value, below)

    def below(self, value: dict[str, Any] | list[Any], path: StylePath) -> Iterator[str]:
        """The lines of a collection below its key, indented as they are there."""
        if isinstance(value, list):
            short = not any(isinstance(each, dict) and _is_much(each) for each in value)
            for item in value:
                yield from (" " * self.dash + line for line in self.item(item, path, short=short))
            return
        for key, each in value.items():
            yield from (" " * self.step + line for line in self.entry(key, each, path))

    def item(self, value: Any, path: StylePath, *, short: bool = True) -> Iterator[str]:
        """The lines of an item of the list at `path`, with its dash; `short` where a mapping may stand in brackets."""
        below, lead = (*path, ITEM), ITEM + " " * self.gap
        if not isinstance(value, dict) or not value or self._fits(value, below, short=short):
            yield f"{lead}{self.text(value, below, flow=False)}"
            return
        for key, each in value.items():
            for line in self.entry(key, each, below):
                yield f"{lead}{line}"
                lead = " " * len(lead)

    def _fits(self, row: dict[str, Any], path: StylePath, *, short: bool) -> bool:
        """Whether a row of a list is written on one line; one with rows in it only where the file has them so."""
        known = self.flow.get(path)
        if known is None:
            return short and not _is_much(row)
        lists = (
            key
            for key, value in row.items()
            if isinstance(value, list) and any(isinstance(each, dict) for each in value)
        )
        return known and all(self.flow.get((*path, key)) for key in lists)

    def text(self, value: Any, path: StylePath, *, flow: bool) -> str:
        """A value on one line; `flow` within brackets."""
        if isinstance(value, dict):
            inner = (
                f"{scalar(key, flow=True)}: {self.text(each, (*path, key), flow=True)}" for key, each in value.items()
            )
            return f"{{{', '.join(inner)}}}"
        if isinstance(value, list):
            return f"[{', '.join(self.text(each, (*path, ITEM), flow=True) for each in value)}]"
        plain = not isinstance(value, str) or (is_fraction(value) and path in self.fractions)
        return str(value) if plain else scalar(value, flow=flow)


def _is_much(mapping: dict[str, Any]) -> bool:
    return len(mapping) > _LONG or any(isinstance(each, dict | list) for each in mapping.values())
