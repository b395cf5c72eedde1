"""What `lstat` said of the files of a tree, packed: a site may have a million, of which next to none is looked at alone."""

from __future__ import annotations

import zlib
from array import array
from base64 import b64decode, b64encode
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

State = tuple[int, int, int, int]
"""Inode, size, mtime and ctime (ns).  Whoever writes, replaces or renames changes one of them; ctime nobody can set."""

SHEET = 1024
"""Names of a sheet at most."""

_FAST = 1
_WIDTH = 4


class Sheet(NamedTuple):
    """Some names and their states in order: the place of the first one, and both packed."""

    place: str
    names: str
    states: str

    @classmethod
    def of(cls, rows: Mapping[str, State]) -> Sheet:
        """These rows, which are in order."""
        numbers = array("q", chain.from_iterable(rows.values()))
        return cls(
            place_of(next(iter(rows))),
            _packed("\0".join(rows).encode(errors="surrogateescape")),
            _packed(numbers.tobytes()),
        )

    def rows(self) -> Iterator[tuple[str, State]]:
        """Each name with its state."""
        numbers = self.numbers()
        states = zip(*(numbers[at::_WIDTH] for at in range(_WIDTH)), strict=True)
        return zip(_unpacked(self.names).decode(errors="surrogateescape").split("\0"), states, strict=True)

    def numbers(self) -> array[int]:
        """The states one after the other."""
        numbers = array("q")
        numbers.frombytes(_unpacked(self.states))
        return numbers


@dataclass(frozen=True, slots=True)
class PackedStates:
    """Files or folders of a tree with their states: a folder stands right before what is in it."""

    sheets: tuple[Sheet, ...] = ()

    @classmethod
    def of_json(cls, row: Mapping[str, Any]) -> PackedStates:
        """What the cache wrote."""
        return cls(tuple(Sheet(*sheet) for sheet in row["sheets"]))

    def rows(self) -> Iterator[tuple[str, State]]:
        """Each name with its state."""
        return chain.from_iterable(sheet.rows() for sheet in self.sheets)

    def held(self, names: Iterable[str]) -> dict[str, State]:
        """Those of the names that are here, with their states."""
        found: dict[str, State] = {}
        for at, some in self._by_sheet(names).items():
            found.update((name, state) for name, state in self._rows(at).items() if name in some)
        return found

    def noted(self, states: Mapping[str, State | None]) -> PackedStates:
        """The same with these states; None where there is nothing any more."""
        changed = {}
        for at, names in self._by_sheet(states).items():
            rows = {**self._rows(at), **{name: states[name] for name in names}}
            left = ((name, state) for name in sorted(rows, key=place_of) if (state := rows[name]) is not None)
            changed[at] = packed_states(left).sheets
        kept = (changed.get(at, (sheet,)) for at, sheet in enumerate(self.sheets or [None]))
        return PackedStates(tuple(sheet for sheets in kept for sheet in sheets if sheet is not None))

    @property
    def newest(self) -> int:
        """The last moment (ns) at which one of them changed."""
        return max((max(sheet.numbers()[_WIDTH - 1 :: _WIDTH]) for sheet in self.sheets), default=0)

    def _rows(self, at: int) -> dict[str, State]:
        return dict(self.sheets[at].rows()) if self.sheets else {}

    def _by_sheet(self, names: Iterable[str]) -> Mapping[int, set[str]]:
        """The names by the sheet in which each stands or would stand."""
        places, found = [sheet.place for sheet in self.sheets], defaultdict[int, set[str]](set)
        for name in names:
            found[max(0, bisect_right(places, place_of(name)) - 1)].add(name)
        return found


@dataclass(slots=True)
class Packer:
    """Packs rows that come in order, so that memory never holds more of them than a sheet."""

    _sheets: list[Sheet] = field(default_factory=list)
    _rows: dict[str, State] = field(default_factory=dict)

    def add(self, name: str, state: State) -> None:
        """The next row."""
        self._rows[name] = state
        if len(self._rows) == SHEET:
            self._pack()

    def packed(self) -> PackedStates:
        """All rows."""
        self._pack()
        return PackedStates(tuple(self._sheets))

    def _pack(self) -> None:
        if self._rows:
            self._sheets.append(Sheet.of(self._rows))
            self._rows = {}


def packed_states(rows: Iterable[tuple[str, State]]) -> PackedStates:
    """Rows that come in order."""
    packer = Packer()
    for name, state in rows:
        packer.add(name, state)
    return packer.packed()


def place_of(name: str) -> str:
    """What names are sorted by: folder by folder, as a walk goes that takes what is in a folder in order."""
    return name.replace("/", "\0")


def _packed(data: bytes) -> str:
    return b64encode(zlib.compress(data, _FAST)).decode()


def _unpacked(text: str) -> bytes:
    return zlib.decompress(b64decode(text))
