"""Styles of a Word document: what a paragraph or run takes from its styles and from the document's defaults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from lxml.etree import _Element

from generator.load.wordprocessing import W, setting, switch, whole
from generator.model.word_style import ResolvedStyle

_DEPTH = 20
"""Base styles that are followed: Word allows fewer, and in a damaged file they may form a circle."""

_BODY_LEVEL = 9
"""The outline level of body text (ECMA-376 17.3.1.20)."""


_T = TypeVar("_T")
_NONE = ResolvedStyle()


class WordStyles:
    """The styles part of a document; a document without one has no styles."""

    def __init__(self, root: _Element | None) -> None:
        """Read `w:styles`, in either namespace."""
        self._elements: dict[tuple[str, str], _Element] = {}
        self._defaults: dict[str, str] = {}
        self._resolved: dict[tuple[str, str], ResolvedStyle] = {}
        self._bold = self._hidden = False
        if root is not None:
            self._read(root)

    def paragraph(self, properties: _Element | None) -> ResolvedStyle:
        """The style of a paragraph with these properties (`w:pPr`)."""
        return self._style("paragraph", setting(properties, "pStyle"))

    def is_bold(self, paragraph: ResolvedStyle, properties: _Element | None) -> bool:
        """Whether a run with these properties (`w:rPr`) is bold in a paragraph of this style."""
        stated = switch(properties, "b")
        return self._toggled(self._bold, paragraph.bold, self._run(properties).bold) if stated is None else stated

    def is_hidden(self, paragraph: ResolvedStyle, properties: _Element | None) -> bool:
        """Whether a run or paragraph mark with these properties (`w:rPr`) is hidden (`w:vanish`)."""
        stated = switch(properties, "vanish")
        return self._toggled(self._hidden, paragraph.hidden, self._run(properties).hidden) if stated is None else stated

    def hides_table(self, properties: _Element | None) -> bool:
        """Whether the style of a table with these properties (`w:tblPr`) hides what is in it."""
        return bool(self._style("table", setting(properties, "tblStyle")).hidden)

    def list_of(self, style: str) -> str | None:
        """The list (`w:numId`) that a numbering style stands for."""
        return self._style("numbering", style).number

    def _run(self, properties: _Element | None) -> ResolvedStyle:
        return self._style("character", setting(properties, "rStyle"))

    @staticmethod
    def _toggled(default: bool, paragraph: bool | None, run: bool | None) -> bool:
        """A toggle property stated by both styles switches itself off again (ECMA-376 17.7.3)."""
        return default or bool(paragraph) != bool(run)

    def _style(self, kind: str, stated: str | None) -> ResolvedStyle:
        """A style by its id; the default of its kind for one that does not exist."""
        id = stated if stated is not None and (kind, stated) in self._elements else self._defaults.get(kind)
        if id is None:
            return _NONE
        found = self._resolved.get((kind, id))
        if found is None:
            found = self._resolved[kind, id] = self._resolve(kind, id)
        return found

    def _resolve(self, kind: str, id: str) -> ResolvedStyle:
        chain = tuple(self._chain(kind, id))
        elements = [self._elements[kind, each] for each in chain]
        runs = [each.find(f"{W}rPr") for each in elements]
        paragraphs = [each.find(f"{W}pPr") for each in elements]
        lists = [None if each is None else each.find(f"{W}numPr") for each in paragraphs]
        outline = whole(_first(setting(each, "outlineLvl") for each in paragraphs), _BODY_LEVEL)
        level = _first(setting(each, "ilvl") for each in lists)
        return ResolvedStyle(
            name=(setting(elements[0], "name") or "").lower(),
            chain=chain,
            bold=_first(switch(each, "b") for each in runs),
            hidden=_first(switch(each, "vanish") for each in runs),
            outline=outline if outline < _BODY_LEVEL else None,
            number=_first(setting(each, "numId") for each in lists),
            level=None if level is None else whole(level, 0),
        )

    def _chain(self, kind: str, id: str | None) -> Iterator[str]:
        for _ in range(_DEPTH):
            if id is None or (kind, id) not in self._elements:
                return
            yield id
            id = setting(self._elements[kind, id], "basedOn")

    def _read(self, root: _Element) -> None:
        for style in root.iterchildren(f"{W}style"):
            kind, id = style.get(f"{W}type") or "paragraph", style.get(f"{W}styleId") or ""
            self._elements[kind, id] = style
            if style.get(f"{W}default") in {"1", "true", "on"}:
                self._defaults.setdefault(kind, id)
        defaults = root.find("/".join(f"{W}{each}" for each in ("docDefaults", "rPrDefault", "rPr")))
        self._bold, self._hidden = bool(switch(defaults, "b")), bool(switch(defaults, "vanish"))


def _first(values: Iterator[_T | None]) -> _T | None:
    return next((each for each in values if each is not None), None)
