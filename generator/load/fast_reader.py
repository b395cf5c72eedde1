"""A fast reader for the subset of YAML that nearly all registers use.

The subset: block mappings and lists, values on one line, short flow lists and mappings, simple quotes, whole-line
comments.  At anything else it gives up (`NotPlainError`), and the complete reader, which also explains mistakes, reads
the file from the start.  Where it does not give up, its tree and its positions equal those of the complete reader; a
property test compares the two.  It takes a fifth of the time (0.9 ms a branch instead of 4.8, demonstration).
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from generator.load.flow_values import DEPTH, PLAIN_VALUE, FlowList, FlowMapping, Node, NotPlainError, value_of
from generator.load.invisible import is_plain
from generator.load.lazy_positions import LazyPosition, LazyPositions, Parse
from generator.model.record import SOURCE_KEY

_LINE = re.compile(r"( *)(- )?(?:(\w{1,100}):(?: |$))?((?![ #]).+|)$")
_PAIR = re.compile(rf"( *)(\w{{1,100}}): ({PLAIN_VALUE})")
"""A key with a plain value: by far the most lines, so they are matched first."""


def read_fast(path: str, text: str, parse: Parse) -> dict[str, Any] | None:
    """The mapping in a file, with the position of every mapping; None where it is outside the subset.

    `parse` is the complete reader, called only where a Problem needs the position of a key.
    """
    if not is_plain(text):  # tabs, U+3000, invisible characters: the complete reader reports them
        return None
    try:
        return _Parser(LazyPositions(path, text, parse), path).read(text)
    except NotPlainError:
        return None


class _Line(NamedTuple):
    """One line: indent, whether it has a dash, key, and value (None where it begins on a later line).

    Without a key, `value` is the list item behind the dash.
    """

    indent: int
    dash: bool
    key: str | None
    value: Node | None


class _Parser:
    """The state of parsing one file.

    `open` is the stack of mappings and lists around the current line, with their indents; `waiting` is the key whose
    value begins on a later line.
    """

    def __init__(self, lazy: LazyPositions, path: str) -> None:
        self.lazy = lazy
        self.path = path
        self.open: list[tuple[int, Any]] = []
        self.waiting: str | None = None
        self.line = 0

    def read(self, text: str) -> dict[str, Any]:
        """Parse the lines into the root mapping."""
        inner, holder = self._innermost()
        for self.line, line in enumerate(map(_line, text.split("\n")), 1):
            if line is None:
                continue
            indent, dash, key, value = line
            if (
                indent == inner and not dash and self.waiting is None
            ):  # fast path: one more key of the innermost mapping
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
        """The innermost open mapping and its indent; -1, which no line has, where a list is innermost."""
        if not self.open or type(self.open[-1][1]) is list:
            return -1, {}
        return self.open[-1]

    def _take(self, indent: int, *, dash: bool, key: str | None, value: Node | None) -> None:
        """Process a line of any kind."""
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
        """The first line of a mapping or list under the waiting key."""
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
        """Pop the containers that this line is outside of."""
        frames = self.open
        while frames[-1][0] > indent:
            frames.pop()
        if not dash and type(frames[-1][1]) is list:
            frames.pop()
        if frames[-1][0] != indent or (type(frames[-1][1]) is list) != dash or len(frames) > DEPTH:
            raise NotPlainError

    def _item(self, items: list[Any], indent: int) -> dict[str, Any]:
        """Push a mapping that is an item of a list."""
        block = self._block(self.line, indent + 1)
        items.append(block)
        self.open.append((indent, block))
        return block

    def _key(self, block: dict[str | None, Any], indent: int, key: str | None, value: Node | None) -> None:
        """Store a key with its value, or with none so far."""
        if key is None or key in block:
            raise NotPlainError
        if type(value) is str:
            block[key] = value
        elif value is None:
            block[key], self.waiting = None, key
        else:
            block[key] = self._made(value, indent + len(key) + 3)

    def _made(self, node: Node | None, column: int) -> Any:
        """Build a flow value that begins in this column, with positions for the mappings in it."""
        if type(node) is FlowList:
            return [item if type(item) is str else self._made(item, column) for item in node.items]
        if type(node) is FlowMapping:
            block = self._block(self.line, column + node.offset)
            for key, value in node.pairs:
                block[key] = value if type(value) is str else self._made(value, column)
            return block
        return node

    def _block(self, line: int, column: int) -> dict[str, Any]:
        # tuple.__new__ skips NamedTuple's Python-level __new__; this runs for every mapping of every register.
        place = tuple.__new__(LazyPosition, (self.path, line, column))
        place.lazy = self.lazy
        return {SOURCE_KEY: place}


@lru_cache(maxsize=16_384)
def _line(text: str) -> _Line | None:
    """The parsed line, or None for a blank line or comment; cached, because the same lines are in many registers."""
    if found := _PAIR.match(text):
        return _Line(len(found[1]), dash=False, key=intern(found[2]), value=found[3])
    if text.lstrip(" ")[:1] in ("", "#"):
        return None
    found = _LINE.match(text)
    spaces, dash, key, rest = found.groups() if found else ("", None, None, "")
    if not (key or (dash and rest)):
        raise NotPlainError
    return _Line(len(spaces), dash=bool(dash), key=key or None, value=value_of(rest) if rest else None)
