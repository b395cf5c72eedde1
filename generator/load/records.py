"""From a tree to a record: all mistakes of a file at once, each at its place and in Chinese."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.load.complaints import complaints
from generator.load.files import read_text, shown
from generator.load.plain import read_plain
from generator.load.reader import parse
from generator.load.shapes import strip_sources
from generator.load.sheet import Sheet
from generator.load.tree import Block
from generator.model.problem import Problem, Severity
from generator.model.records.base import Record

R = TypeVar("R", bound=Record)


def read_record(path: Path, root: Path, kind: type[R]) -> tuple[R | None, list[Problem]]:
    """The record that a file holds, or None where it holds mistakes; and all of them."""
    text, problems = read_text(path, root)
    if text is None:
        return None, problems
    record = _plainly(shown(path, root), text, kind)
    return (record, []) if record is not None else _thoroughly(shown(path, root), text, kind)


def _plainly(path: str, text: str, kind: type[R]) -> R | None:
    """The record that a plainly written file without mistakes holds; None of any other file."""
    tree = read_plain(path, text)
    if tree is None:
        return None
    strip_sources(tree, kind)
    try:
        return kind.model_validate(tree)
    except ValidationError:
        return None


def _thoroughly(path: str, text: str, kind: type[R]) -> tuple[R | None, list[Problem]]:
    tree, problems = parse(Sheet(path, text))
    if tree is None:
        return None, problems
    record, found = check(tree, kind)
    return (None if has_errors(problems) else record), sorted(problems + found)


def check(tree: Block, kind: type[R]) -> tuple[R | None, list[Problem]]:
    """The record that a mapping makes, or None and what is wrong with it."""
    strip_sources(tree, kind)
    try:
        return kind.model_validate(tree), []
    except ValidationError as error:
        return None, complaints(error.errors(include_url=False, include_input=False), tree, kind)


def has_errors(problems: list[Problem]) -> bool:
    """Whether any of these stops publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)
