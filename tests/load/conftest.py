from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.load.reader import parse
from generator.load.yaml_tree import Rejected, YamlMapping
from generator.model.problem import Problem
from generator.model.record import SOURCE_KEY
from generator.model.source_text import SourceText

Places = list[tuple[str, int, int]]


def places(problems: list[Problem]) -> Places:
    """Code, line and column of each problem."""
    return [(problem.code, problem.source.line, problem.source.column) for problem in problems]


def plain(value: Any) -> Any:
    """A tree without its places."""
    if isinstance(value, YamlMapping):
        return {key: plain(item) for key, item in value.items() if key != SOURCE_KEY}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return None if isinstance(value, Rejected) else value


@pytest.fixture(name="places")
def _places() -> Callable[[list[Problem]], Places]:
    return places


@pytest.fixture
def read() -> Callable[[str], tuple[Any, list[Problem]]]:
    """Text in, plain tree and problems out; the file is called f.yml."""

    def reading(text: str) -> tuple[Any, list[Problem]]:
        tree, problems = parse(SourceText("f.yml", text))
        return (None if tree is None else plain(tree)), problems

    return reading


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Put a file into the project folder of this test."""

    def writing(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return writing
