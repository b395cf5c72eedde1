"""`docs/sources.yml`: the documents that the handbook rests on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.load.filesystem import missing
from generator.load.records import read_record
from generator.model.placeholders import Block
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.sources import NONE, CitedDocument, Sources

FILE = "sources.yml"
"""Where they stand, beside the handbook's pages."""

_LISTING = f"[[{Block.ARTICLES}]]"


def load_sources(docs: Path, root: Path) -> tuple[Sources, list[Problem]]:
    """The declared documents, and every problem; none are declared where the file is badly written or not there."""
    path = docs / FILE
    if not path.exists():
        return NONE, [missing(path, root)]
    sources, problems = read_record(path, root, Sources)
    if sources is not None:
        problems += _lost(sources.documents, docs)
        problems += _unlisted(sources.documents, docs)
    return sources or NONE, problems


def _lost(documents: tuple[CitedDocument, ...], docs: Path) -> Iterator[Problem]:
    """Pages of 全文 that are not in the handbook."""
    for row in documents:
        if row.text is None:
            continue
        if not _is_page(row.text, docs):
            told = "“全文”写 docs 里的一页，如 regulations/branch.md；没有全文的不写。"
            yield report("S116", row.where("text"), f"手册里没有 {row.text} 这一页", told)


def _unlisted(documents: tuple[CitedDocument, ...], docs: Path) -> Iterator[Problem]:
    """条文页 that is not in the handbook, or does not list articles."""
    for row in documents:
        page = row.articles_page
        if page is None:
            continue
        told = f"页里要有单独一行 {_LISTING}，条文列在那里。"
        if not _is_page(page, docs):
            yield report("S118", row.where("articles_page"), f"手册里没有 {page} 这一页", told)
        elif _LISTING not in (docs / page).read_text(encoding="utf-8", errors="replace").split("\n"):
            yield report("S118", row.where("articles_page"), f"{page} 里没有 {_LISTING}", told)


def _is_page(name: str, docs: Path) -> bool:
    page = PurePosixPath(name)
    return not page.is_absolute() and ".." not in page.parts and page.suffix == ".md" and (docs / page).is_file()
