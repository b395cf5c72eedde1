"""From a file to a tree: read, mend what is plainly a slip, report everything that was found on the way."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from yaml.error import MarkedYAMLError, YAMLError

from generator.load.files import display_path, read_text
from generator.load.invisible import remove_invisible
from generator.load.tree import Block, Builder, WideIndentError, block_at
from generator.load.typos import colon_range, mend_all_colons, mend_colon, mend_tabs, mend_wide_indent
from generator.load.yaml_errors import explain, is_second_colon, substitute
from generator.model.problem import Problem, Severity
from generator.model.problem_codes import report
from generator.model.source_text import SourceText

_ROUNDS = 60
"""So many slips of one file are mended and reported in one run."""


class _At(NamedTuple):
    line: int
    column: int


def read_tree(path: Path, root: Path) -> tuple[Block | None, list[Problem]]:
    """The mapping that a file holds, or None where there is none to read; and what is wrong with its form."""
    text, problems = read_text(path, root)
    if text is None:
        return None, problems
    tree, found = parse(SourceText(display_path(path, root), text))
    return tree, problems + found


def parse(sheet: SourceText) -> tuple[Block | None, list[Problem]]:
    """The mapping that a sheet holds.  Never raises, whatever the text."""
    problems = remove_invisible(sheet)
    for _ in range(_ROUNDS):
        builder = Builder(sheet)
        try:
            builder.build()
        except WideIndentError as slip:
            mended: Problem | None = mend_wide_indent(sheet, slip.mark)
        except MarkedYAMLError as error:
            mended = _mend(error, sheet) or substitute(error, sheet)
            if mended is None:
                return None, [*problems, *builder.faults, *_unless_mended(error, sheet, problems)]
        except (
            YAMLError,
            UnicodeError,
        ):  # pragma: no cover - `remove_invisible` leaves nothing that the parser cannot take in
            return None, [*problems, report("R003", sheet.source(0, 0), "文件不是文字", "请核对文件内容。")]
        else:
            return _finish(builder, sheet, problems)
        if mended is not None:
            problems.append(mended)
    return None, problems


def _finish(builder: Builder, sheet: SourceText, problems: list[Problem]) -> tuple[Block | None, list[Problem]]:
    found = problems + builder.faults
    if isinstance(builder.root, Block):
        return builder.root, found
    if builder.root is None or builder.root == "":
        return block_at(sheet.source(0, 0), sheet), [
            *found,
            report("R018", sheet.source(0, 0), "文件里没有内容", "请补上内容；不需要这个文件就删去。"),
        ]
    mended = mend_all_colons(sheet) if builder.root_is_plain else []
    if mended:
        tree, rest = parse(sheet)
        return tree, found + mended + rest
    if any(problem.severity is Severity.ERROR for problem in found):
        return None, found
    return None, [
        *found,
        report("R019", sheet.source(0, 0), "文件不是“键: 值”的写法", "请每行写一个“键: 值”，样例见填写说明。"),
    ]


def _mend(error: MarkedYAMLError, sheet: SourceText) -> Problem | None:
    mark = error.problem_mark
    if mark is None:  # pragma: no cover - the parser marks every complaint about text
        return None
    start = error.context_mark or mark
    line = sheet.line(start.line)
    if line.lstrip(" ").startswith(("\u3000", "\u00a0")):
        return mend_wide_indent(sheet, _At(start.line, len(line) - len(line.lstrip(" "))))
    if "\t" in _indent(line) + _indent(sheet.line(mark.line)):
        return mend_tabs(sheet)
    if not _may_be_colon(error) or is_second_colon(sheet, mark):
        return None
    return mend_colon(sheet, *colon_range(sheet, error.context_mark, mark))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _may_be_colon(error: MarkedYAMLError) -> bool:
    return (
        error.context == "while scanning a simple key"
        or error.problem == "mapping values are not allowed in this context"
    )


def _unless_mended(error: MarkedYAMLError, sheet: SourceText, problems: list[Problem]) -> list[Problem]:
    """After indentation has been mended by guess, a complaint about indentation may be our own doing."""
    return [] if any(problem.code in ("R006", "R009") for problem in problems) else [explain(error, sheet)]
