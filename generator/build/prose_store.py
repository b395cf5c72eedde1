"""Where the prose layer is kept between builds: what MkDocs wrote, and each page so that it can be made again alone."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.output.cache import Cache
from generator.output.hashing import digest
from generator.prose.frames import KeptPage
from generator.prose.layer import Prose

_PROSE, _FILES = "prose.json", "pages/files.json"


class KnownFile(NamedTuple):
    """A file that links in prose may lead to: its name there and in the site, and whether it lies in `docs/` itself."""

    name: str
    place: str
    own: bool


class KnownFiles(NamedTuple):
    """Those that a build found."""

    rows: tuple[KnownFile, ...]


class ProseStore:
    """The prose layer in a cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._tree = cache.folder / "prose"

    @property
    def lasting(self) -> bool:
        """Whether what the last build left rests on nothing that this program does not know of."""
        return (self._cache.folder / _PROSE).is_file()

    def read(self) -> Prose | None:
        """What the last build left, if its files are still as it left them."""
        prose = self._cache.read(_PROSE, Prose)
        prose = replace(prose, tree=self._tree) if prose is not None else None  # wherever the project has been moved to
        return prose if prose is not None and prose.complete else None

    def keep(self, prose: Prose, pages: Mapping[str, KeptPage], files: KnownFiles, *, lasting: bool) -> Prose:
        """Move what MkDocs wrote to its place; `lasting` says whether later builds may rely on it.

        `pages` are those that can be made again alone, by their files below `docs/`.
        """
        self._cache.remove(_PROSE)
        shutil.rmtree(self._cache.folder / "pages", ignore_errors=True)
        moved = prose.moved(self._tree)
        if lasting:
            for source, page in pages.items():
                self._cache.write(_page(source), page)
            self._cache.write(_FILES, files)
            self._cache.write(_PROSE, moved)
        return moved

    def page(self, source: str) -> KeptPage | None:
        """What was kept of a page."""
        return self._cache.read(_page(source), KeptPage)

    def files(self) -> KnownFiles | None:
        """What links may lead to."""
        return self._cache.read(_FILES, KnownFiles)

    def exchange(self, prose: Prose, pages: Mapping[str, KeptPage], finished: Mapping[str, str]) -> Prose:
        """Put finished pages, by their files in the site, in the place of those that were there."""
        self._cache.remove(_PROSE)
        for name, html in finished.items():
            (self._tree / name).write_bytes(html.encode())
        for source, page in pages.items():
            self._cache.write(_page(source), page)
        made = prose.summed()
        self._cache.write(_PROSE, made)
        return made


def _page(source: str) -> str:
    return f"pages/{digest(source)}.json"
