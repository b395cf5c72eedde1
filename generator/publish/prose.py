"""The prose layer, kept: what MkDocs made of the handbook, with slots still open, and the shells of record pages.

It is plain data beside the tree that MkDocs wrote, so that a build in which no prose changed needs no MkDocs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.publish.shells import Shelf, Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page with slots: its URL path and its front matter, of which dates have become text."""

    path: str
    meta: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseChapter:
    """A page of the handbook for the PDF: its HTML with slots still open; level 2 under the chapter before it."""

    title: str
    path: str
    level: int
    html: str
    meta: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What MkDocs made.  `pages` are those with slots, `paths` the URL paths of all; `trusted` are the theme's own files.

    `tree` is the folder that holds the files; `key` is a digest of everything they were made from.
    """

    key: str
    tree: Path
    site_name: str
    site_url: str
    shelf: Shelf
    pages: tuple[ProsePage, ...]
    paths: tuple[str, ...]
    chapters: tuple[ProseChapter, ...]
    trusted: tuple[str, ...]


def to_plain(prose: Prose) -> dict[str, Any]:
    """The prose layer as JSON can hold it, without its files."""
    return {
        "key": prose.key,
        "site_name": prose.site_name,
        "site_url": prose.site_url,
        "shells": [[kind, depth, list(shell.pieces)] for (kind, depth), shell in prose.shelf.items()],
        "pages": [[page.path, plain_meta(page.meta)] for page in prose.pages],
        "paths": list(prose.paths),
        "chapters": [[row.title, row.path, row.level, row.html, plain_meta(row.meta)] for row in prose.chapters],
        "trusted": list(prose.trusted),
    }


def from_plain(data: Any, tree: Path) -> Prose | None:
    """The prose layer that JSON holds; None where it is none of ours."""
    try:
        return Prose(
            key=data["key"],
            tree=tree,
            site_name=data["site_name"],
            site_url=data["site_url"],
            shelf=Shelf({(kind, depth): Shell(tuple(pieces)) for kind, depth, pieces in data["shells"]}),
            pages=tuple(ProsePage(path=path, meta=meta) for path, meta in data["pages"]),
            paths=tuple(data["paths"]),
            chapters=tuple(
                ProseChapter(title=title, path=path, level=level, html=html, meta=meta)
                for title, path, level, html, meta in data["chapters"]
            ),
            trusted=tuple(data["trusted"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def plain_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter as JSON can hold it."""
    plain: dict[str, Any] = json.loads(json.dumps(dict(meta), default=str, ensure_ascii=False))
    return plain
