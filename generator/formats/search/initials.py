"""Initials by which a Chinese name is typed: 信息学院 is `xxxy`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("initials.txt")
"""The initial of the first reading of each character from U+4E00 on, 128 a line, by pypinyin; a full stop where it has none."""

_FIRST = 0x4E00


def initials(name: str) -> str:
    """The initials of the Chinese characters of a name, Latin letters and digits in between as they are."""
    return "".join(filter(str.isalnum, map(_initial, name.lower())))


def _initial(character: str) -> str:
    at = ord(character) - _FIRST
    return _known()[at] if 0 <= at < len(_known()) else character if character.isascii() else ""


@cache
def _known() -> str:
    return _TABLE.read_text(encoding="ascii").replace("\n", "")
