"""Word's automatic numbering: labels that exist only in numbering.xml, as Word displays them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from generator.documents.outline.clause_names import circled
from generator.model.numerals import han

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REFERENCE = re.compile(r"%(\d)")
_STYLE_DEPTH = 12
"""Base styles that are followed: in a damaged file they may form a cycle."""

_LEVELS = 9
"""Levels of a list in Word."""

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "chineseLegalSimplified": han,
    "ideographDigital": han,
    "japaneseCounting": han,
    "taiwaneseCounting": han,
    "taiwaneseCountingThousand": han,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": lambda value: f"（{value}）",
    "ideographEnclosedCircle": lambda value: f"（{han(value)}）",
    "lowerLetter": lambda value: chr(96 + (value - 1) % 26 + 1),
    "upperLetter": lambda value: chr(64 + (value - 1) % 26 + 1),
}


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    legal: bool
    """Whether the levels above are displayed in digits as well (w:isLgl): 2.1 under 第二条."""


class Numbering:
    """The counters of a document; labels have to be asked for in the order of the paragraphs."""

    def __init__(self, document: WordDocument) -> None:
        """Read the definitions; a document without any has no automatic numbers."""
        parts = [part for part in document.part.package.iter_parts() if str(part.partname).endswith("/numbering.xml")]
        root: Any = getattr(parts[0], "element", None) if parts else None
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._numbers: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def label(self, paragraph: Paragraph) -> str | None:
        """The label of this paragraph; None where it has none, or a bullet."""
        reference = _reference(paragraph)
        if reference is None or reference[0] not in self._numbers:
            return None
        abstract, restarts = self._numbers[reference[0]]
        levels = self._abstract.get(abstract, {})
        level = levels.get(reference[1])
        if level is None or level.format in {"bullet", "none"}:
            return None
        counts = self._counts.setdefault(abstract, {})
        self._restart(reference[0], restarts, counts)
        at = reference[1]
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in range(at + 1, _LEVELS):
            counts.pop(deeper, None)
        return _REFERENCE.sub(lambda found: _shown(int(found[1]) - 1, at, levels, counts), level.text)

    def _restart(self, number: str, restarts: dict[int, int], counts: dict[int, int]) -> None:
        """Apply a list's start numbers (w:startOverride), once."""
        if number not in self._begun:
            self._begun.add(number)
            counts.update({level: start - 1 for level, start in restarts.items()})

    def _read(self, root: Any) -> None:
        for abstract in root.iter(f"{_W}abstractNum"):
            levels = {int(level.get(f"{_W}ilvl")): _level(level) for level in abstract.iter(f"{_W}lvl")}
            self._abstract[abstract.get(f"{_W}abstractNumId")] = levels
        for number in root.iter(f"{_W}num"):
            starts = {
                int(override.get(f"{_W}ilvl")): int(_value(override, "startOverride") or 1)
                for override in number.iter(f"{_W}lvlOverride")
                if _value(override, "startOverride")
            }
            self._numbers[number.get(f"{_W}numId")] = (_value(number, "abstractNumId") or "", starts)


def _shown(which: int, at: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    """One number of a label; of the levels above, the one that is current."""
    level = levels.get(which)
    if level is None:
        return ""
    value = counts.get(which, level.start)
    format = "decimal" if levels[at].legal else level.format
    return _FORMATS.get(format, str)(value) if which <= at else ""


def _level(element: Any) -> _Level:
    return _Level(
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText") or "",
        int(_value(element, "start") or 1),
        element.find(f"{_W}isLgl") is not None,
    )


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    return None if child is None else child.get(f"{_W}val")


def _reference(paragraph: Paragraph) -> tuple[str, int] | None:
    """Which list a paragraph belongs to, by itself or by its style, and at which level."""
    found = _from(paragraph._p.pPr)  # noqa: SLF001 - python-docx has no API for numbering
    style, depth = paragraph.style, 0
    while found is None and style is not None and depth < _STYLE_DEPTH:
        found = _from(style.element.find(f"{_W}pPr"))
        style, depth = getattr(style, "base_style", None), depth + 1
    return found if found is not None and found[0] != "0" else None


def _from(properties: Any) -> tuple[str, int] | None:
    reference = None if properties is None else properties.find(f"{_W}numPr")
    if reference is None:
        return None
    number = _value(reference, "numId")
    return None if number is None else (number, int(_value(reference, "ilvl") or 0))
