"""The parser's complaints, in words a branch secretary can act on."""

from __future__ import annotations

from typing import NamedTuple

from yaml.error import MarkedYAMLError

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import PLACEHOLDER, Mark, SourceText


class _Told(NamedTuple):
    code: str
    message: str
    hint: str


DEPTH_LIMIT = 32
"""The deepest nesting; a register needs six levels."""

TOO_DEEP = _Told("R020", f"嵌套超过 {DEPTH_LIMIT} 层", "请检查括号是否多写或没有配对。")
_QUOTE = "请把整个值放进引号里"
_BY_CONTEXT = {
    "while scanning an alias": _Told("R024", "文字以 * 开头", f"{_QUOTE}。"),
    "while scanning an anchor": _Told("R024", "文字以 & 开头", f"{_QUOTE}。"),
    "while scanning a tag": _Told("R024", "文字以 ! 开头", f"{_QUOTE}。"),
    "while parsing a tag": _Told("R024", "文字以 ! 开头", f"{_QUOTE}。"),
    "while scanning a directive": _Told("R024", "文字以 % 开头", f"{_QUOTE}。"),
    "while scanning a %TAG directive": _Told("R024", "文字以 % 开头", f"{_QUOTE}。"),
    "while scanning a %YAML directive": _Told("R024", "文字以 % 开头", f"{_QUOTE}。"),
    "while scanning a simple key": _Told("R005", "这一行没有冒号", "请写成“键: 值”；若是上一行的续文，请多缩进两格。"),
    "while scanning a block scalar": _Told("R024", "文字以 | 或 > 开头", f"{_QUOTE}。"),
}
_BY_PROBLEM = {
    "did not find expected <document start>": _Told(
        "R017", "这里开始了第二份文档", "请删去独占一行的 ...，或拆成两个文件。"
    ),
    "block sequence entries are not allowed in this context": _Told(
        "R005", "列表的“- ”写在了不该写的地方", "请另起一行，每行一个“- ”。"
    ),
    "mapping keys are not allowed in this context": _Told("R024", "文字以 ? 开头", f"{_QUOTE}。"),
    "found unknown escape character": _Told("R005", "双引号里的反斜线写法不对", "请改用单引号，或把 \\ 写成 \\\\。"),
    "did not find expected '-' indicator": _Told("R005", "列表到这里断了", "请核对缩进；列表的每一项都以“- ”开头。"),
    "exceeded maximum nesting depth": TOO_DEEP,  # the parser's own limit, met while it looks ahead: PyYAML from 6.0.4
    "did not find expected key": _Told(
        "R005", "这一行与上文接不上", "请核对缩进；若引号后面还有文字，请把整句放进引号里。"
    ),
    "did not find expected node content": _Told("R024", "值以括号或逗号开头", f"{_QUOTE}，或核对括号是否成对。"),
}
_SOFTENED = {"R023": "：", "R024": PLACEHOLDER}
_FALLBACK = _Told("R005", "这一行不合写法", "请核对冒号、缩进、引号和括号。")
_FULL_WIDTH = "，、【】｛｝“”"


def explain(error: MarkedYAMLError, sheet: SourceText) -> Problem:
    """The Problem that stands for one complaint of the parser, at the place where it can be put right."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return report("R005", sheet.source(0, 0), _FALLBACK.message, _FALLBACK.hint)
    at, told = _told(error, sheet, mark)
    return report(told.code, sheet.source_of(at), told.message, told.hint)


def substitute(error: MarkedYAMLError, sheet: SourceText) -> Problem | None:
    """Explain a complaint about one character of a text, and put another in its place so that reading can go on."""
    problem = explain(error, sheet)
    mark = error.problem_mark
    if mark is None or problem.code not in _SOFTENED:
        return None
    at, _ = _told(error, sheet, mark)
    start = sheet.offset(at.line) + at.column
    sheet.replace(start, start + 1, _SOFTENED[problem.code])
    return problem


def is_second_colon(sheet: SourceText, mark: Mark) -> bool:
    """Whether a sound key stands before this colon on the same line."""
    return ": " in sheet.line(mark.line)[: mark.column]


def _told(error: MarkedYAMLError, sheet: SourceText, mark: Mark) -> tuple[Mark, _Told]:
    context, problem = error.context or "", error.problem or ""
    start = error.context_mark or mark
    if context == "while scanning a quoted scalar":
        return start, _Told("R025", "这里开始的引号没有配对", "请在句末补上引号。")
    if context.startswith("while parsing a flow"):
        return _flow(sheet, start, mark)
    if problem == "mapping values are not allowed in this context":
        return mark, _mapping_value(sheet, mark)
    if problem.startswith("found character that cannot start any token"):
        return mark, _character(sheet, mark)
    if context in _BY_CONTEXT and not problem.startswith("found a tab"):
        return start, _BY_CONTEXT[context]
    return mark, _BY_PROBLEM.get(problem, _FALLBACK)


def _flow(sheet: SourceText, start: Mark, mark: Mark) -> tuple[Mark, _Told]:
    at = start if mark.line > start.line else mark
    wide = sorted(set(_FULL_WIDTH) & set(sheet.line(start.line)[start.column :]))
    told = f"；这一行有全角的 {' '.join(wide)}，在括号里请用半角" if wide else ""
    return at, _Told("R025", "方括号或花括号没有配对，或中间缺了逗号", f"请核对这一处的括号和逗号{told}。")


def _mapping_value(sheet: SourceText, mark: Mark) -> _Told:
    if is_second_colon(sheet, mark):
        return _Told("R023", "一行里有第二个“: ”", "请给整个值加引号，或把后一个冒号改成全角。")
    return _Told("R005", "这一行的缩进与上文接不上", "请与同级的键对齐；下级内容比上级多缩进两格。")


def _character(sheet: SourceText, mark: Mark) -> _Told:
    character = sheet.line(mark.line)[mark.column : mark.column + 1]
    return _Told("R024", f"文字以 {character} 开头", f"{_QUOTE}。") if character.strip() else _FALLBACK
