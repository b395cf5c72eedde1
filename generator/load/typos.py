"""Common typing errors that break YAML and can be corrected with certainty: colons and indentation.

Each function reports the error and edits the text; the reader then parses again.
"""

from __future__ import annotations

import re
from itertools import islice

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import Mark, SourceText

_COLON = re.compile(
    r"""^( *(?:- +)*)([^\s:：'"\[\]{}#&*!|>%@`\d-][^:：'"\n]{0,19}?)(?:(：)[ \u3000\u00a0]*|(:)(?:[\u3000\u00a0]+|(?=[^\s:/])))""",
    re.MULTILINE,
)
_TABS = re.compile(r"^ *\t[ \t]*", re.MULTILINE)
_WIDE = re.compile(r"^[ \u3000\u00a0]*[\u3000\u00a0][ \u3000\u00a0]*(?=- |[^\s:：]+[:：])", re.MULTILINE)
_WIDE_HERE = re.compile(r"[\u3000\u00a0]+")
_KEY = re.compile(r"[^\s]: |:$")
_LOOK_BACK = 50
"""Lines above the error that are searched for the key; a scalar that runs on for longer is meant to be one."""

_AT_ONCE = 60
"""Problems of one kind that are reported in one run."""


def fix_colon(source_text: SourceText, first: int, last: int) -> Problem | None:
    """Correct the last line from `first` to `last` whose first colon is full-width or has no space after it."""
    for number in range(last, first - 1, -1):
        match = _COLON.match(source_text.text, source_text.offset(number))
        if match is not None:
            problem = _colon(source_text, match)
            source_text.replace(match.end(2), match.end(), ": ")
            return problem
    return None


def fix_all_colons(source_text: SourceText) -> list[Problem]:
    """The same for every line, for a file that YAML took for a single plain scalar."""
    problems = [_colon(source_text, match) for match in islice(_COLON.finditer(source_text.text), _AT_ONCE)]
    source_text.amend(_COLON, lambda match: f"{match[1]}{match[2]}: ")
    return problems


def colon_range(source_text: SourceText, context: Mark | None, at: Mark) -> tuple[int, int]:
    """The lines, first and last, that may hold the error which the parser reported at `at`.

    Either the parser says where the key began, or the lines above without a complete key were read as one scalar.
    """
    if context is not None:
        return context.line, at.line
    first = at.line
    while (
        first > max(0, at.line - _LOOK_BACK)
        and (above := source_text.line(first - 1)).strip()
        and not _KEY.search(above)
    ):
        first -= 1
    return first, at.line


def fix_tabs(source_text: SourceText) -> Problem | None:
    """Replace each tab in an indentation by two spaces."""
    found = list(_TABS.finditer(source_text.text))
    if not found:
        return None
    at = source_text.source_at(source_text.text.index("\t", found[0].start()))
    again = f"，全文共 {len(found)} 行" if len(found) > 1 else ""
    source_text.amend(_TABS, lambda match: match[0].replace("\t", "  "))
    return report("R006", at, f"用了 Tab 缩进{again}", "请用两个空格缩进，不要用 Tab。")


def fix_wide_indent(source_text: SourceText, mark: Mark) -> Problem:
    """Replace U+3000 before a key or dash by two spaces, U+00A0 by one; `mark` is the first of them."""
    start = source_text.offset(mark.line) + mark.column
    source, before = source_text.source_of(mark), source_text.text
    name = "全角空格（U+3000）" if before[start] == "\u3000" else "不间断空格（U+00A0）"
    found = _WIDE.findall(before)
    source_text.amend(_WIDE, lambda match: match[0].replace("\u3000", "  ").replace("\u00a0", " "))
    if source_text.text == before and (here := _WIDE_HERE.match(before, start)):
        source_text.replace(start, here.end(), "")
    again = f"，全文共 {len(found)} 行" if len(found) > 1 else ""
    return report("R009", source, f"用{name}缩进{again}", "请删去，改用半角空格缩进。")


def _colon(source_text: SourceText, match: re.Match[str]) -> Problem:
    key, start, end = match[2], match.end(2), match.end()
    rest = source_text.text[end : end + 200].partition("\n")[0].strip()
    message = f"“{key}”后面是全角冒号" if match[3] else f"“{key}”的冒号后面缺一个半角空格"
    hint = f"请改成“{key}: {_short(rest)}”。" if rest else f"请改成“{key}:”。"
    return report("R007" if match[3] else "R008", source_text.source_at(start), message, hint)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}……"
