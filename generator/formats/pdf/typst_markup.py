"""Typst markup without injection: text enters only as a string literal, so none of its characters is markup."""

from __future__ import annotations

from collections.abc import Iterable

_KEPT = str.maketrans("", "", "\u3000\u00a0")


def literal(value: str) -> str:
    """The Typst string literal of a text; the only function that escapes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    if not escaped.isprintable() and not escaped.translate(_KEPT).isprintable():
        escaped = "".join(map(_plain, escaped))
    return f'"{escaped}"'


def text(value: str) -> str:
    """A text as markup; the semicolon ends the expression, whatever follows."""
    return f"#{literal(value)};"


def call(function: str, *words: str) -> str:
    """A call with strings for arguments, as markup."""
    return f"#{function}({', '.join(literal(word) for word in words)});"


def array(expressions: Iterable[str]) -> str:
    """A Typst array; the comma after each keeps a single one an array."""
    return "(" + "".join(f"{expression}, " for expression in expressions) + ")"


def _plain(char: str) -> str:
    return char if char.isprintable() or char in "\u3000\u00a0" else f"\\u{{{ord(char):x}}}"
