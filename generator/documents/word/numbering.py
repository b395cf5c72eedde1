"""Word's automatic numbering: labels that exist only in numbering.xml, as Word displays them (ECMA-376 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from lxml.etree import _Element

from generator.load.wordprocessing import VAL, W, setting, switch, whole
from generator.model.number_formats import LARGEST, custom_format, number_format
from generator.model.numerals import HAN
from generator.model.word_style import ResolvedStyle

_REFERENCE = re.compile(r"%([1-9])")
_LEVELS = 9
_TEXT_LENGTH = 64
"""Of a label's text, at most; Word allows 31 characters with the numbers ([MS-OI29500] 2.1.283)."""

_OPEN = ("、", ".", "．")
"""Ends of labels that a numeral would go on from: 1.5, 三、四月."""

_UNCOUNTED = frozenset({"bullet", "none"})
_LINKS = 8
"""List styles that are followed from one definition to the next."""


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    written: Callable[[int], str]
    text: str
    """What is shown, with %1 to %9 for numbers; empty for a bullet and for a hidden number."""

    start: int
    legal: bool
    """Whether the levels above are displayed in digits as well (w:isLgl): 2.1 under 第二条."""

    spaced: bool
    """Whether a tab or space follows (w:suff)."""

    restart: int
    """The number of higher levels at which this one starts again (w:lvlRestart); 0 for never."""

    style: str | None
    """The paragraph style that has this level (w:pStyle)."""


class _List(NamedTuple):
    """An instance of a definition (w:num)."""

    counters: str
    """The definition whose counters it shares with the other instances; one that names a list style has its own."""

    levels: Mapping[int, _Level]
    restarts: Mapping[int, int]
    """The number that a level goes on from where this instance first has it (w:startOverride)."""


@dataclass(slots=True)
class _Counters:
    """Where a definition's levels have got to, in all its instances together."""

    values: dict[int, int] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)
    """The levels of instances whose start number was used."""


class _Styles(Protocol):
    """What numbers need of the document's styles."""

    def paragraph(self, properties: _Element | None) -> ResolvedStyle: ...

    def list_of(self, style: str) -> str | None: ...


class Numbering:
    """The counters of a document; labels have to be asked for in the order of the paragraphs."""

    def __init__(self, root: _Element | None, styles: _Styles) -> None:
        """Read `w:numbering`, in either namespace; a document without it has no automatic numbers."""
        self._styles = styles
        self._lists: dict[str, _List] = {} if root is None else _Definitions(root, styles).lists()
        self._counters: dict[str, _Counters] = {}

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Count anew within: a text box or note has numbers of its own ([MS-DOC] 2.4.6.4, step 6, with 2.2.3)."""
        before, self._counters = self._counters, {}
        yield
        self._counters = before

    def label(self, properties: _Element | None) -> str | None:
        """The label of the paragraph with these properties (`w:pPr`); None without one, or with a bullet.

        A space stands behind it where Word leaves one and the label ends in a letter or digit: 第一条 甲, but 一、甲.
        """
        number, at = self._reference(properties)
        found = self._lists.get(number or "")
        if number is None or found is None or at not in found.levels:
            return None
        counters = self._counters.setdefault(found.counters, _Counters())
        _count(counters, number, found, at)
        return _label(found.levels, counters.values, at)

    def _reference(self, properties: _Element | None) -> tuple[str | None, int]:
        """Which list a paragraph belongs to, by itself or by its style, and at which level."""
        style = self._styles.paragraph(properties)
        own = None if properties is None else properties.find(f"{W}numPr")
        number, level = setting(own, "numId"), setting(own, "ilvl")
        if number is None:
            number = style.number
            if level is None:
                return number, self._level_of(style)
        return number, 0 if level is None else whole(level, _LEVELS)

    def _level_of(self, style: ResolvedStyle) -> int:
        """In a style the level that names the style counts, not `w:ilvl` (ECMA-376 17.9.3)."""
        found = self._lists.get(style.number or "")
        linked = {level.style: at for at, level in found.levels.items()} if found else {}
        return next((linked[each] for each in style.chain if each in linked), style.level or 0)


def parted(label: str, text: str) -> str:
    """A label that stays one before a text that begins with a numeral: `1. 5亿元`, `一、 二年级`, where Word has a tab."""
    is_numeral = text[:1].isdecimal() or text[:1] in HAN
    return f"{label} " if text and is_numeral and label.endswith(_OPEN) else label


class _Definitions:
    """The definitions of numbering.xml, with list styles and overrides resolved."""

    def __init__(self, root: _Element, styles: _Styles) -> None:
        self._styles = styles
        self._abstract = {_id(each, "abstractNumId"): each for each in root.iterchildren(f"{W}abstractNum")}
        self._numbers = {_id(each, "numId"): each for each in root.iterchildren(f"{W}num")}
        self._linked = {setting(each, "styleLink"): id for id, each in self._abstract.items()}
        self._levels: dict[tuple[str, int], Mapping[int, _Level]] = {}

    def lists(self) -> dict[str, _List]:
        return {id: self._list(number) for id, number in self._numbers.items() if id != "0"}

    def _list(self, number: _Element) -> _List:
        starts = {
            whole(each.get(f"{W}ilvl"), _LEVELS): setting(each, "startOverride")
            for each in number.iterchildren(f"{W}lvlOverride")
        }
        restarts = {at: whole(start, 0) for at, start in starts.items() if start is not None}
        return _List(setting(number, "abstractNumId") or "", self._of_instance(number, 0), restarts)

    def _of_instance(self, number: _Element, links: int) -> dict[int, _Level]:
        """The levels of an instance, after so many list styles; an override may hold a whole level."""
        levels = dict(self._of_definition(setting(number, "abstractNumId") or "", links))
        for override in number.iterchildren(f"{W}lvlOverride"):
            at, stated = whole(override.get(f"{W}ilvl"), _LEVELS), override.find(f"{W}lvl")
            if stated is not None and at < _LEVELS:
                levels[at] = _level(stated, at)
        return levels

    def _of_definition(self, id: str, links: int) -> Mapping[int, _Level]:
        """The levels of a definition; of one that only names a list style, those of the style's instance."""
        found = self._levels.get((id, links))
        if found is None:
            style = setting(self._abstract.get(id), "numStyleLink")
            named = style is not None and links < _LINKS
            found = self._levels[id, links] = self._of_style(style or "", links + 1) if named else self._stated(id)
        return found

    def _of_style(self, style: str, links: int) -> Mapping[int, _Level]:
        number = self._numbers.get(self._styles.list_of(style) or "")
        return self._stated(self._linked.get(style, "")) if number is None else self._of_instance(number, links)

    def _stated(self, id: str) -> Mapping[int, _Level]:
        element = self._abstract.get(id)
        children = () if element is None else element.iterchildren(f"{W}lvl")
        found = {whole(each.get(f"{W}ilvl"), _LEVELS): each for each in children}
        return {at: _level(each, at) for at, each in found.items() if at < _LEVELS}


