"""Texts as YAML scalars: plain where every reader takes them for the text that they are, else in quotes.

Our own reader takes every scalar for text.  Others follow YAML 1.1, where `14:30` is 870, `NO` is false, `~` is nothing
and `1.10` loses its zero; days and whole numbers are written plain all the same, as people write them.
"""

from __future__ import annotations

import re

_FIRST = re.compile(r"[\[\]{},#&*!|>'\"%@`?:=~<.+-]")
"""What means something else to YAML, to a spreadsheet or to our fast reader at the beginning of a value."""

_BLOCK = re.compile(r": | #|:$")
_FLOW = re.compile(r"[,\[\]{}#?]|:(?!\d)")
_NO_TEXT = re.compile(
    r"(?:y|yes|n|no|on|off|true|false|null)$"  # truth and nothing
    r"|0\d|0[xob]|\d[\d_]*(?:_|$)(?<!\d)|\d+_"  # octal, hexadecimal and binary numbers, digits in groups
    r"|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$"  # base 60
    r"|\d[\d_]*\.[\d_]*(?:e[+-]?\d+)?$|\d+e[+-]?\d+$"  # fractions
    r"|\d{4}-\d\d?-\d\d?(?:t|\s)",  # a time of a day
    re.IGNORECASE,
)
"""What YAML 1.1 takes for no text; a day alone and a whole number are left out."""

_FRACTION = re.compile(r"(?:0|[1-9]\d*)\.\d+$")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def is_fraction(value: str) -> bool:
    """Whether a text is a number with a point, which people write plain where it is an amount."""
    return _FRACTION.match(value) is not None


def reads_plain(value: str, *, flow: bool) -> bool:
    """Whether a text may be written as it is, behind a key or (`flow`) within brackets."""
    return bool(
        value
        and value == value.strip()
        and _shows(value)
        and not _FIRST.match(value)
        and not _BLOCK.search(value)
        and not (flow and _FLOW.search(value))
        and not _NO_TEXT.match(value)
    )


def scalar(value: str, *, flow: bool) -> str:
    """A text as it is written behind a key or (`flow`) within brackets; always on one line."""
    return value if reads_plain(value, flow=flow) else quoted(value)


def quoted(value: str) -> str:
    """A text in quotes, double ones unless single ones spare it escapes."""
    if ('"' in value or "\\" in value) and "'" not in value and _shows(value):
        return f"'{value}'"
    return f'"{"".join(map(_escaped, value))}"'


def _shows(value: str) -> bool:
    """Whether a text has only characters that show; the wide space is one that people type."""
    return value.replace("\u3000", "").isprintable()


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if _shows(character):
        return character
    point = ord(character)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
