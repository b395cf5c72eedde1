"""Problems and findings as JSON, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.model.finding import Assessment, Finding
from generator.model.problem import Problem, Severity

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def to_json(problems: Iterable[Problem], assessments: Iterable[Assessment]) -> str:
    """`{"problems": […], "findings": […]}`; verdicts and severities in lower-case English, messages in Chinese."""
    rows = [_finding(one.branch, finding) for one in assessments for finding in one.findings]
    data = {"problems": [_problem(problem) for problem in problems], "findings": rows}
    return json.dumps(data, ensure_ascii=False, indent=1)


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.source.path,
        "line": problem.source.line,
        "column": problem.source.column,
        "code": problem.code,
        "severity": _SEVERITIES[problem.severity],
        "message": problem.message,
        "hint": problem.hint,
    }


def _finding(branch: str, finding: Finding) -> dict[str, Any]:
    return {
        "branch": branch,
        "standard": finding.standard,
        "criterion": finding.criterion,
        "verdict": finding.verdict.code,
        "period": finding.period.name,
        "reason": finding.reason,
        "evidence": [{"path": row.source.path, "line": row.source.line} for row in finding.evidence],
    }
