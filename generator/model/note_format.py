"""The text of a note: one row of a register, as a page like 记一次会 gives it and `zhibu import note` reads it.

    【记一次会·第1版】xx-js1·2019
    类型：支部党员大会、党课
    缺席·请假：2
    议题1·事项：审议支部推进计划
    【校验】4行·3W5E1Q2·7KQM0XA1BZ9C

A line holds one value: the keys that lead to it, joined with `·` and numbered where they lead into a list, a colon, the
value.  The last line has how many lines there are before it, a check of all of them, and one of each.  Checks are of what a
line says, not of how wide its characters are or what space there is, since chat programs change that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from generator.model.record import Record

CHECK = "【校验】"
STEP = "·"
"""What keys of a path are joined with."""

LIST = "、"
"""What several choices in one value are joined with."""

STEP_FORMS = "·・•‧."
"""What chat programs and keyboards make of `STEP`, after NFKC."""

NOTE_SPACE = r"\t\n\v\f\r \x85\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff"
"""White space and characters without width, as a range of a regular expression in Python and in a browser."""

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Check digits: base 32 without the letters that look like digits (Crockford)."""

LINE_DIGITS, ALL_DIGITS = 3, 7

_SPACE = re.compile(f"[{NOTE_SPACE}]+")
_STEPS = re.compile(f"[{re.escape(STEP_FORMS)}]")


class NoteFormat(NamedTuple):
    """A kind of note: what its pages and its first line call it, the rows that it tells, the version of their fields."""

    title: str
    record: type[Record]
    version: int = 1

    def head_line(self, branch: str, year: int) -> str:
        """The first line of a note."""
        return f"【{self.title}{STEP}第{self.version}版】{branch}{STEP}{year}"


def canonical(line: str) -> str:
    """What a line says, however it is spaced and however wide its characters are."""
    return _STEPS.sub(STEP, _SPACE.sub("", unicodedata.normalize("NFKC", line)))


def check_of_line(said: str) -> str:
    """The check digits of a line in canonical form."""
    return _digits(crc32(said.encode()), LINE_DIGITS)


def check_of_all(said: Iterable[str]) -> str:
    """The check digits of all lines in canonical form, in their order."""
    return _digits(crc32("\n".join(said).encode()), ALL_DIGITS)


def _digits(number: int, count: int) -> str:
    """The last digits of a number in base 32."""
    return "".join(DIGITS[number >> 5 * place & 31] for place in reversed(range(count)))
