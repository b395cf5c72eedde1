"""HTML and tables in a page's Markdown that no PDF can print, with their position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.book_style import BOOK
from generator.model.foreign_content import without_code
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source

_COLUMN = 1.84
"""What a column takes at least (em): a character and its padding."""

MOST_COLUMNS = int(BOOK.width / BOOK.tables[-1] / _COLUMN)
"""So many columns a line of the book holds in its smallest type."""

_FRONT_MATTER = re.compile(r"\A---\n.*?^---$", re.DOTALL | re.MULTILINE)
_DRAWING = re.compile(r"<svg\b(?P<head>[^>]*)>(?P<body>.*?)</svg>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?=[\s/>])[^<>]*)>?")
_ROW = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?(?P<more>[ \t]*\|[ \t]*:?-+:?)+[ \t]*\|?[ \t]*$", re.MULTILINE)
"""The line under the head of a table, which has a stretch of hyphens for each column."""

_HINT = '请改用 Markdown 的写法，或给它加上 class="zb-noprint"，只在网页上显示。'


def unprinted_markup(text: str, path: str) -> Iterator[Problem]:
    """Elements that paper does not have, drawings without words, tables with too many columns; code is left out."""
    bare = _FRONT_MATTER.sub(_blanked, without_code(text))
    found = [*_drawings(bare), *_elements(_DRAWING.sub(_blanked, bare)), *_tables(bare)]
    for at, message, hint in sorted(found):
        place = Source(path, bare.count("\n", 0, at) + 1, at - bare.rfind("\n", 0, at))
        yield report("H117", place, message, hint)


def _elements(bare: str) -> Iterator[tuple[int, str, str]]:
    tags = list(_TAG.finditer(bare))
    if not tags:
        return
    from generator.formats.pdf.elements import is_element  # noqa: PLC0415 - few texts hold HTML

    for tag in tags:
        if not is_element(tag["name"].lower()) and "zb-noprint" not in tag["rest"]:
            yield tag.start(), f"PDF 排不了 <{tag['name']}>", _HINT


def _drawings(bare: str) -> Iterator[tuple[int, str, str]]:
    for drawing in _DRAWING.finditer(bare):
        if not re.search(r"<title\b", drawing["body"]) and not re.search(
            r"aria-(?:label|hidden)|zb-noprint", drawing["head"]
        ):
            yield drawing.start(), "<svg> 图没有替代文字", '请在图里写 <title>，纯装饰的加上 aria-hidden="true"。'


def _tables(bare: str) -> Iterator[tuple[int, str, str]]:
    for row in _ROW.finditer(bare):
        columns = len(re.findall(r"-+", row[0]))
        if columns > MOST_COLUMNS:
            yield row.start(), f"这个表有 {columns} 栏，纸上一页宽排不下", "请拆成几个表，或把行和栏对调。"


def _blanked(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
