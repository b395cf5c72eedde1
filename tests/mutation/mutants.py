"""Mutants of a module: the same source with one small change that a test should notice."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
}
_CALCULATED: dict[type[ast.operator], ast.operator] = {ast.Add: ast.Sub(), ast.Sub: ast.Add(), ast.Mult: ast.Add()}


class Mutant(NamedTuple):
    """A module's source with one change, the line of it, and the expression before and after."""

    line: int
    before: str
    after: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Every mutant: a comparison at its limit or reversed, `and` for `or`, a `not` less, a number one more, + for -."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.expr) and not _in_text(source, node):
            before = ast.unparse(node)
            for changed in _changed(node):
                after = ast.unparse(changed)
                found.append(Mutant(node.lineno, before, after, _spliced(source, node, after)))
    return found


def _changed(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left, [operator, *operators], comparators) if type(operator) in _COMPARED:
            yield ast.Compare(left, [_COMPARED[type(operator)], *operators], comparators)
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.BinOp(left, operator, right) if type(operator) in _CALCULATED:
            yield ast.BinOp(left, _CALCULATED[type(operator)], right)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield ast.Constant(value + 1)


def _in_text(source: str, node: ast.expr) -> bool:
    """Whether an expression stands in an f-string: Python 3.11 gives no place for it."""
    try:
        return ast.unparse(ast.parse(ast.get_source_segment(source, node) or "", mode="eval")) != ast.unparse(node)
    except SyntaxError:  # the place is that of the whole text, or the expression goes over several lines
        return True


def _spliced(source: str, node: ast.expr, text: str) -> str:
    """The source with another expression in the place of one; columns are counted in bytes of UTF-8."""
    lines = source.encode().splitlines(keepends=True)
    start = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
    end = sum(map(len, lines[: (node.end_lineno or 0) - 1])) + (node.end_col_offset or 0)
    whole = source.encode()
    return (whole[:start] + f"({text})".encode() + whole[end:]).decode()
