"""Slips of the keyboard that break a file and are plain enough to read over: colons and indentation.

Each function reports the slip, mends the sheet, and leaves it to the reader to try once more.
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
_AT_ONCE = 60


def mend_colon(sheet: SourceText, first: int, last: int) -> Problem | None:
    """The last line from `first` to `last` whose first colon is full-width or has no space after it, mended."""
    for number in range(last, first - 1, -1):
        match = _COLON.match(sheet.text, sheet.offset(number))
        if match is not None:
            problem = _colon(sheet, match)
            sheet.replace(match.end(2), match.end(), ": ")
            return problem
    return None


def mend_all_colons(sheet: SourceText) -> list[Problem]:
    """The same for every line of a file that is nothing but one plain text."""
    problems = [_colon(sheet, match) for match in islice(_COLON.finditer(sheet.text), _AT_ONCE)]
    sheet.amend(_COLON, lambda match: f"{match[1]}{match[2]}: ")
    return problems


def colon_range(sheet: SourceText, context: Mark | None, at: Mark) -> tuple[int, int]:
    """The lines in which the slip may lie that the parser noticed at `at`.

    Either the parser says where the key began, or the lines just above that hold no sound key have run together.
    """
    if context is not None:
        return context.line, at.line
    first = at.line
    while first > max(0, at.line - _LOOK_BACK) and (above := sheet.line(first - 1)).strip() and not _KEY.search(above):
        first -= 1
    return first, at.line


def mend_tabs(sheet: SourceText) -> Problem | None:
    """Tabs before the text of a line become two spaces each."""
    found = list(_TABS.finditer(sheet.text))
    if not found:
        return None
    at = sheet.source_at(sheet.text.index("\t", found[0].start()))
    again = f"，全文共 {len(found)} 行" if len(found) > 1 else ""
    sheet.amend(_TABS, lambda match: match[0].replace("\t", "  "))
    return report("R006", at, f"用了 Tab 缩进{again}", "请用两个空格缩进，不要用 Tab。")


def mend_wide_indent(sheet: SourceText, mark: Mark) -> Problem:
    """U+3000 before a key or a dash becomes two spaces, U+00A0 one; `mark` is where the first of them was noticed."""
    start = sheet.offset(mark.line) + mark.column
    source, before = sheet.source_of(mark), sheet.text
    name = "全角空格（U+3000）" if before[start] == "\u3000" else "不间断空格（U+00A0）"
    found = _WIDE.findall(before)
    sheet.amend(_WIDE, lambda match: match[0].replace("\u3000", "  ").replace("\u00a0", " "))
    if sheet.text == before and (here := _WIDE_HERE.match(before, start)):
        sheet.replace(start, here.end(), "")
    again = f"，全文共 {len(found)} 行" if len(found) > 1 else ""
    return report("R009", source, f"用{name}缩进{again}", "请删去，改用半角空格缩进。")


def _colon(sheet: SourceText, match: re.Match[str]) -> Problem:
    key, start, end = match[2], match.end(2), match.end()
    rest = sheet.text[end : end + 200].partition("\n")[0].strip()
    told = f"“{key}”后面是全角冒号" if match[3] else f"“{key}”的冒号后面缺一个半角空格"
    hint = f"请改成“{key}: {_short(rest)}”。" if rest else f"请改成“{key}:”。"
    return report("R007" if match[3] else "R008", sheet.source_at(start), told, hint)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}……"
