"""Small Word files that number paragraphs in every format and by every rule of ECMA-376 17.9."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.corpus.word_package import package

_LAST = 123
FORMATS = (
    "decimal", "decimalZero", "decimalFullWidth", "decimalFullWidth2", "decimalHalfWidth", "upperRoman", "lowerRoman",
    "upperLetter", "lowerLetter", "ordinal", "hex", "numberInDash", "chineseCounting", "chineseCountingThousand",
    "chineseLegalSimplified", "ideographDigital", "ideographTraditional", "ideographZodiac",
    "ideographZodiacTraditional", "ideographLegalTraditional", "ideographEnclosedCircle", "japaneseCounting",
    "japaneseDigitalTenThousand", "japaneseLegal", "taiwaneseCounting", "taiwaneseCountingThousand",
    "taiwaneseDigital", "decimalEnclosedCircle", "decimalEnclosedCircleChinese",
    "decimalEnclosedFullstop", "decimalEnclosedParen", "none", "bullet",
)  # fmt: skip
_RESTART = '<w:lvlRestart w:val="{}"/>'


class NumberCase(NamedTuple):
    """A file; its paragraphs are 段1, 段2 and so on behind their numbers."""

    name: str
    data: bytes
    paragraphs: int


class _Row(NamedTuple):
    """A paragraph: its list, its level, or the style that gives both."""

    number: int
    level: int
    style: str = ""

    def xml(self, at: int) -> str:
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        place = f'<w:numPr><w:ilvl w:val="{self.level}"/><w:numId w:val="{self.number}"/></w:numPr>'
        return f"<w:p><w:pPr>{style}{place if self.number >= 0 else ''}</w:pPr><w:r><w:t>段{at}</w:t></w:r></w:p>"


def number_cases() -> Iterator[NumberCase]:
    """Every case."""
    for kind in FORMATS:
        yield _case(f"format-{kind}", _abstract(0, _level(0, "%1-", kind)), [_Row(1, 0)] * _LAST)
    for name, (definitions, numbers, styles, rows) in _RULES.items():
        yield _case(f"rule-{name}", definitions, rows, numbers, styles)


def _case(name: str, definitions: str, rows: list[_Row], numbers: str = "", styles: str = "") -> NumberCase:
    body = "".join(row.xml(at) for at, row in enumerate(rows, 1))
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    return NumberCase(name, package(body, normal + styles, definitions + (numbers or _number(1))), len(rows))


def _level(at: int, text: str, kind: str = "decimal", before: str = "", behind: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{before}<w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/>{behind}</w:lvl>'
    )


def _abstract(id: int, *levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{id}">{kind}{"".join(levels)}</w:abstractNum>'


def _number(id: int, abstract: int = 0, inside: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{inside}</w:num>'


def _override(level: int, inside: str) -> str:
    return f'<w:lvlOverride w:ilvl="{level}">{inside}</w:lvlOverride>'


def _paragraph_style(id: str, inside: str, base: str = "a") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{id}"/><w:basedOn w:val="{base}"/>'
        f"<w:pPr><w:numPr>{inside}</w:numPr></w:pPr></w:style>"
    )


_TWO = (_level(0, "%1."), _level(1, "%1.%2."))
_THREE = (*_TWO, _level(2, "%1.%2.%3."))
_PLACE = '<w:numId w:val="1"/>'
_IN_STYLE = '<w:ilvl w:val="1"/><w:numId w:val="1"/>'
_START = '<w:startOverride w:val="5"/>'
_LIST_STYLE = (
    '<w:style w:type="numbering" w:styleId="S"><w:name w:val="S"/>'
    '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
)
_DOWN = [_Row(1, level) for level in (0, 1, 1, 0, 1, 2, 2, 1, 2, 0, 2)]

_RULES: dict[str, tuple[str, str, str, list[_Row]]] = {
    "nested": (_abstract(0, *_THREE), "", "", _DOWN),
    "restart-never": (
        _abstract(0, _level(0, "%1."), _level(1, "%2)", before=_RESTART.format(0))),
        "", "", [_Row(1, level) for level in (0, 1, 1, 0, 1, 0, 1)],
    ),
    "restart-after-first": (
        _abstract(0, *_TWO, _level(2, "%3)", before=_RESTART.format(1))),
        "", "", [_Row(1, level) for level in (0, 1, 2, 2, 1, 2, 0, 1, 2)],
    ),
    "legal": (
        _abstract(0, _level(0, "第%1条", "chineseCountingThousand"), _level(1, "%1.%2", before="<w:isLgl/>")),
        "", "", [_Row(1, level) for level in (0, 1, 1, 0, 1)],
    ),
    "two-instances-go-on": (
        _abstract(0, *_TWO), _number(1) + _number(2), "", [_Row(n, 0) for n in (1, 1, 2, 2, 1)],
    ),
    "instance-starts-again": (
        _abstract(0, *_TWO), _number(1) + _number(2, 0, _override(0, _START)), "",
        [_Row(n, 0) for n in (1, 1, 2, 2, 1, 2)],
    ),
    "override-of-a-level": (
        _abstract(0, *_TWO), _number(1, 0, _override(0, _level(0, "第%1条", "chineseCountingThousand"))), "",
        [_Row(1, level) for level in (0, 1, 0)],
    ),
    "override-and-start": (
        _abstract(0, *_TWO), _number(1) + _number(2, 0, _override(0, _START + _level(0, "（%1）"))), "",
        [_Row(n, 0) for n in (1, 1, 2, 2)],
    ),
    "list-style": (
        _abstract(0, '<w:styleLink w:val="S"/>', *_TWO) + _abstract(1, '<w:numStyleLink w:val="S"/>'),
        _number(1, 1) + _number(9, 0),
        _LIST_STYLE,
        [_Row(1, level) for level in (0, 1, 1, 0)],
    ),
    "two-lists-of-a-style": (
        _abstract(0, '<w:styleLink w:val="S"/>', *_TWO)
        + _abstract(1, '<w:numStyleLink w:val="S"/>')
        + _abstract(2, '<w:numStyleLink w:val="S"/>'),
        _number(1, 1) + _number(2, 2) + _number(9, 0),
        _LIST_STYLE,
        [_Row(n, 0) for n in (1, 1, 2, 2, 1)],
    ),
    "deeper-start-again": (
        _abstract(0, *_TWO), _number(1) + _number(2, 0, _override(0, _START) + _override(1, _START)), "",
        [_Row(1, 0), _Row(2, 0), _Row(2, 1), _Row(2, 0), _Row(2, 1)],
    ),
    "level-by-style": (
        _abstract(0, _level(0, "%1.", before='<w:pStyle w:val="A"/>'), _level(1, "%1.%2.", before='<w:pStyle w:val="B"/>')),
        "", _paragraph_style("A", _PLACE) + _paragraph_style("B", _PLACE),
        [_Row(-1, 0, style) for style in "ABBAB"],
    ),
    "level-told-by-style-alone": (
        _abstract(0, *_TWO), "", _paragraph_style("A", _PLACE) + _paragraph_style("B", _IN_STYLE),
        [_Row(-1, 0, style) for style in "ABBAB"],
    ),
    "inherited-style": (
        _abstract(0, *_TWO), "",
        _paragraph_style("A", _PLACE)
        + '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>',
        [_Row(-1, 0, style) for style in "ABBA"],
    ),
    "removed-number": (
        _abstract(0, *_TWO), "", _paragraph_style("A", _PLACE),
        [_Row(-1, 0, "A"), _Row(0, 0, "A"), _Row(-1, 0, "A")],
    ),
    "level-that-is-not-there": (_abstract(0, *_TWO), "", "", [_Row(1, 0), _Row(1, 4), _Row(1, 0)]),
    "deep-first": (_abstract(0, *_THREE), "", "", [_Row(1, 2), _Row(1, 1), _Row(1, 0), _Row(1, 1)]),
    "start-at-zero": (
        _abstract(0, _level(0, "%1.").replace('w:start w:val="1"', 'w:start w:val="0"')), "", "", [_Row(1, 0)] * 3,
    ),
    "no-start": (_abstract(0, _level(0, "%1.").replace('<w:start w:val="1"/>', "")), "", "", [_Row(1, 0)] * 3),
}  # fmt: skip
"""By name: definitions, instances (the one if empty), styles, paragraphs."""
