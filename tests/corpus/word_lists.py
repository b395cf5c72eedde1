"""Automatic numbers as Word, WPS and people define them: numbering.xml, the styles that belong to it, and each clause's."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from generator.model.clause import Style
from tests.corpus.original import Item, Original


class Numbers(Enum):
    """How clauses come by their numbers."""

    TYPED = "typed"
    DIRECT = "direct"
    """A list of several levels; w:numPr in every paragraph; articles are a list of their own."""
    STYLES = "styles"
    """Headings with numbers: w:numPr in the style, w:pStyle in the level, articles not restarted (w:lvlRestart)."""
    LIST_STYLE = "list-style"
    """A list style; the list points to it (w:numStyleLink), the list that it points to defines it (w:styleLink)."""
    OVERRIDDEN = "overridden"
    """A list of other numbers, each level of which is replaced (w:lvlOverride with w:lvl)."""
    SINGLE = "single"
    """As WPS writes: a list of a single level for every row of siblings."""


class Lists(NamedTuple):
    """numbering.xml, additions to styles.xml, and the paragraph properties of each clause, by its identity."""

    numbering: str
    styles: str
    properties: dict[int, str]


_ORDER = list(Style)
_HAN = "chineseCountingThousand"
_FORMATS = {
    Style.VOLUME: (_HAN, "第%编"),
    Style.CHAPTER: (_HAN, "第%章"),
    Style.SECTION: (_HAN, "第%节"),
    Style.ARTICLE: (_HAN, "第%条"),
    Style.HAN: (_HAN, "%、"),
    Style.HAN_BRACKETED: ("chineseCounting", "（%）"),
    Style.DIGIT: ("decimal", "%."),
    Style.DIGIT_BRACKETED: ("decimal", "（%）"),
    Style.CIRCLED: ("decimalEnclosedCircleChinese", "%"),
}
_SUFFIXES = ("tab", "space", "nothing")


def lists_of(original: Original, numbers: Numbers) -> Lists:
    """The lists of a document; every attachment has the same once more, beginning at 1."""
    if numbers is Numbers.TYPED:
        return Lists("", "", {})
    if numbers is Numbers.SINGLE:
        return _single(original)
    styles = sorted(
        {each.style for items in _trees(original) for item in items for each in item.walk()}, key=_ORDER.index
    )
    rows = _rows(styles, together=numbers is Numbers.STYLES)
    return _Multilevel(rows, numbers).of(original)


def _trees(original: Original) -> tuple[tuple[Item, ...], ...]:
    return (original.items, *original.attached)


def _rows(styles: list[Style], *, together: bool) -> list[list[Style]]:
    """The levels of each list: articles and what is below them apart from chapters, unless all are levels of one list."""
    if together or Style.ARTICLE not in styles or styles[0] is Style.ARTICLE:
        return [styles]
    at = styles.index(Style.ARTICLE)
    return [styles[:at], styles[at:]]


def _level(style: Style, at: int, *, linked: str = "", restarts: bool = True) -> str:
    kind, text = _FORMATS[style]
    words = text.replace("%", f"%{at + 1}")
    restart = "" if restarts else '<w:lvlRestart w:val="0"/>'
    suffix = _SUFFIXES[at % 3]
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{restart}{linked}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def _number(id: int, abstract: int, inside: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{inside}</w:num>'


def _abstract(id: int, inside: str, kind: str = "multilevel") -> str:
    return f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="{kind}"/>{inside}</w:abstractNum>'


def _in_list(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


class _Multilevel:
    """Lists of several levels, in one of the ways but the single one."""

    def __init__(self, rows: list[list[Style]], numbers: Numbers) -> None:
        self._rows = rows
        self._numbers = numbers
        self._ways = {
            Numbers.DIRECT: self._direct,
            Numbers.STYLES: self._by_styles,
            Numbers.LIST_STYLE: self._list_style,
            Numbers.OVERRIDDEN: self._overridden,
        }

    def of(self, original: Original) -> Lists:
        abstracts, numbers, styles = [], [], []
        properties: dict[int, str] = {}
        for at, row in enumerate(self._rows):
            parts = self._ways[self._numbers](at, row)
            abstracts.append(parts[0])
            numbers.append(parts[1])
            styles.append(parts[2])
            numbers += [_again(1 + at + 10 * tree, parts[3], len(row)) for tree in range(1, 1 + len(original.attached))]
        for tree, items in enumerate(_trees(original)):
            for item in (each for top in items for each in top.walk()):
                properties[id(item)] = self._properties(item.style, tree)
        return Lists("".join(abstracts + numbers), "".join(styles), properties)

    def _properties(self, style: Style, tree: int) -> str:
        at = next(at for at, row in enumerate(self._rows) if style in row)
        level = self._rows[at].index(style)
        if self._numbers is Numbers.STYLES:
            named = f'<w:pStyle w:val="L{level}"/>'
            return named if tree == 0 else named + _in_list(level, 1 + at + 10 * tree)
        return _in_list(level, 1 + at + 10 * tree)

    def _direct(self, at: int, row: list[Style]) -> tuple[str, str, str, int]:
        levels = "".join(_level(style, level) for level, style in enumerate(row))
        return _abstract(at, levels), _number(1 + at, at), "", at

    def _by_styles(self, at: int, row: list[Style]) -> tuple[str, str, str, int]:
        """A style that is not of the first level tells Word its level too, which Word does not read (17.3.1.19)."""
        levels = "".join(
            _level(style, level, linked=f'<w:pStyle w:val="L{level}"/>', restarts=style is not Style.ARTICLE)
            for level, style in enumerate(row)
        )
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="L{level}"><w:name w:val="层级 {level}"/><w:basedOn w:val="a"/>'
            f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{1 + at}"/></w:numPr></w:pPr></w:style>'
            for level in range(len(row))
        )
        return _abstract(at, levels), _number(1 + at, at), styles, at

    def _list_style(self, at: int, row: list[Style]) -> tuple[str, str, str, int]:
        levels = "".join(_level(style, level) for level, style in enumerate(row))
        defines, points, own = 2 * at, 2 * at + 1, 90 + at
        name = f"S{at}"
        abstracts = _abstract(defines, f'<w:styleLink w:val="{name}"/>{levels}') + _abstract(
            points, f'<w:numStyleLink w:val="{name}"/>'
        )
        style = (
            f'<w:style w:type="numbering" w:styleId="{name}"><w:name w:val="列表 {at}"/>'
            f'<w:pPr><w:numPr><w:numId w:val="{own}"/></w:numPr></w:pPr></w:style>'
        )
        return abstracts, _number(own, defines) + _number(1 + at, points), style, points

    def _overridden(self, at: int, row: list[Style]) -> tuple[str, str, str, int]:
        other = "".join(_level(Style.DIGIT_BRACKETED, level) for level in range(len(row)))
        levels = "".join(
            f'<w:lvlOverride w:ilvl="{level}">{_level(style, level)}</w:lvlOverride>' for level, style in enumerate(row)
        )
        plain = "".join(_level(style, level) for level, style in enumerate(row))
        return _abstract(at, other) + _abstract(50 + at, plain), _number(1 + at, at, levels), "", 50 + at


def _again(id: int, abstract: int, levels: int) -> str:
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(levels)
    )
    return _number(id, abstract, starts)


def _single(original: Original) -> Lists:
    abstracts, numbers = [], []
    properties: dict[int, str] = {}
    for at, row in enumerate(_siblings(original)):
        first = row[0]
        level = _level(first.style, 0).replace('<w:start w:val="1"/>', f'<w:start w:val="{first.number}"/>')
        abstracts.append(_abstract(at, level.replace('w:val="tab"', 'w:val="nothing"'), "singleLevel"))
        numbers.append(_number(at + 1, at))
        properties |= {id(item): _in_list(0, at + 1) for item in row}
    return Lists("".join(abstracts + numbers), "", properties)


def _siblings(original: Original) -> list[tuple[Item, ...]]:
    rows = [items for items in _trees(original) if items]
    for row in rows:
        rows += [item.children for item in row if item.children]
    return rows
