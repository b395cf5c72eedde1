"""Mutants of the checks, made and run by mutmut: `python -m tests.mutation` takes all, `--tenth` the same tenth always.

Works in a copy of the repository.  Prints every mutant that no test noticed and that `survivors.yml` does not explain,
then the share that was noticed; ends with 1 where that is below `--least`.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import yaml
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

ROOT = Path(__file__).parents[2]
CHECKS = "generator/evaluate/checks"
SURVIVORS = Path(__file__).parent / "survivors.yml"
_NOTICED = frozenset({"killed", "timeout"})
_SEED = 13
_RESULT = re.compile(r"^ *(\S+): (.+)$", re.MULTILINE)


class Change(NamedTuple):
    """What a mutant changes: the function, by module and name, and its lines before and after."""

    function: str
    before: str
    after: str


def main() -> None:
    """Run the mutants and report."""
    options = _options()
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "site*", "*.egg-info", "node_modules"))
        asked = [name for name in _names() if in_tenth(name)] if options.tenth else []
        _mutmut(copy, "run", "--max-children", str(options.children), *asked)
        results = dict(_RESULT.findall(_mutmut(copy, "results", "--all", "true")))
        results = {name: results[name] for name in asked or results}
        with contextlib.chdir(copy):
            survived = {_change(name): state for name, state in results.items() if state not in _NOTICED}
    share = _report(survived, len(results), whole=not options.tenth)
    sys.exit(share < options.least)


def _report(survived: dict[Change, str], total: int, *, whole: bool) -> float:
    explained = explanations()
    for change, state in survived.items():
        if change not in explained:
            sys.stdout.write(f"{change.function}: {state}\n-   {change.before}\n+   {change.after}\n")
    for change in explained.keys() - survived.keys() if whole else ():
        sys.stdout.write(f"explained, but no survivor: {change.function}\n+   {change.after}\n")
    share = 1 - len(survived) / total
    known = sum(change in explained for change in survived)
    sys.stdout.write(
        f"{total - len(survived)} of {total} mutants noticed, {share:.1%}; {known} survivors are explained\n"
    )
    return share


def explanations() -> dict[Change, str]:
    """Why a survivor is no gap in the tests, by what it changes."""
    rows = yaml.safe_load(SURVIVORS.read_text(encoding="utf-8")) or []
    return {Change(row["function"], row["before"], row["after"]): row["why"] for row in rows}


def _names() -> Iterator[str]:
    for path in sorted((ROOT / CHECKS).glob("[!_]*.py")):
        mutated = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
        yield from (get_mutant_name(path.relative_to(ROOT), name) for name in mutated.mutant_names)


def in_tenth(name: str) -> bool:
    """By the name alone, so that a change in one function does not choose other mutants elsewhere."""
    return random.Random(f"{_SEED} {name}").random() < 0.1


def _change(name: str) -> Change:
    """Read in the copy, which has to be the current folder."""
    lines = get_diff_for_mutant(name).splitlines()
    removed = [line[1:].strip() for line in lines if line.startswith("-") and not line.startswith("---")]
    added = [line[1:].strip() for line in lines if line.startswith("+") and not line.startswith("+++")]
    function = re.sub(r"__mutmut_\d+$", "", name.removeprefix(CHECKS.replace("/", ".") + ".")).replace(".x_", ".")
    return Change(function, " ".join(removed), " ".join(added))


def _mutmut(copy: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments], cwd=copy, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"mutmut {arguments[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mutants of the checks, each against their golden cases.")
    parser.add_argument("--tenth", action="store_true", help="a tenth of them, the same every time")
    parser.add_argument("--children", type=int, default=os.cpu_count(), help="how many at a time")
    parser.add_argument("--least", type=float, default=0.92, help="the share that must be noticed")
    return parser.parse_args()


if __name__ == "__main__":
    main()
