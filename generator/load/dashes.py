"""List items that begin with something else than `- `: `-类型`, a full-width or long dash, a bullet.

YAML reads such a line as text that goes on, or stops at the next one.  The lines are corrected, and the reader parses on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import SourceText

_MARKS = "－–—―−•·●▪◦‧・"
_LOOSE = re.compile(rf"^( *)(-(?=[^\s\-\d])|[{_MARKS}](?![—－–―−])[ \u3000\u00a0]*)(?=\S)", re.MULTILINE)
_KEYED = re.compile(r"[^\s:：][^:：\n]{0,19}[:：]")
"""What begins a mapping, behind the mark of an item."""

_BELOW = re.compile(r"\n( *)(?=[^\s\-])")
"""The line below, where it goes on with the item."""

_NAMES = {
    "-": "连字符后面缺一个空格",
    "－": "用了全角的“－”",
    "•": "用了圆点“•”",
    "·": "用了间隔号“·”",
    "●": "用了圆点“●”",
}


def loose_lines(text: str) -> frozenset[int]:
    """The lines, counted from 0, that begin as an item does but for its mark."""
    return frozenset(number for number, _ in _numbered(text))


def fix_dashes(source_text: SourceText, lines: Collection[int], *, keyed: bool = False) -> Problem | None:
    """Correct the marks of items on these lines, and if `keyed` on all where a key follows; None where there is none."""
    text, chosen = source_text.text, set(lines)
    found = [
        match for number, match in _numbered(text) if number in chosen or (keyed and _KEYED.match(text, match.end()))
    ]
    if not found:
        return None
    mark = found[0][2][0]
    place = source_text.source_at(found[0].start(2))
    starts = {match.start() for match in found}
    source_text.amend(_LOOSE, lambda match: _mended(match, text) if match.start() in starts else match[0])
    again = f"，全文共 {len(found)} 行" if len(found) > 1 else ""
    what = _NAMES.get(mark, f"用了“{mark}”")
    return report(
        "R029", place, f"列表项{what}{again}", "请改成半角连字符加一个空格：“- ”；若本来是文字，请给它加引号。"
    )


def _numbered(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines with another mark, each with its number from 0."""
    number = done = 0
    for match in _LOOSE.finditer(text):
        number += text.count("\n", done, match.start())
        done = match.start()
        yield number, match


def _mended(match: re.Match[str], text: str) -> str:
    """The mark with a space, in the columns in which the lines below expect the key."""
    indent, mark = match[1], match[2]
    below = _BELOW.match(text, max(text.find("\n", match.end()), 0))
    if len(mark) == 1 and indent and below and len(below[1]) == len(indent) + 1:
        return f"{indent[:-1]}- "
    return f"{indent}- "
