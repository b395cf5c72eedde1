"""Those who make the same pages from the same records, each in its best way."""

from __future__ import annotations

import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path

import peers
from measure import Cost, FailedError, cost

BIN = Path(sys.executable).parent


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

    def prepare(self) -> None:  # noqa: B027 - ours needs nothing
        """Make everything ready that is no part of a build."""

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
        pages = list((self.site / "branches").glob("*/index.html"))
        if len(pages) != branches or len(list((self.site / "branches").glob("*/checklist/index.html"))) != branches:
            raise FailedError(f"{self.name}: {len(pages)} pages of {branches} branches")
        text = (self.site / "branches" / "b000000" / "index.html").read_text(encoding="utf-8")
        if text.count("记录显示") < 50 or text.count("原始记录：记录本第") != 60:
            raise FailedError(f"{self.name}: the page of a branch lacks findings or activities")

    def edited(self, mark: str) -> bool:
        """Whether the page of the edited branch says so."""
        return mark in (self.site / "branches" / "b000000" / "index.html").read_text(encoding="utf-8")


class Zhibu(Contender):
    """Ours."""

    name, largest, edits = "zhibu", 1_000_000, (3, 1_000_000)

    def commands(self) -> list[list[str]]:
        site = str(self.site.resolve())
        return [[str(BIN / "zhibu"), "build", "--config", str(self.project / "mkdocs.yml"), "--audience", "internal", "--out", site]]  # fmt: skip


class Hugo(Contender):
    """Hugo, which reads the records as data and makes pages of them with content adapters."""

    name, largest, edits = "Hugo", 10_000, (1, 10_000)

    def prepare(self) -> None:
        shutil.rmtree(self.folder)
        peers.hugo(self.project.resolve(), self.folder)

    def commands(self) -> list[list[str]]:
        return [[str(BIN / "hugo"), "--quiet", "--destination", "site"]]


class Material(Contender):
    """MkDocs with Material, from Markdown that a script makes of the records."""

    name, largest, edits = "MkDocs + Material", 2_000, (1, 400)

    def prepare(self) -> None:
        peers.generated(self.project, self.folder)

    def commands(self) -> list[list[str]]:
        generate = [sys.executable, str(Path(peers.__file__)), str(self.project.resolve()), "docs"]
        return [generate, [str(BIN / "mkdocs"), "build", "--quiet"]]


class Zensical(Material):
    """Zensical, from the same Markdown."""

    name = "Zensical"

    def commands(self) -> list[list[str]]:
        generate, _ = super().commands()
        return [generate, [str(BIN / "zensical"), "build"]]


ALL: Mapping[str, type[Zhibu | Hugo | Material]] = {
    "zhibu": Zhibu,
    "hugo": Hugo,
    "mkdocs": Material,
    "zensical": Zensical,
}
