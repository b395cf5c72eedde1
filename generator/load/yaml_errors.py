"""PyYAML's errors as Problems, in words that a branch secretary can act on.

libyaml has no error codes: its English `context` and `problem` are the only keys there are.  A new
version that rewords one falls back to the general message, and the tests that name it fail.
"""

from __future__ import annotations

from typing import NamedTuple

from yaml.error import MarkedYAMLError

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.source_text import PLACEHOLDER, Mark, SourceText


class _Explanation(NamedTuple):
    code: str
    message: str
    hint: str


DEPTH_LIMIT = 32
"""The deepest nesting; a register needs six levels."""

TOO_DEEP = _Explanation("R020", f"嵌套超过 {DEPTH_LIMIT} 层", "请检查括号是否多写或没有配对。")
_QUOTE = "请把整个值放进引号里"
_BY_CONTEXT = {
    "while scanning an alias": _Explanation("R024", "文字以 * 开头", f"{_QUOTE}。"),
    "while scanning an anchor": _Explanation("R024", "文字以 & 开头", f"{_QUOTE}。"),
    "while scanning a tag": _Explanation("R024", "文字以 ! 开头", f"{_QUOTE}。"),
    "while parsing a tag": _Explanation("R024", "文字以 ! 开头", f"{_QUOTE}。"),
    "while scanning a directive": _Explanation("R024", "文字以 % 开头", f"{_QUOTE}。"),
    "while scanning a %TAG directive": _Explanation("R024", "文字以 % 开头", f"{_QUOTE}。"),
    "while scanning a %YAML directive": _Explanation("R024", "文字以 % 开头", f"{_QUOTE}。"),
    "while scanning a simple key": _Explanation(
        "R005", "这一行没有冒号", "请写成“键: 值”；若是上一行的续文，请多缩进两格。"
    ),
    "while scanning a block scalar": _Explanation("R024", "文字以 | 或 > 开头", f"{_QUOTE}。"),
}
_BY_PROBLEM = {
    "did not find expected <document start>": _Explanation(
        "R017", "这里开始了第二份文档", "请删去独占一行的 ...，或拆成两个文件。"
    ),
    "block sequence entries are not allowed in this context": _Explanation(
        "R005", "列表的“- ”写在了不该写的地方", "请另起一行，每行一个“- ”。"
    ),
    "mapping keys are not allowed in this context": _Explanation("R024", "文字以 ? 开头", f"{_QUOTE}。"),
    "found unknown escape character": _Explanation(
        "R005", "双引号里的反斜线写法不对", "请改用单引号，或把 \\ 写成 \\\\。"
    ),
    "did not find expected '-' indicator": _Explanation(
        "R005", "列表到这里断了", "请核对缩进；列表的每一项都以“- ”开头。"
    ),
    "exceeded maximum nesting depth": TOO_DEEP,  # libyaml's own limit, reached while it looks ahead: PyYAML from 6.0.4
    "did not find expected key": _Explanation(
        "R005", "这一行与上文接不上", "请核对缩进；若引号后面还有文字，请把整句放进引号里。"
    ),
    "did not find expected node content": _Explanation("R024", "值以括号或逗号开头", f"{_QUOTE}，或核对括号是否成对。"),
}
_SUBSTITUTES = {"R023": "：", "R024": PLACEHOLDER}
_FALLBACK = _Explanation("R005", "这一行不合写法", "请核对冒号、缩进、引号和括号。")
_FULL_WIDTH = "，、【】｛｝“”"


def explain(error: MarkedYAMLError, source_text: SourceText) -> Problem:
    """The Problem for one error of the parser, at the position where it can be corrected."""
    mark = error.problem_mark or error.context_mark
    if mark is None:  # pragma: no cover - libyaml marks every complaint about text
        return report("R005", source_text.source(0, 0), _FALLBACK.message, _FALLBACK.hint)
    at, explanation = _classify(error, source_text, mark)
    return report(explanation.code, source_text.source_of(at), explanation.message, explanation.hint)


def substitute(error: MarkedYAMLError, source_text: SourceText) -> Problem | None:
    """Explain an error about a single character and substitute a harmless one, so that parsing can go on.

    None, and the text unchanged, where no substitution can help.
    """
    problem = explain(error, source_text)
    mark = error.problem_mark
    if mark is None or problem.code not in _SUBSTITUTES:
        return None
    at, _ = _classify(error, source_text, mark)
    start = source_text.offset(at.line) + at.column
    source_text.replace(start, start + 1, _SUBSTITUTES[problem.code])
    return problem


def is_second_colon(source_text: SourceText, mark: Mark) -> bool:
    """Whether this colon comes after a complete key on the same line."""
    return ": " in source_text.line(mark.line)[: mark.column]


def _classify(error: MarkedYAMLError, source_text: SourceText, mark: Mark) -> tuple[Mark, _Explanation]:
    context, problem = error.context or "", error.problem or ""
    start = error.context_mark or mark
    if context == "while scanning a quoted scalar":
        return start, _Explanation("R025", "这里开始的引号没有配对", "请在句末补上引号。")
    if context.startswith("while parsing a flow"):
        return _flow(source_text, start, mark)
    if problem == "mapping values are not allowed in this context":
        return mark, _mapping_value(source_text, mark)
    if problem.startswith("found character that cannot start any token"):
        return mark, _character(source_text, mark)
    if context in _BY_CONTEXT and not problem.startswith("found a tab"):
        return start, _BY_CONTEXT[context]
    return mark, _BY_PROBLEM.get(problem, _FALLBACK)


def _flow(source_text: SourceText, start: Mark, mark: Mark) -> tuple[Mark, _Explanation]:
    at = start if mark.line > start.line else mark
    wide = sorted(set(_FULL_WIDTH) & set(source_text.line(start.line)[start.column :]))
    full_width = f"；这一行有全角的 {' '.join(wide)}，在括号里请用半角" if wide else ""
    return at, _Explanation("R025", "方括号或花括号没有配对，或中间缺了逗号", f"请核对这一处的括号和逗号{full_width}。")


def _mapping_value(source_text: SourceText, mark: Mark) -> _Explanation:
    if is_second_colon(source_text, mark):
        return _Explanation("R023", "一行里有第二个“: ”", "请给整个值加引号，或把后一个冒号改成全角。")
    return _Explanation("R005", "这一行的缩进与上文接不上", "请与同级的键对齐；下级内容比上级多缩进两格。")


def _character(source_text: SourceText, mark: Mark) -> _Explanation:
    character = source_text.line(mark.line)[mark.column : mark.column + 1]
    return _Explanation("R024", f"文字以 {character} 开头", f"{_QUOTE}。") if character.strip() else _FALLBACK
