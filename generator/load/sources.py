"""`docs/sources.yml`: the documents that the handbook rests on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.load.filesystem import missing
from generator.load.records import read_record
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.sources import NONE, CitedDocument, Sources

FILE = "sources.yml"
"""Where they stand, beside the handbook's pages."""


def load_sources(docs: Path, root: Path) -> tuple[Sources, list[Problem]]:
    """The declared documents, and every problem; none are declared where the file is badly written or not there."""
    path = docs / FILE
    if not path.exists():
        return NONE, [missing(path, root)]
    sources, problems = read_record(path, root, Sources)
    if sources is not None:
        problems += _lost(sources.documents, docs)
    return sources or NONE, problems


def _lost(documents: tuple[CitedDocument, ...], docs: Path) -> Iterator[Problem]:
    """Pages of 全文 that are not in the handbook."""
    for row in documents:
        if row.text is None:
            continue
        page = PurePosixPath(row.text)
        if page.is_absolute() or ".." in page.parts or page.suffix != ".md" or not (docs / page).is_file():
            told = "“全文”写 docs 里的一页，如 regulations/branch.md；没有全文的不写。"
            yield report("S116", row.where("text"), f"手册里没有 {row.text} 这一页", told)
