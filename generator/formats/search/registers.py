"""Registers row by row, a file of a branch or committee: what a reader searches who has chosen a committee.

They are few and looked through as they are, so there are no postings of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.formats.search.shards import handed_file
from generator.model.page import page_file
from generator.prose.sections import RegisterRow


class RegisterPage(NamedTuple):
    """A page of registers by its URL path, and its rows."""

    path: str
    rows: Sequence[RegisterRow]


def branch_rows(branch: str, pages: Iterable[RegisterPage]) -> tuple[str, bytes]:
    """The file of a branch's rows."""
    return handed_file(f"registers/branches/{branch}", {"rows": _rows(pages)})


def committee_rows(
    committee: str, branches: Iterable[tuple[str, str]], pages: Iterable[RegisterPage]
) -> tuple[str, bytes]:
    """The file of the rows of a committee's own registers, and the ids and names of its branches."""
    return handed_file(f"registers/committees/{committee}", {"branches": list(branches), "rows": _rows(pages)})


def _rows(pages: Iterable[RegisterPage]) -> list[object]:
    return [[page_file(page.path), page.rows] for page in pages if page.rows]