def _id(element: _Element, name: str) -> str:
    return element.get(W + name) or ""


def _level(element: _Element, at: int) -> _Level:
    format, written = _format(element)
    return _Level(
        format=format,
        written=written,
        text="" if format == "bullet" or switch(element.find(f"{W}rPr"), "vanish") else _text(element, at),
        start=min(whole(setting(element, "start"), 0), LARGEST),
        legal=bool(switch(element, "isLgl")),
        spaced=setting(element, "suff") != "nothing",
        restart=whole(setting(element, "lvlRestart"), at),
        style=setting(element, "pStyle"),
    )


def _text(element: _Element, at: int) -> str:
    text = (setting(element, "lvlText") or "")[:_TEXT_LENGTH]
    # Word ignores a text that refers to a deeper level ([MS-OI29500] 2.1.283).
    return "" if any(int(each) > at + 1 for each in _REFERENCE.findall(text)) else text


def _format(element: _Element) -> tuple[str, Callable[[int], str]]:
    """The name of a level's format, and what writes it; Word keeps custom formats in a branch (mc:AlternateContent)."""
    found = next(element.iter(f"{W}numFmt"), None)
    name = None if found is None else found.get(VAL)
    if found is not None and name == "custom":
        return name, custom_format(found.get(f"{W}format") or "")
    return name or "decimal", number_format(name or "decimal")


def _count(counters: _Counters, number: str, found: _List, at: int) -> None:
    """Count this paragraph, and begin the levels below it again ([MS-DOC] 2.4.6.4)."""
    values = counters.values
    overridden = found.restarts.get(at) if (number, at) not in counters.begun else None
    counters.begun.add((number, at))
    counted = values.get(at, found.levels[at].start - 1) + 1
    values[at] = min(counted if overridden is None else overridden, LARGEST)
    for deeper in range(at + 1, _LEVELS):
        if deeper not in found.levels or at < found.levels[deeper].restart:
            values.pop(deeper, None)


def _label(levels: Mapping[int, _Level], values: Mapping[int, int], at: int) -> str | None:
    level = levels[at]
    text = _REFERENCE.sub(lambda each: _shown(int(each[1]) - 1, level, levels, values), level.text)
    return f"{text} " if level.spaced and (text[-1:].isalpha() or text[-1:].isdecimal()) else text or None


def _shown(which: int, level: _Level, levels: Mapping[int, _Level], values: Mapping[int, int]) -> str:
    """One number of a label; of the levels above, the one that is current, or the first where none was counted."""
    wanted = levels.get(which)
    if wanted is None or wanted.format in _UNCOUNTED:
        return ""
    value = values.get(which, wanted.start)
    return str(value) if level.legal and wanted.format != "decimalZero" else wanted.written(value)
