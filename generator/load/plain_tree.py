"""What a file holds as plain texts, lists and mappings, for who compares or changes it."""

from __future__ import annotations

from typing import Any

from generator.load.fast_reader import read_fast
from generator.load.reader import parse
from generator.load.yaml_tree import YamlMapping
from generator.model.problem import Problem, has_errors
from generator.model.record import SOURCE_KEY, Source
from generator.model.source_text import SourceText


def placed_tree(path: str, text: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The mapping in a text, with the positions of its mappings, and what is wrong; None where it cannot be read.

    A text without content is an empty mapping.
    """
    unified = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not unified.strip():
        return {SOURCE_KEY: Source(path)}, []
    tree = read_fast(path, unified, parse)
    return (tree, []) if tree is not None else parse(SourceText(path, unified))


def plain_tree(text: str) -> dict[str, Any] | None:
    """The mapping in a text, without positions; None where the text has mistakes."""
    tree, problems = placed_tree("", text)
    if tree is None or has_errors(problems):
        return None
    found: dict[str, Any] = without_positions(tree)
    return found


def plainly_written(tree: dict[str, Any]) -> bool:
    """Whether the fast reader took the text of a tree, so that every value in it ends on its line."""
    return not isinstance(tree, YamlMapping)


def without_positions(value: Any) -> Any:
    """The same value, the positions of its mappings left out."""
    if isinstance(value, dict):
        return {key: without_positions(each) for key, each in value.items() if key != SOURCE_KEY}
    if isinstance(value, list):
        return [without_positions(each) for each in value]
    return value
