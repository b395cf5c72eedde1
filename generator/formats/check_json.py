"""Problems and findings as JSON, for editors and other programs; the contract is `check_rows`.

It is streamed while the branches are judged, so that memory does not grow with their number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from tempfile import SpooledTemporaryFile
from typing import IO

from generator.formats.check_rows import FindingRow, PlanRow, ProblemRow
from generator.model.checked import Checked
from generator.model.finding import Assessment, Finding, UnitAssessment
from generator.model.judged_year import PlanJudgement
from generator.model.problem import Problem, Severity
from generator.model.standard_set import MAIN_SET

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_SPOOL = 4_000_000
"""Bytes of plans and problems that are buffered in memory, beyond that in a temporary file.

The arrays come after `findings` in the output, but are produced at the same time.
"""


def write_json(parts: Iterable[Checked], as_of: date, year: int, out: IO[str]) -> None:
    """`{"as_of", "year", "findings": […], "plans": […], "problems": […]}`, a row a line.

    Verdicts and severities are lower-case English, messages Chinese.
    """
    with _spool() as plans, _spool() as problems:
        out.write(f'{{"as_of": "{as_of.isoformat()}", "year": {year},\n"findings": [')
        _write_rows(_findings(parts, plans, problems), out)
        for name, spool in (("plans", plans), ("problems", problems)):
            out.write(f'],\n"{name}": [')
            spool.seek(0)
            _write_rows((line.rstrip("\n") for line in spool), out)
        out.write("]}\n")


def _findings(parts: Iterable[Checked], plans: IO[str], problems: IO[str]) -> Iterator[str]:
    for part in parts:
        problems.writelines(_line(_problem(problem)) + "\n" for problem in part.problems)
        for unit in part.units:
            yield from (_line(_unit_finding(unit, finding)) for finding in unit.findings)
        for assessment, plan in part.years:
            if plan is not None:
                plans.write(_line(_plan(assessment, plan)) + "\n")
            yield from (_line(_branch_finding(assessment, finding)) for finding in assessment.own)


def _write_rows(rows: Iterable[str], out: IO[str]) -> None:
    between = "\n"
    for row in rows:
        out.write(f"{between}{row}")
        between = ",\n"


def _spool() -> SpooledTemporaryFile[str]:
    return SpooledTemporaryFile(_SPOOL, "w+", encoding="utf-8", newline="\n")


def _line(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False)


def _problem(problem: Problem) -> ProblemRow:
    return {
        "path": problem.source.path,
        "line": problem.source.line,
        "column": problem.source.column,
        "code": problem.code,
        "severity": _SEVERITIES[problem.severity],
        "message": problem.message,
        "hint": problem.hint,
    }


def _branch_finding(assessment: Assessment, finding: Finding) -> FindingRow:
    return _finding(finding, assessment.standard_set, assessment.year, None, assessment.branch)


def _unit_finding(unit: UnitAssessment, finding: Finding) -> FindingRow:
    return _finding(finding, unit.standard_set, unit.year, unit.unit or None, None)


def _finding(
    finding: Finding, standard_set: str | None, year: int, committee: str | None, branch: str | None
) -> FindingRow:
    return {
        "committee": committee,
        "branch": branch,
        "set": standard_set or MAIN_SET,
        "standard": finding.standard,
        "criterion": finding.criterion,
        "part": finding.part.value,
        "duty": finding.duty.value,
        "year": year,
        "period": finding.period.name,
        "due": finding.due.isoformat() if finding.due else None,
        "verdict": finding.verdict.code,
        "reason": finding.reason,
        "evidence": [{"path": row.source.path, "line": row.source.line} for row in finding.evidence],
    }


def _plan(assessment: Assessment, plan: PlanJudgement) -> PlanRow:
    state = plan.state
    return {
        "branch": assessment.branch,
        "year": assessment.year,
        "verdict": state.verdict.code,
        "reason": plan.reason,
        "due": plan.due.isoformat(),
        "submitted": state.submitted.isoformat() if state.submitted else None,
        "step": state.step.value if state.step else None,
        "step_on": state.on.isoformat() if state.on else None,
        "overdue": state.overdue,
    }
