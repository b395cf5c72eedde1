"""The complete YAML reader: parse, correct typing errors that are certain, report everything that was found.

PyYAML stops at the first error.  To report all of a file in one run, the text is corrected (`typos`) or one character
substituted (`yaml_errors.substitute`) and parsed again, until it parses or nothing more can be corrected.
"""

from __future__ import annotations

from typing import NamedTuple

from yaml.error import MarkedYAMLError, YAMLError

from generator.load.brackets import fix_bracket, fix_comma
from generator.load.dashes import fix_dashes
from generator.load.invisible import remove_invisible
from generator.load.typos import colon_range, fix_all_colons, fix_colon, fix_tabs, fix_wide_indent
from generator.load.yaml_builder import Builder, WideIndentError
from generator.load.yaml_errors import explain, is_second_colon, substitute
from generator.load.yaml_tree import YamlMapping, block_at
from generator.model.problem import Problem, has_errors
from generator.model.problem_codes import report
from generator.model.source_text import SourceText

_ROUNDS = 60
"""The most corrections of one file in one run: each costs a parse, which must end for hostile input too."""


class _At(NamedTuple):
    line: int
    column: int


def parse(source_text: SourceText) -> tuple[YamlMapping | None, list[Problem]]:
    """The mapping in a text, or None where it cannot be read, and the Problems.  Never raises, whatever the text."""
    problems = remove_invisible(source_text)
    for _ in range(_ROUNDS):
        builder = Builder(source_text)
        try:
            builder.build()
        except WideIndentError as error:
            problems.append(fix_wide_indent(source_text, error.mark))
        except MarkedYAMLError as error:
            corrected = _correct(error, source_text) or substitute(error, source_text)
            if corrected is None:
                return None, [*problems, *builder.faults, *_unless_mended(error, source_text, problems)]
            problems.append(corrected)
        except (YAMLError, UnicodeError):  # pragma: no cover - `remove_invisible` leaves nothing that stops the parser
            return None, [*problems, report("R003", source_text.source(0, 0), "文件不是文字", "请核对文件内容。")]
        else:
            corrected = fix_dashes(source_text, builder.dashed) if builder.dashed else None
            if corrected is None:
                return _finish(builder, source_text, problems)
            problems.append(corrected)
    return None, problems


def _finish(
    builder: Builder, source_text: SourceText, problems: list[Problem]
) -> tuple[YamlMapping | None, list[Problem]]:
    found = problems + builder.faults
    if isinstance(builder.root, YamlMapping):
        return builder.root, found
    if builder.root is None or builder.root == "":
        return block_at(source_text.source(0, 0), source_text), [
            *found,
            report("R018", source_text.source(0, 0), "文件里没有内容", "请补上内容；不需要这个文件就删去。"),
        ]
    corrected = fix_all_colons(source_text) if builder.root_is_plain else []
    if corrected:
        tree, rest = parse(source_text)
        return tree, found + corrected + rest
    if has_errors(found):
        return None, found
    return None, [
        *found,
        report("R019", source_text.source(0, 0), "文件不是“键: 值”的写法", "请每行写一个“键: 值”，样例见填写说明。"),
    ]


def _correct(error: MarkedYAMLError, source_text: SourceText) -> Problem | None:
    mark = error.problem_mark
    if mark is None:  # pragma: no cover - the parser gives a mark for every error in text
        return None
    start = error.context_mark or mark
    line = source_text.line(start.line)
    if line.lstrip(" ").startswith(("\u3000", "\u00a0")):
        return fix_wide_indent(source_text, _At(start.line, len(line) - len(line.lstrip(" "))))
    if "\t" in _indent(line) + _indent(source_text.line(mark.line)):
        return fix_tabs(source_text)
    slip = (
        fix_dashes(source_text, (start.line, mark.line), keyed=True)
        or fix_bracket(source_text, mark)
        or fix_comma(source_text, mark)
    )
    if slip is not None or not _may_be_colon(error) or is_second_colon(source_text, mark):
        return slip
    return fix_colon(source_text, *colon_range(source_text, error.context_mark, mark))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _may_be_colon(error: MarkedYAMLError) -> bool:
    return (
        error.context == "while scanning a simple key"
        or error.problem == "mapping values are not allowed in this context"
    )


def _unless_mended(error: MarkedYAMLError, source_text: SourceText, problems: list[Problem]) -> list[Problem]:
    """Report the error, unless indentation was corrected before: the error may be a result of the correction."""
    return (
        [] if any(problem.code in ("R006", "R009", "R029") for problem in problems) else [explain(error, source_text)]
    )
