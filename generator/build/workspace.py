"""Where an edition is put together: beside the site that stands, or under `mkdocs serve` in the folder that is shown."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.build.manifest import Manifest
from generator.output.cache import Cache

_STANDING, _NEXT = "manifest", "manifest.next"


class Workspace(Protocol):
    """Where an edition is put together: a tree to write into, and what is remembered of the site that stands."""

    tree: Path
    cache: Cache

    @property
    def scratch(self) -> Path:
        """Where MkDocs may write."""

    @property
    def standing(self) -> str:
        """What the site that stands now was made from."""

    def begin(self, basis: str | None) -> frozenset[str] | None:
        """Make the tree: a copy of the site made from `basis` but for the files named, or an empty one (None)."""


@dataclass(slots=True)
class Live:
    """The folder that `mkdocs serve` shows: written in place, with a cache that lasts as long as the server."""

    tree: Path
    cache: Cache
    standing: str = ""

    @property
    def scratch(self) -> Path:
        """Beside what is remembered: it ends with the server."""
        return self.cache.folder / "scratch"

    def begin(self, basis: str | None) -> frozenset[str] | None:
        """Keep the folder where it shows `basis`, else empty it."""
        if basis is not None and basis == self.standing:
            return frozenset()
        for path in self.tree.iterdir() if self.tree.is_dir() else ():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.tree.mkdir(parents=True, exist_ok=True)
        return None

    def settle(self) -> None:
        """Whatever was written last is what stands now."""
        manifest = self.cache.read(_NEXT, Manifest)
        self.standing = manifest.id if manifest else ""

    def close(self) -> None:
        """The server ends, and its cache with it."""
        shutil.rmtree(self.cache.folder, ignore_errors=True)


def recall(workspace: Workspace) -> Manifest | None:
    """The manifest of the site that stands; None where there is none of it."""
    for name in (_STANDING, _NEXT):
        manifest = workspace.cache.read(name, Manifest)
        if manifest is not None and manifest.id == workspace.standing:
            return manifest
    return None


def note(workspace: Workspace, manifest: Manifest) -> None:
    """Note what the tree was made from, before it is published."""
    workspace.cache.write(_NEXT, manifest)


def note_published(cache: Cache) -> None:
    """What was noted last is published now."""
    cache.promote(_NEXT, _STANDING)
