"""Problems as people read them: a line each, and on a terminal the faulty line with a mark under the place."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.terminal.columns import display_width
from generator.cli.terminal.voice import is_verbose, project_folder

if TYPE_CHECKING:
    from generator.model.problem import Problem

_WIDEST = 100
"""Columns of a faulty line that are shown."""

_PRIVATE = "V"
"""The letter of codes that tell of personal data: their lines are not shown."""


class ProblemView:
    """Shows problems one by one on stderr and remembers their codes.

    On a terminal and under `-v` the problems of a file stand together under an empty line, each with its line of the file.
    """

    def __init__(self) -> None:
        self._full = is_verbose() or sys.stderr.isatty()
        self._path: str | None = None
        self._codes: dict[str, None] = {}

    def show(self, problem: Problem) -> None:
        """Say one problem."""
        self._codes[problem.code] = None
        if self._full and self._path not in (None, problem.source.path):
            click.echo(err=True)
        self._path = problem.source.path
        click.echo(_coloured(problem), err=True)
        if self._full:
            for line in _excerpt(problem):
                click.echo(line, err=True)

    def close(self) -> None:
        """Say where the codes are explained."""
        if self._full and self._codes:
            click.echo(f"\n每个编号是什么意思、怎么改：zhibu explain {' '.join(list(self._codes)[:3])}", err=True)


def show_problems(problems: Iterable[Problem]) -> None:
    """Every problem, on stderr."""
    view = ProblemView()
    for problem in problems:
        view.show(problem)


def _coloured(problem: Problem) -> str:
    colour = "red" if problem.is_error else "yellow"
    told = click.style(f"{problem.severity.value}[{problem.code}]", fg=colour, bold=True)
    return f"{click.style(str(problem.source), bold=True)}: {told} {problem.message}。{problem.hint}"


def _excerpt(problem: Problem) -> list[str]:
    """The faulty line and a mark under its place, cut where it is long; nothing where the place is not in a text file."""
    source = problem.source
    lines = _lines(project_folder() / source.path) if source.line and problem.code[:1] != _PRIVATE else ()
    if not 0 < source.line <= len(lines):
        return []
    text, at = lines[source.line - 1].expandtabs(1), max(source.column - 1, 0)
    start = max(at - _WIDEST // 4, 0) if display_width(text) > _WIDEST else 0
    shown = text[start : start + _WIDEST]
    margin = f"{source.line:>6} | "
    mark = " " * display_width(margin + text[start:at]) + "^"
    return [click.style(margin, dim=True) + shown, click.style(mark, fg="red" if problem.is_error else "yellow")]


@lru_cache(maxsize=1)
def _lines(path: Path) -> tuple[str, ...]:
    """The lines of a text file as the reader of records counts them; none of what is no text."""
    try:
        return tuple(path.read_text(encoding="utf-8-sig").split("\n"))
    except (OSError, UnicodeError):
        return ()
