"""The problems of a build, logged; with any 错误 nothing is published."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from typing import Any

from generator.errors import RecordsRefusedError
from generator.model.problem import Problem, Severity
from generator.model.record import Source

_log = logging.getLogger("mkdocs.plugins.zhibu")


def logged_problem(record: logging.LogRecord) -> Problem | None:
    """The problem that a record of the log tells; None where it tells something else."""
    told = record.args[0] if isinstance(record.args, tuple) and record.args else None
    return told if isinstance(told, Problem) else None


def problems_of(rows: Iterable[Sequence[Any]]) -> list[Problem]:
    """Problems that were written as JSON."""
    return [Problem(Source(*place), code, Severity(severity), *told) for place, code, severity, *told in rows]


def log_problems(problems: Iterable[Problem], *, strict: bool) -> None:
    """Log every problem; refuse the records where one is an 错误 or, under strict, where there is any."""
    found = sorted(problems)
    errors = [row for row in found if row.is_error]
    for row in found:
        _log.log(logging.ERROR if row.is_error else logging.WARNING, "%s", row)
    if errors or (strict and found):
        warnings = len(found) - len(errors)
        raise RecordsRefusedError(
            f"台账或手册有 {len(errors)} 处错误、{warnings} 处警告，没有发布；原来的站点没有改动。"
        )
