"""What the pages of a branch or committee say, a file each: its registers row by row, and its sections by name.

A reader searches it who has chosen a committee or names the unit.  It is little and looked through as it is, so there are
no postings of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.formats.search.shards import handed_file
from generator.model.page import page_file
from generator.prose.sections import PageSection, RegisterRow


class UnitPage(NamedTuple):
    """A page of a branch or committee by its URL path: its sections, and the rows of its registers."""

    path: str
    sections: Sequence[PageSection]
    rows: Sequence[RegisterRow]


def branch_file(branch: str, pages: Iterable[UnitPage]) -> tuple[str, bytes]:
    """What is searched of a branch."""
    return handed_file(f"registers/branches/{branch}", _said(pages))


def committee_file(committee: str, branches: Iterable[tuple[str, str]], pages: Iterable[UnitPage]) -> tuple[str, bytes]:
    """What is searched of a committee's own pages, and the ids and names of its branches."""
    return handed_file(f"registers/committees/{committee}", {"branches": list(branches), **_said(pages)})


def _said(pages: Iterable[UnitPage]) -> dict[str, object]:
    found = [(page_file(page.path), page) for page in pages]
    return {
        "sections": [[file, page.sections] for file, page in found],
        "rows": [[file, page.rows] for file, page in found if page.rows],
    }
