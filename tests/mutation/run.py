"""A sample of mutants of the checks, each against the tests of `evaluate`: `python -m tests.mutation.run --minutes 15`.

Works in a copy of the repository.  Prints every mutant that no test noticed, and the share that was noticed; ends with 1
where that is below `--least`.  The sample is another one every day, and the same all day.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
TESTS = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "tests/evaluate"]
_HANGS = 300
"""Seconds after which a mutant counts as noticed: its loop does not end."""


def main() -> None:
    """Take mutants until the time is over."""
    options = _options()
    noticed = total = 0
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "site*", "*.egg-info", "node_modules"))
        if _fails(copy):
            sys.exit("the tests fail without any change")
        end = monotonic() + 60 * options.minutes
        for name, mutant in _sample(options.room):
            if monotonic() > end:
                break
            total += 1
            caught = _caught(copy / name, mutant, copy)
            noticed += caught
            if not caught:
                sys.stdout.write(f"{name}:{mutant.line}: not noticed: {mutant.before} → {mutant.after}\n")
    share = noticed / total if total else 1.0
    sys.stdout.write(f"{noticed} of {total} mutants noticed, {share:.0%}\n")
    sys.exit(share < options.least)


def _sample(room: str) -> Iterator[tuple[str, Mutant]]:
    files = sorted((ROOT / "generator" / room).rglob("*.py"))
    everything = [
        (path.relative_to(ROOT).as_posix(), mutant)
        for path in files
        for mutant in mutants(path.read_text(encoding="utf-8"))
    ]
    chance = random.Random(datetime.now(UTC).date().isoformat())
    yield from chance.sample(everything, len(everything))


def _caught(path: Path, mutant: Mutant, copy: Path) -> bool:
    before = path.read_text(encoding="utf-8")
    path.write_text(mutant.source, encoding="utf-8")
    try:
        return _fails(copy)
    finally:
        path.write_text(before, encoding="utf-8")


def _fails(copy: Path) -> bool:
    try:
        done = subprocess.run(TESTS, cwd=copy, capture_output=True, check=False, timeout=_HANGS)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A sample of mutants, each against the tests.")
    parser.add_argument("--minutes", type=float, default=15, help="how long to go on")
    parser.add_argument("--room", default="evaluate", help="the folder under generator/")
    parser.add_argument("--least", type=float, default=0.8, help="the share that must be noticed")
    return parser.parse_args()


if __name__ == "__main__":
    main()
