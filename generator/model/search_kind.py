"""The kinds of page by which hits of the search are grouped."""

from __future__ import annotations

from typing import NamedTuple


class SearchKind(NamedTuple):
    """A kind: its name, the id of its heading, and the first folders of its pages' addresses, the better hit first."""

    name: str
    slug: str
    folders: tuple[str, ...] = ()


OTHER = SearchKind("方法", "methods")
"""Every other page for readers."""

TOOLS = SearchKind("工程", "tools")
"""Pages that front matter keeps out of the readers' way."""

SEARCH_KINDS = (
    SearchKind("标准", "standards", ("standards", "aspects", "checklist", "development")),
    SearchKind("口径", "readings", ("readings",)),
    SearchKind("术语", "glossary", ("glossary",)),
    SearchKind("条文", "articles", ("regulations",)),
    SearchKind("任务", "tasks", ("plan",)),
    SearchKind("空表", "forms", ("forms", "note", "visit-note")),
    SearchKind("样本", "samples", ("samples",)),
    SearchKind("观摩", "showcases", ("showcases", "points", "visits")),
    SearchKind("支部", "branches", ("branches",)),
    SearchKind(
        "党委",
        "committees",
        ("committees", "honours", "campaigns", "pairings", "projects", "project", "institution", "matrix"),
    ),
    OTHER,
    TOOLS,
)
"""The better hit first."""

_FOLDERS = {folder: (at, kind) for at, (folder, kind) in enumerate((f, k) for k in SEARCH_KINDS for f in k.folders)}


def search_rank(path: str, *, tools: bool) -> tuple[int, SearchKind]:
    """Where the page at a URL path stands among hits that are equally good, and its kind."""
    if tools:
        return len(_FOLDERS) + 1, TOOLS
    return _FOLDERS.get(path.partition("/")[0], (len(_FOLDERS), OTHER))
