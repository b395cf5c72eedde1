"""Why Typst made no PDF, in words: which characters no font has, or what is wrong, and where in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.errors import PdfError, UnprintableError

_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")

_PLACE = re.compile(r"┌─ (\S+?):\d+")
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
_AROUND = 8
"""So many characters before and after one that is lacking say where it stands."""


def texts_without_glyph(diagnostic: str) -> list[str]:
    """The texts that fonts lack, each once; of marks upon other characters Typst writes the numbers."""
    found = (_ESCAPED.sub(_unescaped, text) for text in _MISSING.findall(diagnostic))
    return list(dict.fromkeys(found))


def refused(
    chapters: Sequence[tuple[str, str]], front: str, data: Mapping[str, Any], diagnostic: str, message: str
) -> PdfError:
    """What Typst says of a document of these chapters (name, markup); `front` is what its template makes of `data`."""
    missing = texts_without_glyph(diagnostic)
    if missing:
        places = "；".join(f"{_told(chapters, front, data, chars)}：“{chars}”（{_codes(chars)}）" for chars in missing)
        words = (
            f"PDF 的字体里没有这些字：{places}。请换一个字，或把含此字的字体放进字体文件夹，"
            "在 mkdocs.yml 的 fonts 里写进 fallback。"
        )
        return UnprintableError(words, frozenset("".join(missing)))
    place = _PLACE.search(diagnostic)
    stem = Path(place[1]).stem if place else ""
    where = chapters[int(stem)][0] if stem.isdigit() else f"{front}或版式"
    return PdfError(f"PDF 没有生成，{where}：{message}。请照提示改正该页，或向维护人员报告。")


def _told(chapters: Sequence[tuple[str, str]], front: str, data: Mapping[str, Any], chars: str) -> str:
    """The chapters that contain the characters, else the template's part, each with the words around the first."""
    holders = [f"{name}{_words_around(_literals(markup), chars)}" for name, markup in chapters if chars in markup]
    return "、".join(holders) or f"{front}{_words_around(_texts(data), chars)}"


def _words_around(texts: Iterator[str], chars: str) -> str:
    """`“…二楼😀会议室…”` of the first text that has the characters; nothing where they are all of it, or are put in later."""
    text = next((text for text in texts if chars in text), chars)
    if text == chars:
        return ""
    start = text.index(chars)
    before, after = text[max(0, start - _AROUND) : start], text[start + len(chars) :][:_AROUND]
    return f"“{'…' * (start > _AROUND)}{before}{chars}{after}{'…' * (len(text) > start + len(chars) + _AROUND)}”"


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def _literals(markup: str) -> Iterator[str]:
    return (match[0][1:-1] for match in _LITERAL.finditer(markup))


def _texts(value: Any) -> Iterator[str]:
    """Every text of the data, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _codes(chars: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in chars)
