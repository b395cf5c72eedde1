"""Those who make the same pages from the same records, each in its best way."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

import peers
from measure import Cost, FailedError, characters, cost

BIN = Path(sys.executable).parent
FIRST = Path("branches", "b000000", "index.html")
ACTIVITIES = 60


class Contender(ABC):
    """A program that makes a site of an institution.

    `largest` is the size up to which that takes minutes; `edits` how many edits are measured, and up to which size: where
    an edit means a whole build again, one tells enough.
    """

    name: str
    largest: int
    edits: tuple[int, int]

    def __init__(self, project: Path, folder: Path) -> None:
        self.project = project
        self.folder = folder

    @property
    def site(self) -> Path:
        """Where the finished site stands."""
        return self.folder / "site"

    def prepare(self) -> None:
        """Begin in a new folder, with nothing but what is no part of a build: no site, no cache, no spare tree."""
        self.folder.mkdir(parents=True)

    @abstractmethod
    def commands(self) -> list[list[str]]:
        """What makes the site from the records, first of all or after an edit."""

    def build(self) -> Cost:
        """Make the site; what that cost."""
        spent = Cost(cpu=0, wall=0, memory=0)
        for command in self.commands():
            spent += cost(command, self.folder)
        return spent

    def check(self, branches: int) -> None:
        """Fail where the site lacks pages, or the pages lack what they are about."""
        pages = len(list(self.site.glob("branches/*/index.html")))
        checklists = len(list(self.site.glob("branches/*/checklist/index.html")))
        if (pages, checklists) != (branches, branches):
            raise FailedError(f"{self.name}: {pages} pages and {checklists} checklists of {branches} branches")
        text = self._first()
        if text.count("记录显示") < 50 or text.count("原始记录：记录本第") != ACTIVITIES:
            raise FailedError(f"{self.name}: the page of a branch lacks findings or activities")

    def confirm(self, mark: str) -> None:
        """Fail where the page of the edited branch does not say what it was edited to."""
        if mark not in self._first():
            raise FailedError(f"{self.name}: the edit {mark} does not show")

    def text(self) -> int:
        """How many characters a reader sees on a branch's page."""
        return characters(self._first())

    def _first(self) -> str:
        return (self.site / FIRST).read_text(encoding="utf-8")


class Zhibu(Contender):
    """Ours."""

    name, largest, edits = "zhibu", 1_000_000, (3, 1_000_000)

    def commands(self) -> list[list[str]]:
        command = [str(BIN / "zhibu"), "build", "--audience", "internal"]
        return [[*command, "--config", str(self.project / "mkdocs.yml"), "--out", str(self.site)]]


class Hugo(Contender):
    """Hugo, which reads the records as data and makes pages of them with content adapters."""

    name, largest, edits = "Hugo", 10_000, (1, 10_000)

    def prepare(self) -> None:
        super().prepare()
        peers.hugo(self.project, self.folder)

    def commands(self) -> list[list[str]]:
        program = distribution("hugo").locate_file("hugo/binaries/hugo")  # without the Python script around it
        return [[str(program), "--quiet", "--destination", "site"]]


class Material(Contender):
    """MkDocs with Material, from Markdown that a script makes of the records."""

    name, largest, edits = "MkDocs + Material", 2_000, (1, 400)

    def prepare(self) -> None:
        super().prepare()
        peers.generated(self.project, self.folder)

    def commands(self) -> list[list[str]]:
        return [self._generate(), [str(BIN / "mkdocs"), "build", "--quiet"]]

    def _generate(self) -> list[str]:
        return [sys.executable, str(Path(peers.__file__)), str(self.project), "docs"]


class Zensical(Material):
    """Zensical, from the same Markdown."""

    name = "Zensical"

    def commands(self) -> list[list[str]]:
        return [self._generate(), [str(BIN / "zensical"), "build"]]


OURS = "zhibu"
ALL: Mapping[str, type[Zhibu | Hugo | Material]] = {
    OURS: Zhibu,
    "hugo": Hugo,
    "mkdocs": Material,
    "zensical": Zensical,
}
"""Everybody, by the names of their packages."""
