"""The quick way into a register that is written plainly, as nearly all are.

It knows a part of YAML only: mappings and lists by indentation, values on one line, short lists and mappings in
brackets, simple quotes, lines of comment.  At the first thing it does not plainly know it gives up, and the thorough
reader, which also finds and explains mistakes, takes the file from the start.  Where it does not give up, its tree
and its places are those of the thorough reader.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from sys import intern
from typing import Any, NamedTuple

from generator.load.characters import is_plain
from generator.load.reader import parse
from generator.load.sheet import Sheet
from generator.load.tree import Block, Place
from generator.model.problem import Source
from generator.model.records.base import SOURCE_KEY

_LINE = re.compile(r"( *)(- )?(?:(\w{1,100}):(?: |$))?((?![ #]).+|)$")
_VALUE = r"[^\[\]{},#&*!|>'\"%@`?:\- ](?:[^:# ]++|:(?! |$)|(?<! )#| ++(?![# ]|$))*+$"
_PLAIN = re.compile(_VALUE)
_PAIR = re.compile(rf"( *)(\w{{1,100}}): ({_VALUE})")
"""By far the most lines: a key with a plain value."""

_TOKEN = re.compile(
    r"""\ *(?: (?P<mark>[\[\]{},]) | (?P<key>\w+):\  | "(?P<double>[^"\\]+)"(?=\ *[,\]}]) | '(?P<single>[^']+)'(?=\ *[,\]}])
    | (?P<text>[^\s\[\]{},#&*!|>'"%@`?:-](?:[^\[\]{},#:]|:(?=\d))*) )""",
    re.VERBOSE,
)
_FLAT = re.compile(
    r"""\{ (?: \ *\w+:\ +[^\s\[\]{},#&*!|>'"%@`?:-][^\[\]{},#:]* (?: ,(?!\}) | (?=\}$) ) )+ \}$""", re.VERBOSE
).match

_DEPTH = 16


class _List(NamedTuple):
    """A list in brackets."""

    items: tuple[str | _List | _Mapping, ...]


class _Mapping(NamedTuple):
    """A mapping in braces that open so many characters after the beginning of the value."""

    offset: int
    pairs: tuple[tuple[str, str | _List | _Mapping], ...]


_Node = str | _List | _Mapping


class _GiveUpError(Exception):
    """This file is not plain."""


class PlainPlace(Source):
    """The place of a mapping.  The places of its keys are found by a second look, which only a mistake asks for."""

    look: SecondLook

    def of(self, key: str) -> Source:
        """The place of the value under `key`, or of the key where the value is empty."""
        return self.look.places[self.line, self.column].of(key)

    def __reduce__(self) -> tuple[type[Source], tuple[str, int, int]]:
        """A copy is a plain place."""
        return Source, (self.path, self.line, self.column)


class SecondLook:
    """A plain file that the thorough reader may have to be asked about after all."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text

    @cached_property
    def places(self) -> dict[tuple[int, int], Place]:
        """The place of every mapping, by line and column."""
        tree, _ = parse(Sheet(self._path, self._text))
        found: dict[tuple[int, int], Place] = {}
        waiting: list[object] = [tree]
        while waiting:
            value = waiting.pop()
            if isinstance(value, Block):
                found[value.place.line, value.place.column] = value.place
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)
        return found


def read_plain(path: str, text: str) -> dict[str, Any] | None:
    """The mapping that a plainly written file holds, with the place of every mapping; None where it is not plain."""
    if not is_plain(text):  # tabs, wide or invisible spaces, control characters
        return None
    try:
        return _Plain(SecondLook(path, text), path).read(text)
    except _GiveUpError:
        return None


class _Line(NamedTuple):
    """One line: its indent, whether a dash follows, the key after that, and its value; None where that comes later.

    Without a key, `value` is what stands behind the dash.
    """

    indent: int
    dash: bool
    key: str | None
    value: _Node | None


class _Plain:
    """One file while it is read.

    `open` are the mappings and lists around the current line, with their indents; `waiting` is the key whose value
    begins on a later line.
    """

    def __init__(self, look: SecondLook, path: str) -> None:
        self.look = look
        self.path = path
        self.open: list[tuple[int, Any]] = []
        self.waiting: str | None = None
        self.line = 0

    def read(self, text: str) -> dict[str, Any]:
        """The root."""
        inner, holder = self._innermost()
        for self.line, line in enumerate(map(_line, text.split("\n")), 1):
            if line is None:
                continue
            indent, dash, key, value = line
            if indent == inner and not dash and self.waiting is None:  # one more key of the same mapping
                if type(value) is str and key not in holder:
                    holder[key] = value
                else:
                    self._key(holder, indent, key, value)
            else:
                self._take(indent, dash=dash, key=key, value=value)
                inner, holder = self._innermost()
        if not self.open or self.waiting is not None:
            raise _GiveUpError
        root: dict[str, Any] = self.open[0][1]
        return root

    def _innermost(self) -> tuple[int, dict[str | None, Any]]:
        """The mapping that the next line may go on with, and its indent; where there is none, no line has that indent."""
        if not self.open or type(self.open[-1][1]) is list:
            return -1, {}
        return self.open[-1]

    def _take(self, indent: int, *, dash: bool, key: str | None, value: _Node | None) -> None:
        """A line of any kind."""
        if not self.open:
            self._begin(indent, dash=dash, key=key)
        elif self.waiting is not None:
            self._enter(self.waiting, indent, dash=dash, key=key)
        else:
            self._leave(indent, dash=dash)
        holder = self.open[-1][1]
        if dash:
            indent += 2
            if key is None:
                holder.append(self._made(value, indent + 1))
                return
            holder = self._item(holder, indent)
        self._key(holder, indent, key, value)

    def _begin(self, indent: int, *, dash: bool, key: str | None) -> None:
        if indent or dash or not key:
            raise _GiveUpError
        root = self._block(self.line, 1)
        self.open.append((0, root))

    def _enter(self, waiting: str, indent: int, *, dash: bool, key: str | None) -> None:
        """The first line of a mapping or a list that stands under a key."""
        outer, holder = self.open[-1]
        value: Any
        if dash and indent >= outer:
            value = []
        elif key and not dash and indent > outer:
            value = self._block(self.line, indent + 1)
        else:
            raise _GiveUpError
        holder[waiting] = value
        self.open.append((indent, value))
        self.waiting = None

    def _leave(self, indent: int, *, dash: bool) -> None:
        """Close what this line no longer stands in."""
        frames = self.open
        while frames[-1][0] > indent:
            frames.pop()
        if not dash and type(frames[-1][1]) is list:
            frames.pop()
        if frames[-1][0] != indent or (type(frames[-1][1]) is list) != dash or len(frames) > _DEPTH:
            raise _GiveUpError

    def _item(self, items: list[Any], indent: int) -> dict[str, Any]:
        """A mapping that is an item of a list."""
        block = self._block(self.line, indent + 1)
        items.append(block)
        self.open.append((indent, block))
        return block

    def _key(self, block: dict[str | None, Any], indent: int, key: str | None, value: _Node | None) -> None:
        """A key with its value, or with none so far."""
        if key is None or key in block:
            raise _GiveUpError
        if type(value) is str:
            block[key] = value
        elif value is None:
            block[key], self.waiting = None, key
        else:
            block[key] = self._made(value, indent + len(key) + 3)

    def _made(self, node: _Node | None, column: int) -> Any:
        """A value that begins in this column, with the places that mappings in it have."""
        if type(node) is _List:
            return [item if type(item) is str else self._made(item, column) for item in node.items]
        if type(node) is _Mapping:
            block = self._block(self.line, column + node.offset)
            for key, value in node.pairs:
                block[key] = value if type(value) is str else self._made(value, column)
            return block
        return node

    def _block(self, line: int, column: int) -> dict[str, Any]:
        place = tuple.__new__(PlainPlace, (self.path, line, column))
        place.look = self.look
        return {SOURCE_KEY: place}


@lru_cache(maxsize=16_384)
def _line(text: str) -> _Line | None:
    """What a line says, or None where it says nothing; most lines stand in many registers."""
    if found := _PAIR.match(text):
        return _Line(len(found[1]), dash=False, key=intern(found[2]), value=found[3])
    if text.lstrip(" ")[:1] in ("", "#"):
        return None
    found = _LINE.match(text)
    spaces, dash, key, rest = found.groups() if found else ("", None, None, "")
    if not (key or (dash and rest)):
        raise _GiveUpError
    return _Line(len(spaces), dash=bool(dash), key=key or None, value=_value(rest) if rest else None)


def _without_comment(rest: str) -> str:
    """What stands before a comment at the end of the line, and before the spaces there."""
    value, mark, comment = rest.partition(" #")
    if mark and (comment[:1] not in ("", " ") or "'" in value or '"' in value):
        raise _GiveUpError
    value = value.rstrip(" ")
    if not value:
        raise _GiveUpError
    return value


def _plain(text: str) -> str:
    """A value without quotes, or in simple ones."""
    if _PLAIN.match(text):
        return text
    quote, inside = text[:1], text[1:-1]
    if quote not in ("'", '"') or text[-1] != quote or not inside or quote in inside or "\\" in inside:
        raise _GiveUpError
    return inside


def _value(rest: str) -> _Node:
    """What stands behind a key or a dash."""
    text = _without_comment(rest)
    if text[0] not in "[{":
        return _plain(text)
    if _FLAT(text):
        return _flat(text, 0)
    if text[0] == "[" and text[-1] == "]" and _FLAT(text[1:-1]):
        return _List((_flat(text[1:-1], 1),))
    node, end = _node(text, 0, 0)
    if end != len(text):
        raise _GiveUpError
    return node


def _flat(text: str, offset: int) -> _Mapping:
    """A mapping of plain values, as most are; quicker than word by word."""
    parts = [part.partition(": ") for part in text[1:-1].split(",")]
    pairs = {key.strip(" "): value.strip(" ") for key, _, value in parts}
    if len(pairs) < len(parts):
        raise _GiveUpError
    return _Mapping(offset, tuple(pairs.items()))


def _node(text: str, at: int, depth: int) -> tuple[_Node, int]:
    found = _token(text, at)
    if found["mark"] == "[" and depth < _DEPTH:
        return _list(text, found.end(), depth + 1)
    if found["mark"] == "{" and depth < _DEPTH:
        return _mapping(text, found.end(), depth + 1)
    value = found["text"] or found["double"] or found["single"]
    if not value:
        raise _GiveUpError
    return value.rstrip(" ") if found["text"] else value, found.end()


def _list(text: str, at: int, depth: int) -> tuple[_List, int]:
    items: list[_Node] = []
    closing = _token(text, at)
    while closing["mark"] != "]":
        item, at = _node(text, at, depth)
        items.append(item)
        closing, at = _next(text, at, "]")
    return _List(tuple(items)), closing.end()


def _mapping(text: str, at: int, depth: int) -> tuple[_Mapping, int]:
    offset = at - 1
    pairs: dict[str, _Node] = {}
    closing = _token(text, at)
    while closing["mark"] != "}":
        key = _token(text, at)["key"]
        if not key or key in pairs:
            raise _GiveUpError
        pairs[key], at = _node(text, _token(text, at).end(), depth)
        closing, at = _next(text, at, "}")
    return _Mapping(offset, tuple(pairs.items())), closing.end()


def _next(text: str, at: int, end: str) -> tuple[re.Match[str], int]:
    """After an item: the closing bracket, or a comma and no bracket after it."""
    found = _token(text, at)
    if found["mark"] == ",":
        at = found.end()
        if _token(text, at)["mark"] == end:
            raise _GiveUpError
    elif found["mark"] != end:
        raise _GiveUpError
    return found, at


def _token(text: str, at: int) -> re.Match[str]:
    found = _TOKEN.match(text, at)
    if found is None:
        raise _GiveUpError
    return found
