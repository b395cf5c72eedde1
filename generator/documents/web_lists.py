"""Numbers of HTML lists, which exist only in a browser's display (HTML Living Standard, 4.4.5 `ol` and 4.4.8 `li`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml.etree import _Element

from generator.model.number_formats import number_format
from generator.model.numerals import han

_LETTERS = 26
_HAN_LIMIT = 9999
_CHINESE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*(?:cjk-ideographic|(?:simp|trad)-chinese-(?:in)?formal)", re.IGNORECASE
)


@dataclass(slots=True)
class _List:
    """A list that is open; `written` says how its numbers look, None where it has none."""

    written: Callable[[int], str] | None
    value: int
    step: int


class ListNumbers:
    """The open lists of a page; elements have to be passed in their order."""

    def __init__(self) -> None:
        """No list is open."""
        self._open: list[_List] = []

    def start(self, element: _Element) -> None:
        """A list begins; other elements change nothing."""
        if element.tag == "ol":
            step = -1 if element.get("reversed") is not None else 1
            items = sum(1 for _ in element.iterchildren("li"))
            first = _whole(element.get("start"), items if step < 0 else 1)
            self._open.append(_List(_written(element), first - step, step))
        elif element.tag in {"ul", "menu"}:
            self._open.append(_List(None, 0, 1))

    def end(self, element: _Element) -> None:
        """A list ends; other elements change nothing."""
        if self._open and element.tag in {"ol", "ul", "menu"}:
            self._open.pop()

    def label(self, item: _Element) -> str:
        """The label of the next item of the innermost list; empty where it has no numbers."""
        if not self._open or self._open[-1].written is None:
            return ""
        at = self._open[-1]
        at.value = _whole(item.get("value"), at.value + at.step)
        return at.written(at.value) if at.written else ""


def _written(element: _Element) -> Callable[[int], str]:
    if _CHINESE.search(element.get("style") or ""):
        return lambda value: f"{han(value)}、" if 0 < value <= _HAN_LIMIT else f"{value}. "
    return _TYPES.get(element.get("type") or "1", _decimal)


def _decimal(value: int) -> str:
    return f"{value}. "


def _letter(value: int) -> str:
    """A to z, then aa, ab; Word's lists write aa, bb."""
    words = ""
    while value > 0:
        value, rest = divmod(value - 1, _LETTERS)
        words = chr(ord("a") + rest) + words
    return words


def _written_as(name: Callable[[int], str], *, capital: bool) -> Callable[[int], str]:
    def written(value: int) -> str:
        if not 0 < value <= _HAN_LIMIT:
            return _decimal(value)
        return f"{name(value).upper() if capital else name(value)}. "

    return written


_TYPES = {
    "1": _decimal,
    "a": _written_as(_letter, capital=False),
    "A": _written_as(_letter, capital=True),
    "i": _written_as(number_format("lowerRoman"), capital=False),
    "I": _written_as(number_format("lowerRoman"), capital=True),
}


def _whole(text: str | None, otherwise: int) -> int:
    found = re.match(r"\s*([-+]?\d{1,6})\b", text or "", re.ASCII)
    return int(found[1]) if found else otherwise
