"""Characters that nobody sees and nobody meant: zero-width ones, direction overrides, control characters."""

from __future__ import annotations

import re
import unicodedata

from generator.load.sheet import Sheet
from generator.model.problem import Problem, Source
from generator.model.problem_codes import report

_STRANGE = re.compile(
    "[\u200b\u200c\u2060\ufeff\u00ad\ufffc]"  # zero width
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"  # a joiner, except between the parts of an emoji
    "|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"  # direction
    "|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]"  # control characters and foreign line ends
)
_SUSPECTS = re.compile(
    "[\u200b-\u200f\u2060-\u2069\ufeff\u00ad\u061c\u2028-\u202e\x00-\x08\x0b-\x1f\x7f-\x9f\ufffc\ufffe\uffff]"
)
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
STAND_IN = "\ufffc"
"""Stands where a character was put aside to read on; nobody types it."""
_NAMES = {"\ufeff": "ZERO WIDTH NO-BREAK SPACE（BOM）", "\x85": "NEXT LINE"}


def strangers(text: str) -> list[str]:
    """The strange characters in a text, each once, in order."""
    return list(dict.fromkeys(_STRANGE.findall(text)))


def strange(character: str, source: Source, times: int = 1) -> Problem:
    """The Problem of one strange character."""
    name = f"U+{ord(character):04X} {unicodedata.name(character, _NAMES.get(character, '控制字符'))}"
    again = f"，全文共 {times} 处" if times > 1 else ""
    if character in _DIRECTION:
        return report("R011", source, f"有改变文字方向的字符 {name}{again}", "请删去重打这一处文字。")
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return report("R012", source, f"有控制字符 {name}{again}", "请删去这个字符；若是换行，请重新按回车键。")
    return report("R010", source, f"有看不见的字符 {name}{again}", "请删去重打这一处文字。")


def clear(sheet: Sheet) -> list[Problem]:
    """Report every kind of strange character at its first place, and take all of them out so that reading can go on."""
    if _SUSPECTS.search(sheet.text) is None:
        return []
    found = _STRANGE.findall(sheet.text)
    problems = [
        strange(each, sheet.source_at(sheet.text.index(each)), found.count(each)) for each in dict.fromkeys(found)
    ]
    sheet.amend(_STRANGE, lambda match: " " if match[0] in "\x85\u2028\u2029" else "")
    return problems
