"""Values of a register as the text of one cell of a table, and back.

A cell holds one value or, in a column of several, a value a line.  A value that a line would not give back as it is stands
in quotes, with the escapes of JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from generator.model.shape import FieldKind

NONE_STATED = "（无）"
"""What a cell says where a register has an empty list (`[]`): somebody states that there is none."""

NUMERIC = frozenset({FieldKind.COUNT, FieldKind.NUMBER})
SHORT_VALUES = frozenset(
    {
        FieldKind.CHOICE,
        FieldKind.IDENTIFIER,
        FieldKind.BRANCH,
        FieldKind.CRITERION,
        FieldKind.STANDARD,
        FieldKind.DAY,
        FieldKind.MONTH,
    }
)
"""Kinds whose values hold no punctuation: several may stand on one line."""

_QUOTED = r'"(?:[^"\\\n]|\\.)*"'
_LINE = re.compile(rf"{_QUOTED}(?=\s*(?:\n|$))|[^\n]+")
_BREAKS = "\n、；，;,"
_PAIR = re.compile(rf"\s*({_QUOTED}|[^：:；;\n]+?)\s*[：:]\s*({_QUOTED}|[^；;\n]*)")
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_EXACT = 15
"""The digits that a spreadsheet keeps of a number."""


def cell_text(kind: FieldKind, value: Any, *, many: bool = False, words: tuple[str, ...] = ()) -> str:
    """The text of a cell; empty where there is nothing to say.  `words` are those to choose from, if any."""
    if kind is FieldKind.MAPPING:
        pairs = value.items() if isinstance(value, Mapping) else ()
        return "；".join(f"{_protected(key, '：:；;')}：{_protected(item, '：:；;')}" for key, item in pairs)
    if isinstance(value, list | tuple) and many:
        breaks = _BREAKS if kind in SHORT_VALUES else ""
        return "\n".join(_protected(item, breaks, words) for item in value) if value else NONE_STATED
    return "" if value is None or isinstance(value, Mapping | list | tuple) else clean(value)


def cell_value(
    kind: FieldKind, text: str, *, many: bool = False, words: tuple[str, ...] = ()
) -> str | list[str] | dict[str, str]:
    """What a cell says: a text, a list or a mapping of texts."""
    text = clean(text)
    if kind is FieldKind.MAPPING:
        return {_bare(key): _bare(item) for key, item in _PAIR.findall(text)}
    if not many:
        return text
    if text == NONE_STATED:
        return []
    pieces = (_pieces(words) if kind in SHORT_VALUES else _LINE).findall(text)
    return [value for piece in pieces if (value := _bare(piece))]


@cache
def _pieces(words: tuple[str, ...]) -> re.Pattern[str]:
    """What one of several values on a line is: a word to choose (which may hold punctuation), a quoted text, any other."""
    known = "".join(rf"{re.escape(word)}(?=\s*(?:[{_BREAKS}]|$))|" for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"{known}{_QUOTED}|[^\s{_BREAKS}][^{_BREAKS}]*")


def clean(value: Any) -> str:
    """A text without the spaces around it, which no field keeps, and with one kind of line break."""
    text = value if type(value) is str else str(value)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() if "\r" in text else text.strip()


def same_form(kind: FieldKind, text: str) -> str:
    """One form of all texts that mean one value: a number cell gives 3260.5 for 3260.50, and 7 for 07."""
    return _same_number(text) if kind in NUMERIC else text


def is_number(kind: FieldKind, text: str) -> bool:
    """Whether a number cell gives the text back, but for zeros at the end of decimals."""
    plain = kind in NUMERIC and _NUMBER.fullmatch(text) is not None and len(text) <= _EXACT
    return plain and (text[0] != "0" or text[1:2] in ("", "."))


@lru_cache(maxsize=4096)
def _same_number(text: str) -> str:
    if not _NUMBER.fullmatch(text):
        return text
    whole, _, decimals = text.partition(".")
    whole, decimals = whole.lstrip("0") or "0", decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _protected(value: Any, breaks: str, words: tuple[str, ...] = ()) -> str:
    """A value as it can stand among others: in quotes where it holds what parts them."""
    text = clean(value)
    if text in words:
        return text
    parted = text[:1] in ('"', "") or "\n" in text or text == NONE_STATED or any(mark in text for mark in breaks)
    return json.dumps(text, ensure_ascii=False) if parted else text


def _bare(piece: str) -> str:
    piece = piece.strip()
    if len(piece) > 1 and piece[0] == piece[-1] == '"':
        try:
            return clean(json.loads(piece))
        except ValueError:
            return piece
    return piece
