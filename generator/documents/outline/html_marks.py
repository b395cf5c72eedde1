"""Tags of HTML in a text, and what between them is not shown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from generator.documents.outline.folding import Edit, TextFold, as_line_end, as_nothing

_INLINE = (
    "a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|o:p|q|rb|ruby|s|samp|small|span|strike|strong|sub"
    "|sup|time|tt|u|var"
)
_BLOCK = (
    "address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hr"
    "|html|legend|li|main|nav|ol|p|pre|section|summary|ul"
)
HTML_FOLDS = (
    TextFold(re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE), as_nothing),
    TextFold(re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]{{0,500}})?/?>|</h[1-6]\s?>", re.IGNORECASE), as_line_end),
    TextFold(
        re.compile(r"<h(?P<level>[1-6])(?:\s[^<>]{0,500})?>[ \t]*", re.IGNORECASE),
        lambda found: f"\n{'#' * int(found['level'])} ",
    ),
)
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_TABLE_LINE = re.compile(r"^[ \t]*\|.*\n?", re.MULTILINE)
_HIDING = re.compile(
    r"<(?P<tag>[a-z][a-z0-9]{0,20})\s(?:[^<>]{0,300}\s)?(?:hidden(?=[\s>=/])|style\s?=[^<>]{0,300}(?:display\s?:\s?none|visibility\s?:\s?hidden))[^<>]{0,300}>",
    re.IGNORECASE,
)
_CODE = re.compile(r"<(?P<tag>script|style|template|noscript|rt|rp|del|s|strike)(?:\s[^<>]{0,500})?>", re.IGNORECASE)


def _comments(text: str, begin: int) -> Iterator[Edit]:
    """Comments.  Searched for without a pattern: one that never ends must not be looked for twice."""
    at = text.find("<!--", begin)
    while at >= 0 and (end := text.find("-->", at + 4)) >= 0:
        yield Edit(at, end + 3, "")
        at = text.find("<!--", end + 3)


def _elements(opening: re.Pattern[str]) -> Callable[[str, int], Iterator[Edit]]:
    """Elements whose start tag matches, up to their end tag; one without an end tag is none."""

    def found(text: str, begin: int) -> Iterator[Edit]:
        at, unclosed = begin, set[str]()
        for start in opening.finditer(text, begin):
            tag = start["tag"].lower()
            if start.start() < at or tag in unclosed:
                continue
            end = _end_of(tag, text, start.end())
            if end is None:
                unclosed.add(tag)
            else:
                yield Edit(start.start(), end, "")
                at = end

    return found


def _end_of(tag: str, text: str, at: int) -> int | None:
    """Where an element ends whose start tag ends at `at`; elements of the same tag may nest in it."""
    depth = 1
    for found in re.compile(rf"<(?P<closes>/?){tag}(?=[\s/>])[^<>]{{0,500}}>", re.IGNORECASE).finditer(text, at):
        depth += -1 if found["closes"] else 1
        if depth == 0:
            return found.end()
    return None


UNSEEN_HTML = (
    ("有 {count} 处注释没有读入", _comments),
    ("有 {count} 处隐藏的文字没有读入", _elements(_HIDING)),
    ("有 {count} 处脚本、注音或划去的文字没有读入", _elements(_CODE)),
)
"""What a browser does not show or shows as taken away: how it is told, and the edits that leave it out."""


def line_breaks(text: str, begin: int) -> Iterator[Edit]:
    """`<br>` ends a line; in a row of a table it is a space."""
    found = list(_BREAK.finditer(text, begin))
    rows = [(row.start(), row.end()) for row in _TABLE_LINE.finditer(text, begin)] if found else []
    for each in found:
        row = bisect_right(rows, (each.start(), len(text))) - 1
        yield Edit(each.start(), each.end(), " " if row >= 0 and each.start() < rows[row][1] else "\n")
