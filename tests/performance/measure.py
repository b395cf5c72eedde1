"""What a command costs: CPU, wall and memory of its processes, files and bytes of what it wrote."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


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
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{' '.join(command)}: {process.returncode}\n{said.decode(errors='replace')[-2000:]}")
    wall = time.perf_counter() - start
    return Cost(cpu=usage.ru_utime + usage.ru_stime, wall=wall, memory=usage.ru_maxrss / 1024)


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


def machine() -> str:
    """The machine and its Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = f"{platform.python_implementation()} {platform.python_version()} ({sys.executable and platform.python_compiler()})"
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
