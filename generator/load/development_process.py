"""`docs/development.yml`: the versions of 发展党员流程."""

from __future__ import annotations

from pathlib import Path

from generator.load.records import read_record
from generator.model.problem import Problem
from generator.model.records.development_process import NO_PROCESSES, DevelopmentProcesses

PROCESS_FILE = "development.yml"
"""Where it stands, beside the handbook's pages."""


def load_processes(docs: Path, root: Path) -> tuple[DevelopmentProcesses, list[Problem]]:
    """The declared versions, and what is wrong with the file; none where there is no such file or it is badly written."""
    path = docs / PROCESS_FILE
    if not path.exists():
        return NO_PROCESSES, []
    processes, problems = read_record(path, root, DevelopmentProcesses)
    return processes or NO_PROCESSES, problems
