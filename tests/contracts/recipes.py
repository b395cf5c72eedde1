"""The recipes of CONTRIBUTING.md: their blocks of code, and how to follow them in a copy of the repository."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
COPIED = ("docs", "generator", "records", "tests", "CONTRIBUTING.md", "mkdocs.yml", "pyproject.toml")
_PROGRAMS = {
    "zhibu": ["-m", "generator"],
    "pytest": ["-m", "pytest", "-q", "-p", "no:cacheprovider"],
    "python": [],
}
_PART = re.compile(
    r"^```(?P<language>\S+)(?: (?P<path>\S+))?\n(?P<text>.*?)^```$|^(?P<heading>##+) (?P<name>[^\n]+)$",
    re.MULTILINE | re.DOTALL,
)
"""A block, within which nothing is a heading, or a heading."""


class Block(NamedTuple):
    """A block of code; `path` is the file that it makes or changes, empty for commands."""

    language: str
    path: str
    text: str


def recipes() -> dict[str, list[Block]]:
    """Every recipe by its heading, with its blocks in order."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found: dict[str, list[Block]] = {}
    within, name = False, ""
    for match in _PART.finditer(text):
        if match["heading"]:
            within = match["name"] == "Recipes" if match["heading"] == "##" else within
            name = match["name"] if match["heading"] == "###" else ""
            if within and name:
                found[name] = []
        elif within and name:
            found[name].append(Block(match["language"], match["path"] or "", match["text"]))
    return found


def copied(folder: Path) -> Path:
    """A copy of what is built and tested, without what earlier runs have left."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns(".*", "__pycache__", "node_modules")
            )
        else:
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def write(block: Block, copy: Path) -> None:
    """Make the file of a block, or change it; what a change expects to find must stand there once."""
    path = copy / block.path
    if block.language == "diff":
        before = "".join(_lines(block.text, " -"))
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{block.path}: found {text.count(before)} times:\n{before}"
        path.write_text(text.replace(before, "".join(_lines(block.text, " +"))), encoding="utf-8")
    else:
        assert not path.exists(), block.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")


def _lines(text: str, marks: str) -> Iterator[str]:
    return (line[1:] for line in text.splitlines(keepends=True) if line[:1] in marks)


def run(line: str, copy: Path) -> subprocess.CompletedProcess[str]:
    """Run one line of a block, with the program and the tests of the copy."""
    name, *arguments = shlex.split(line)
    command = [sys.executable, *_PROGRAMS[name], *arguments]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, timeout=300)
