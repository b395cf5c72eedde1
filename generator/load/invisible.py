"""Characters that a reader cannot see: zero-width ones, direction overrides, control characters, private use.

They break look-ups and can hide text (CVE-2021-42574, "Trojan Source"), so each is reported and taken out.
"""

from __future__ import annotations

import re
import unicodedata

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.source_text import SourceText

_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
)
"""Zero-width characters, fillers and Unicode tags.  Variation selectors (U+FE00 … U+FE0F) are allowed: emoji need them."""

_BIDI = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_PRIVATE = "\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff"
"""Private use and noncharacters: no font or program elsewhere knows them."""

_MAYBE_UNWANTED = re.compile(f"[\u200d{_UNSEEN}{_BIDI}{_CONTROL}{_PRIVATE}]")
_UNWANTED = re.compile(
    f"[{_UNSEEN}{_BIDI}{_CONTROL}{_PRIVATE}]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"  # ZERO WIDTH JOINER, except between the parts of an emoji
)
_FILLERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0]")
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NAMES = {"\ufeff": "ZERO WIDTH NO-BREAK SPACE（BOM）", "\x85": "NEXT LINE"}


def is_plain(text: str) -> bool:
    """Whether a text has only visible characters and line feeds.

    `str.isprintable` runs in C and is enough for nearly every register; the pattern only has to catch the fillers that
    Unicode calls printable.
    """
    return text.replace("\n", "").isprintable() and _FILLERS.search(text) is None


def invisible_characters(text: str) -> list[str]:
    """The unwanted characters of a text, each once, in order."""
    return list(dict.fromkeys(_UNWANTED.findall(text)))


def character_problem(character: str, source: Source, times: int = 1) -> Problem:
    """The Problem for one unwanted character that occurs `times` times."""
    name = f"U+{ord(character):04X} {unicodedata.name(character, _NAMES.get(character, '控制字符'))}"
    again = f"，全文共 {times} 处" if times > 1 else ""
    if character in _DIRECTION:
        return report("R011", source, f"有改变文字方向的字符 {name}{again}", "请删去重打这一处文字。")
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return report("R012", source, f"有控制字符 {name}{again}", "请删去这个字符；若是换行，请重新按回车键。")
    if unicodedata.category(character) in ("Co", "Cn"):
        kind = "私用区" if unicodedata.category(character) == "Co" else "没有定义的"
        return report("R027", source, f"有{kind}字符 U+{ord(character):04X}{again}", "请删去，用标准字重打这一处文字。")
    return report("R010", source, f"有看不见的字符 {name}{again}", "请删去重打这一处文字。")


def remove_invisible(source_text: SourceText) -> list[Problem]:
    """Report each unwanted character at its first position, and remove all of them so that parsing can go on."""
    if _MAYBE_UNWANTED.search(source_text.text) is None:
        return []
    found = _UNWANTED.findall(source_text.text)
    problems = [
        character_problem(each, source_text.source_at(source_text.text.index(each)), found.count(each))
        for each in dict.fromkeys(found)
    ]
    source_text.amend(_UNWANTED, lambda match: " " if match[0] in "\x85\u2028\u2029" else "")
    return problems
