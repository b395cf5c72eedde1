"""Brackets and commas that are not what they look like: `[线上]会议`, and a full-width comma between items.

Each function corrects one at the place where the parser stopped, so that it can go on.
"""

from __future__ import annotations

import re

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import PLACEHOLDER, Mark, SourceText

_BEHIND = re.compile(r"(?P<open>[\[{])[^\[\]{}]*[\]}] *$")
"""A pair of brackets up to the place, which is where the text goes on."""

_VALUE = re.compile(r"(?:[:,\[{-]|^) *$")
"""What stands before a value."""


_WIDE_COMMA = re.compile(r"[，、；]")
_BEFORE_KEY = re.compile(r"[，、；] *[^\s，、；:：,{}\[\]]{1,20}$")


def fix_bracket(source_text: SourceText, mark: Mark) -> Problem | None:
    """A value that begins with brackets and goes on behind them: text, which has to be in quotes."""
    line = source_text.line(mark.line)
    found = _BEHIND.search(line, 0, mark.column)
    rest = re.match(r"[^,，\]}#\n]*", line[mark.column :])
    if found is None or rest is None or not rest[0].strip() or rest[0].lstrip().startswith((":", "：", "[", "{")):
        return None
    if not _VALUE.search(line, 0, found.start()):
        return None
    whole = (line[found.start() : mark.column] + rest[0]).rstrip()
    place = source_text.source(mark.line, found.start())
    start = source_text.offset(mark.line)
    closing = start + found.start() + len(found[0].rstrip()) - 1
    source_text.replace(closing, closing + 1, PLACEHOLDER)
    source_text.replace(start + found.start(), start + found.start() + 1, PLACEHOLDER)
    message = (
        f"文字以 {found['open']} 开头，会被当成列表" if found["open"] == "[" else "文字以 { 开头，会被当成“键: 值”"
    )
    return report("R030", place, message, f'请给整个值加引号："{whole}"。')


def fix_comma(source_text: SourceText, mark: Mark) -> Problem | None:
    """A full-width comma where the parser expects one between items, or before the key at which it stopped."""
    line = source_text.line(mark.line)
    found = _WIDE_COMMA.match(line, mark.column) or _BEFORE_KEY.search(line, 0, mark.column)
    if found is None or (found.end() != mark.column + 1 and line[mark.column : mark.column + 1] != ":"):
        return None
    place = source_text.source(mark.line, found.start())
    at = source_text.offset(mark.line) + found.start()
    source_text.replace(at, at + 1, ", ")
    return report("R031", place, f"各项之间用了全角的“{found[0][0]}”", "请改成半角逗号加一个空格。")
