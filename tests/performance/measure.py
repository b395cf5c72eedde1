"""What a command costs: CPU, wall and memory of its processes, files and bytes of what it wrote."""

from __future__ import annotations

import compileall
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lxml import etree, html

LAUNCHER = Path(__file__).with_name("launch.py")
BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""Where this is set, a program that was never compiled is compiled anew at every start."""


_SETTLING = 360
"""Seconds: ext4 passes over places of files that were deleted within the last five minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """CPU and wall in seconds, of all processes; memory in MB, the peak of the largest process."""

    cpu: float
    wall: float
    memory: float

    def __add__(self, other: Cost) -> Cost:
        """Both, one after the other."""
        memory = max(self.memory, other.memory)
        return Cost(cpu=self.cpu + other.cpu, wall=self.wall + other.wall, memory=memory)


class FailedError(Exception):
    """A command did not do what was asked of it."""


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a fresh process; what it cost, with every process that it waited for."""
    launcher = [sys.executable, "-I", "-S", str(LAUNCHER), *command]
    done = subprocess.run(launcher, cwd=folder, env=_environment(), capture_output=True, check=False)
    told = json.loads(done.stdout or '{"code": "not started"}')
    if code := told.pop("code"):
        raise FailedError(f"{' '.join(command)}: {code}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return Cost(**told)


def _environment() -> Mapping[str, str]:
    return {name: value for name, value in os.environ.items() if name != BYTECODE}


def compiled(package: Path) -> None:
    """Compile a package as installing it does, so that no measured process has to."""
    compileall.compile_dir(package, quiet=2)


@contextmanager
def settled(folder: Path) -> Iterator[None]:
    """Begin only when what an earlier run deleted in a folder is so long gone that the file system does not mind it any more."""
    note = folder / "deleted"
    left = note.stat().st_mtime + _SETTLING - time.time() if note.exists() else 0
    if left > 0:
        sys.stderr.write(f"waiting {left:.0f} s: an earlier run has just deleted its folders\n")
        time.sleep(left)
    try:
        yield
    finally:
        note.touch()


def weight(folder: Path) -> tuple[int, int]:
    """How many files a site has, and their bytes."""
    files = total = 0
    waiting = [os.fspath(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    files += 1
                    total += entry.stat(follow_symlinks=False).st_size
    return files, total


def characters(page: str) -> int:
    """How many characters a reader sees in the article of a page, white space left out."""
    article = html.fromstring(page).find(".//article")
    if article is None:
        raise FailedError("a page has no article")
    etree.strip_elements(article, "script", "style", "svg", with_tail=False)
    return len("".join(str(article.xpath("string()")).split()))


def machine() -> str:
    """The machine and its Python; a system's own is compiled with profiles, one that a person compiled seldom is."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    own = "系统自带的 " if sys.base_prefix == "/usr" else ""
    python = f"{own}{platform.python_implementation()} {platform.python_version()}，{platform.python_compiler()}"
    return f"{platform.system()} {platform.machine()}，{os.cpu_count()} 核，内存 {memory:.0f} GB；{python}"


def versions(names: Iterable[str]) -> dict[str, str]:
    """The installed versions of packages; those that are not installed are left out."""
    found = {}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
