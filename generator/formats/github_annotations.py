"""Problems as workflow commands of GitHub Actions, which shows them beside the lines of a change.

The form is `::error file=…,line=…,col=…,title=…::message`, as "Workflow commands for GitHub Actions" has it; Gitea and
Forgejo read the same.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.model.problem import Problem
from generator.model.problem_codes import CODES

_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_MESSAGE | {":": "%3A", ",": "%2C"}


def to_annotation(problem: Problem, folder: str) -> str:
    """One line; `folder` is the project's, as seen from the root of the repository (`.` where they are the same)."""
    source, code = problem.source, CODES.get(problem.code)
    place = {"file": str(PurePosixPath(folder, source.path)) if source.path else ""}
    if source.line:
        place |= {"line": str(source.line), "col": str(source.column or 1)}
    place["title"] = f"{problem.severity.value} {problem.code} {code.title if code else ''}".rstrip()
    properties = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in place.items() if value)
    level = "error" if problem.is_error else "warning"
    return f"::{level} {properties}::{_escaped(f'{problem.message}。{problem.hint}', _IN_MESSAGE)}"


def _escaped(text: str, marks: dict[str, str]) -> str:
    return "".join(marks.get(character, character) for character in text)
