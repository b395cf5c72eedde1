"""What a file holds as plain texts, lists and mappings, for who compares or changes it."""

from __future__ import annotations

from typing import Any

from generator.load.fast_reader import read_fast
from generator.load.reader import parse
from generator.model.problem import has_errors
from generator.model.record import SOURCE_KEY
from generator.model.source_text import SourceText


def plain_tree(text: str) -> dict[str, Any] | None:
    """The mapping in a text, without positions; None where the text has mistakes, empty where it has nothing."""
    unified = text.replace("\r\n", "\n")
    if not unified.strip():
        return {}
    tree: dict[str, Any] | None = read_fast("", unified, parse)
    if tree is None:
        tree, problems = parse(SourceText("", unified))
        if tree is None or has_errors(problems):
            return None
    found: dict[str, Any] = without_positions(tree)
    return found


def without_positions(value: Any) -> Any:
    """The same value, the positions of its mappings left out."""
    if isinstance(value, dict):
        return {key: without_positions(each) for key, each in value.items() if key != SOURCE_KEY}
    if isinstance(value, list):
        return [without_positions(each) for each in value]
    return value
