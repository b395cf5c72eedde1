"""`zhibu check --full`: all that a build finds, by making the edition in a folder that nobody reads."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.problem_log import logged_problem
from generator.errors import RecordsRefusedError
from generator.model.checked import CheckCounts
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.products import site
from generator.products.checking import check_to_problems
from generator.prose.mkdocs_words import in_chinese
from generator.settings import Settings

_BUILD = "mkdocs.commands.build"
_TOLD_WITH_ITS_LINE = "among documentation files"
"""Lost links are H114, which tells their lines."""


def check_in_full(settings: Settings, config: Path, show: Callable[[Problem], object]) -> CheckCounts:
    """Show what a check finds, and where that has no 错误 whatever else a build would say.

    The edition stays in `.zhibu/check`, so that the next full check makes only what has changed.  Raises what a build
    raises where the gate or the PDF refuses.
    """
    seen: set[Problem] = set()

    def once(problem: Problem) -> None:
        if problem not in seen:
            seen.add(problem)
            show(problem)

    counts = check_to_problems(settings, once)
    if counts.errors:
        return counts
    known = len(seen)
    with _heard(once):
        try:
            site.build(config, settings, settings.root / ".zhibu" / "check" / settings.audience.value, strict=False)
        except RecordsRefusedError as error:
            if len(seen) == known:
                raise
            for problem in error.problems:
                once(problem)
    counts.errors = sum(problem.is_error for problem in seen)
    counts.warnings = len(seen) - counts.errors
    return counts


@contextmanager
def _heard(show: Callable[[Problem], object]) -> Iterator[None]:
    """Hand on what MkDocs and the build complain of while the context lasts."""
    log, listener = logging.getLogger("mkdocs"), _Listener(show)
    log.addHandler(listener)
    try:
        yield
    finally:
        log.removeHandler(listener)


class _Listener(logging.Handler):
    def __init__(self, show: Callable[[Problem], object]) -> None:
        super().__init__(logging.WARNING)
        self._show = show

    def emit(self, record: logging.LogRecord) -> None:
        problem, message = logged_problem(record), record.getMessage()
        if problem is not None:
            self._show(problem)
        elif record.name != _BUILD and _TOLD_WITH_ITS_LINE not in message:
            told = in_chinese(message).rstrip("。")
            self._show(report("H116", Source("mkdocs.yml"), told, "请照它说的改。"))
