"""The prose layer as it is cached: MkDocs' rendering of the handbook, slots unfilled, and the shells of record pages.

It is plain data beside the folder that MkDocs wrote, so that a build in which no prose changed does not run MkDocs.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.model.problem import Problem
from generator.prose.inputs import ProseInputs
from generator.prose.shells import Shells

_HANDBOOK = ("standards", "aspects", "regulations", "readings.md", "glossary.md", "forms.md", "checklist.md")
"""Folders and files under `docs/`."""

_FURTHER = frozenset(("development.md", "index.md", "showcases.md", "visit-note.md"))
"""Other pages for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page with slots: its URL path and front matter, dates as text."""

    path: str
    meta: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseChapter:
    """A page of the handbook for the PDF, slots unfilled; level 2 is a section of the chapter before it."""

    title: str
    path: str
    level: int
    html: str
    meta: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Prose:
    """The output of MkDocs.  `pages` are those with slots, `paths` the URL paths of all; `trusted` are the theme's files.

    `tools` are the paths of those that front matter keeps out of the readers' way.  `problems` report which files under
    `docs/` were not published, or should not be.  `tree` is the folder that holds the files; `inputs` are digests of what it
    was made from, `content` is one of the output.
    """

    inputs: ProseInputs
    content: str
    tree: Path
    site_name: str
    site_url: str
    shelf: Shells
    pages: tuple[ProsePage, ...]
    paths: tuple[str, ...]
    tools: tuple[str, ...]
    chapters: tuple[ProseChapter, ...]
    trusted: tuple[str, ...]
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, *, tree: Path, **rest: Any) -> Prose:
        """The prose layer with the digest of what is in `tree` now."""
        return cls(tree=tree, content="", **rest).summed()

    def summed(self) -> Prose:
        """The same with the digest of what is in `tree` now."""
        return replace(self, content=content_digest(self.tree, self.files))

    @property
    def key(self) -> str:
        """A digest of all that it was made from."""
        return self.inputs.key

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Every file of the tree, relative to it."""
        found = (path for path in self.tree.rglob("*") if path.is_file())
        return tuple(sorted(path.relative_to(self.tree).as_posix() for path in found))

    @property
    def complete(self) -> bool:
        """Whether the folder is still as MkDocs wrote it."""
        return content_digest(self.tree, self.files) == self.content

    def moved(self, tree: Path) -> Prose:
        """Move the files to another folder, which is replaced."""
        shutil.rmtree(tree, ignore_errors=True)
        self.tree.rename(tree)
        return replace(self, tree=tree)


def in_handbook(source: str) -> bool:
    """Whether a file, by its path under `docs/`, is a page of the handbook."""
    return source.partition("/")[0] in _HANDBOOK


def explains_terms(source: str) -> bool:
    """Whether a file, by its path under `docs/`, is a page whose terms are explained in place: readers', but the glossary."""
    return source != "glossary.md" and (in_handbook(source) or source in _FURTHER)


def content_digest(tree: Path, files: Iterable[str]) -> str:
    """A digest of names and contents of files."""
    made = blake2b(digest_size=16)
    for name in files:
        data = (tree / name).read_bytes()
        made.update(f"{name}\0{len(data)}\0".encode())
        made.update(data)
    return made.hexdigest()


def plain_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter as JSON can hold it."""
    plain: dict[str, Any] = json.loads(json.dumps(dict(meta), default=str, ensure_ascii=False))
    return plain
