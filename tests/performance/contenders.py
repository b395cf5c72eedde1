"""Those who make the same pages from the same records, each in its best way."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

import peers
from measure import Cost, FailedError, characters, cost
from table import BEFORE, OURS, TWO

BIN = Path(sys.executable).parent
FIRST = Path("branches", "b000000", "index.html")
ACTIVITIES = 60


class Contender(ABC):
    """A program that makes a site of an institution.

    It is measured from `smallest` to `largest`, the size up to which that takes minutes; `edits` are how many edits are
    measured, and up to which size: where an edit means a whole build again, one tells enough.
    """

    name: str
    smallest: int = 1
    largest: int
    edits: tuple[int, int]
    keeps_prose = False
    """Whether an edit of the handbook is measured as well."""

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

    def confirm(self, mark: str, page: str | Path = FIRST) -> None:
        """Fail where the edited page does not say what it was edited to."""
        if mark not in (self.site / page).read_text(encoding="utf-8"):
            raise FailedError(f"{self.name}: the edit {mark} does not show")

    def text(self) -> int:
        """How many characters a reader sees on a branch's page."""
        return characters(self._first())

    def _first(self) -> str:
        return (self.site / FIRST).read_text(encoding="utf-8")


class Zhibu(Contender):
    """Ours."""

    name, largest, edits = OURS, 1_000_000, (3, 1_000_000)
    keeps_prose = True
    program = BIN / "zhibu"
    jobs = 1

    def commands(self) -> list[list[str]]:
        return [self._command("internal")]

    def made(self, audience: str) -> Cost:
        """Make an edition in a folder of its own; what that cost."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return cost(self._command(audience), self.folder)

    def _command(self, audience: str) -> list[str]:
        command = [str(self.program), "build", "--audience", audience, "--jobs", str(self.jobs)]
        out = self.site if audience == "internal" else self.folder / audience
        return [*command, "--config", str(self.project / "mkdocs.yml"), "--out", str(out)]


class TwoProcesses(Zhibu):
    """Ours, in two processes: worth while for thousands of branches."""

    name, smallest, edits, jobs = TWO, 2_000, (0, 0), 2


class Before(Zhibu):
    """An earlier checkout of ours with an environment of its own, which `at` makes known."""

    name, largest, edits = BEFORE, 2_000, (3, 2_000)

    @classmethod
    def at(cls, root: Path) -> None:
        """Measure the checkout at `root`."""
        cls.program = root / ".venv" / "bin" / "zhibu"


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


ALL: Mapping[str, type[Zhibu | Hugo | Material]] = {
    OURS: Zhibu,
    TWO: TwoProcesses,
    BEFORE: Before,
    "hugo": Hugo,
    "mkdocs": Material,
    "zensical": Zensical,
}
"""Everybody: ours, and the others by the names of their packages."""
