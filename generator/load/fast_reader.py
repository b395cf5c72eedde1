"""The quick way into a register that is written plainly, as nearly all are.

It knows a part of YAML only: mappings and lists by indentation, values on one line, short lists and mappings in
brackets, simple quotes, lines of comment.  At the first thing it does not plainly know it gives up, and the thorough
reader, which also finds and explains mistakes, takes the file from the start.  Where it does not give up, its tree
and its places are those of the thorough reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from sys import intern
from typing import Any, NamedTuple

from generator.load.flow_values import DEPTH, PLAIN_VALUE, FlowList, FlowMapping, Node, NotPlainError, value_of
from generator.load.invisible import is_plain
from generator.load.tree import Block, MappingPosition
from generator.model.problem import Problem
from generator.model.record import SOURCE_KEY, Source
from generator.model.source_text import SourceText

_LINE = re.compile(r"( *)(- )?(?:(\w{1,100}):(?: |$))?((?![ #]).+|)$")
_PAIR = re.compile(rf"( *)(\w{{1,100}}): ({PLAIN_VALUE})")
"""By far the most lines: a key with a plain value."""

Parse = Callable[[SourceText], tuple[Block | None, list[Problem]]]
"""The thorough reader: a tree, and what is wrong with the text."""


class LazyPosition(Source):
    """The place of a mapping.  The places of its keys are found by a second look, which only a mistake asks for."""

    lazy: LazyPositions

    def of(self, key: str) -> Source:
        """The place of the value under `key`, or of the key where the value is empty."""
        return self.lazy.places[self.line, self.column].of(key)

    def __reduce__(self) -> tuple[type[Source], tuple[str, int, int]]:
        """A copy is a plain place."""
        return Source, (self.path, self.line, self.column)


class LazyPositions:
    """The places of all mappings of a plain file, worked out by the thorough reader when the first is asked for."""

    def __init__(self, path: str, text: str, parse: Parse) -> None:
        self._path = path
        self._text = text
        self._parse = parse

    @cached_property
    def places(self) -> dict[tuple[int, int], MappingPosition]:
        """The place of every mapping, by line and column."""
        tree, _ = self._parse(SourceText(self._path, self._text))
        found: dict[tuple[int, int], MappingPosition] = {}
        waiting: list[object] = [tree]
        while waiting:
            value = waiting.pop()
            if isinstance(value, Block):
                found[value.place.line, value.place.column] = value.place
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)
        return found


def read_fast(path: str, text: str, parse: Parse) -> dict[str, Any] | None:
    """The mapping that a plainly written file holds, with the place of every mapping; None where it is not plain.

    `parse` is the thorough reader: it is asked only where a mistake needs the place of a key.
    """
    if not is_plain(text):  # tabs, wide or invisible spaces, control characters
        return None
    try:
        return _Plain(LazyPositions(path, text, parse), path).read(text)
    except NotPlainError:
        return None


class _Line(NamedTuple):
    """One line: its indent, whether a dash follows, the key after that, and its value; None where that comes later.

    Without a key, `value` is what stands behind the dash.
    """

    indent: int
    dash: bool
    key: str | None
    value: Node | None


class _Plain:
    """One file while it is read.

    `open` are the mappings and lists around the current line, with their indents; `waiting` is the key whose value
    begins on a later line.
    """

    def __init__(self, lazy: LazyPositions, path: str) -> None:
        self.lazy = lazy
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
            raise NotPlainError
        root: dict[str, Any] = self.open[0][1]
        return root

    def _innermost(self) -> tuple[int, dict[str | None, Any]]:
        """The mapping that the next line may go on with, and its indent; where there is none, no line has that indent."""
        if not self.open or type(self.open[-1][1]) is list:
            return -1, {}
        return self.open[-1]

    def _take(self, indent: int, *, dash: bool, key: str | None, value: Node | None) -> None:
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
            raise NotPlainError
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
            raise NotPlainError
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
        if frames[-1][0] != indent or (type(frames[-1][1]) is list) != dash or len(frames) > DEPTH:
            raise NotPlainError

    def _item(self, items: list[Any], indent: int) -> dict[str, Any]:
        """A mapping that is an item of a list."""
        block = self._block(self.line, indent + 1)
        items.append(block)
        self.open.append((indent, block))
        return block

    def _key(self, block: dict[str | None, Any], indent: int, key: str | None, value: Node | None) -> None:
        """A key with its value, or with none so far."""
        if key is None or key in block:
            raise NotPlainError
        if type(value) is str:
            block[key] = value
        elif value is None:
            block[key], self.waiting = None, key
        else:
            block[key] = self._made(value, indent + len(key) + 3)

    def _made(self, node: Node | None, column: int) -> Any:
        """A value that begins in this column, with the places that mappings in it have."""
        if type(node) is FlowList:
            return [item if type(item) is str else self._made(item, column) for item in node.items]
        if type(node) is FlowMapping:
            block = self._block(self.line, column + node.offset)
            for key, value in node.pairs:
                block[key] = value if type(value) is str else self._made(value, column)
            return block
        return node

    def _block(self, line: int, column: int) -> dict[str, Any]:
        place = tuple.__new__(LazyPosition, (self.path, line, column))
        place.lazy = self.lazy
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
        raise NotPlainError
    return _Line(len(spaces), dash=bool(dash), key=key or None, value=value_of(rest) if rest else None)
