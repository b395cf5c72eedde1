"""Mutants differ from their source in one expression, and are programs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutation.mutants import mutants

CHECKS = sorted((Path(__file__).parents[2] / "generator/evaluate/checks").glob("*.py"))


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a < b\n", ["(a <= b)\n"]),
        ("x = a and b\n", ["x = (a or b)\n"]),
        ("if not 中文 in b: pass\n", ["if (中文 in b): pass\n", "if not (中文 not in b): pass\n"]),
        ("f(2, '二')\n", ["f((3), '二')\n"]),
        ("f(True)\n", ["f((False))\n"]),
        ("中 = a + b\n", ["中 = (a - b)\n"]),
        ("f'{a + b}'\n", ["f'{(a - b)}'\n"]),
        ("'text'\n", []),
    ],
)
def test_one_expression_is_changed(source: str, changed: list[str]) -> None:
    found = [mutant.source for mutant in mutants(source)]
    assert found == changed or (source.startswith("f'") and found == [])


@pytest.mark.parametrize("path", CHECKS, ids=[path.stem for path in CHECKS])
def test_every_mutant_of_a_check_is_another_program(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    programs = [ast.unparse(ast.parse(mutant.source)) for mutant in mutants(source)]
    assert ast.unparse(ast.parse(source)) not in programs
