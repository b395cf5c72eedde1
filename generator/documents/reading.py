"""From a file to its clause tree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.documents.outline.parser import parse_manuscript
from generator.documents.source_file import read_document
from generator.model.clause import ClauseTree
from generator.model.problem import Problem
from generator.model.records.organisation import ResponsibleUnit


def read_outline(
    path: Path, root: Path, units: Sequence[ResponsibleUnit] = ()
) -> tuple[ClauseTree | None, list[Problem]]:
    """The clause tree of a file, or None and the reason why there is none."""
    manuscript, problems = read_document(path, root)
    return (parse_manuscript(manuscript, units) if manuscript is not None else None), problems
