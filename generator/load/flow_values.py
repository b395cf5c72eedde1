"""Values on one line, for the fast reader: a scalar, a flow list or a flow mapping."""

from __future__ import annotations

import re
from typing import NamedTuple

# A hostile line costs linear time: no alternative can take what another one gave back.  A possessive repeat of the whole
# group would say so more plainly, but before Python 3.11.5 it lets a lookahead in it fail unseen (gh-106052).
PLAIN_VALUE = r"[^\[\]{},#&*!|>'\"%@`?:\- ](?:[^:# ]++|:(?! |$)|(?<! )#| +(?=[^ #]))*$"
_PLAIN = re.compile(PLAIN_VALUE)
_TOKEN = re.compile(
    r"""\ *(?: (?P<mark>[\[\]{},]) | (?P<key>[\w（）]+):\  | "(?P<double>[^"\\]+)"(?=\ *[,\]}]) | '(?P<single>[^']+)'(?=\ *[,\]}])
    | (?P<text>[^\s\[\]{},#&*!|>'"%@`?:-](?:[^\[\]{},#:]|:(?=\d))*) )""",
    re.VERBOSE,
)
_FLAT = re.compile(
    r"""\{ (?: \ *[\w（）]+:\ +[^\s\[\]{},#&*!|>'"%@`?:-][^\[\]{},#:]* (?: ,(?!\}) | (?=\}$) ) )+ \}$""", re.VERBOSE
).match

DEPTH = 16
"""Nesting that the fast reader follows: it recurses, the complete reader does not.  A register needs six levels."""


class FlowList(NamedTuple):
    """A list: `[a, b]`."""

    items: tuple[str | FlowList | FlowMapping, ...]


class FlowMapping(NamedTuple):
    """A mapping: `{a: b}`; `offset` is where its brace is, counted from the beginning of the value."""

    offset: int
    pairs: tuple[tuple[str, str | FlowList | FlowMapping], ...]


Node = str | FlowList | FlowMapping


class NotPlainError(Exception):
    """The file uses YAML beyond the subset."""


def _without_comment(rest: str) -> str:
    """The value without a comment behind it and trailing spaces."""
    value, mark, comment = rest.partition(" #")
    if mark and (comment[:1] not in ("", " ") or "'" in value or '"' in value):
        raise NotPlainError
    return value.rstrip(" ")


def _plain(text: str) -> str:
    """An unquoted scalar, or one in quotes without escapes."""
    if _PLAIN.match(text):
        return text
    quote, inside = text[:1], text[1:-1]
    if quote not in ("'", '"') or text[-1] != quote or not inside or quote in inside or "\\" in inside:
        raise NotPlainError
    return inside


def value_of(rest: str) -> Node:
    """Parse the text behind a key or a dash."""
    text = _without_comment(rest)
    if text[0] not in "[{":
        return _plain(text)
    if _FLAT(text):
        return _flat(text, 0)
    if text[0] == "[" and text[-1] == "]" and _FLAT(text[1:-1]):
        return FlowList((_flat(text[1:-1], 1),))
    node, end = _node(text, 0, 0)
    if end != len(text):
        raise NotPlainError
    return node


def _flat(text: str, offset: int) -> FlowMapping:
    """A mapping of plain scalars, which most are: split instead of tokenized."""
    parts = [part.partition(": ") for part in text[1:-1].split(",")]
    pairs = {key.strip(" "): value.strip(" ") for key, _, value in parts}
    if len(pairs) < len(parts):
        raise NotPlainError
    return FlowMapping(offset, tuple(pairs.items()))


def _node(text: str, at: int, depth: int) -> tuple[Node, int]:
    found = _token(text, at)
    if found["mark"] == "[" and depth < DEPTH:
        return _list(text, found.end(), depth + 1)
    if found["mark"] == "{" and depth < DEPTH:
        return _mapping(text, found.end(), depth + 1)
    value = found["text"] or found["double"] or found["single"]
    if not value:
        raise NotPlainError
    return value.rstrip(" ") if found["text"] else value, found.end()


def _list(text: str, at: int, depth: int) -> tuple[FlowList, int]:
    items: list[Node] = []
    closing = _token(text, at)
    while closing["mark"] != "]":
        item, at = _node(text, at, depth)
        items.append(item)
        closing, at = _next(text, at, "]")
    return FlowList(tuple(items)), closing.end()


def _mapping(text: str, at: int, depth: int) -> tuple[FlowMapping, int]:
    offset = at - 1
    pairs: dict[str, Node] = {}
    closing = _token(text, at)
    while closing["mark"] != "}":
        key = _token(text, at)["key"]
        if not key or key in pairs:
            raise NotPlainError
        pairs[key], at = _node(text, _token(text, at).end(), depth)
        closing, at = _next(text, at, "}")
    return FlowMapping(offset, tuple(pairs.items())), closing.end()


def _next(text: str, at: int, end: str) -> tuple[re.Match[str], int]:
    """The token after an item: the closing bracket, or a comma that is not followed by one."""
    found = _token(text, at)
    if found["mark"] == ",":
        at = found.end()
        if _token(text, at)["mark"] == end:
            raise NotPlainError
    elif found["mark"] != end:
        raise NotPlainError
    return found, at


def _token(text: str, at: int) -> re.Match[str]:
    found = _TOKEN.match(text, at)
    if found is None:
        raise NotPlainError
    return found
