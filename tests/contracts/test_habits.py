"""How the project is installed, tested and kept: dependencies with reasons and exact versions, Makefile and CI."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]
GROUPS = {"dependencies": PROJECT["dependencies"], **PROJECT["optional-dependencies"]}
LOCKED = [
    Requirement(line)
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    if line and line.lstrip()[0] != "#"
]
LINTERS = {"ruff", "mypy", "import-linter", "vulture"}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
SCRIPTS = [ROOT / ".ci/run", ROOT / ".ci/nightly", ROOT / ".ci/steps", ROOT / "tests/browser/run.sh"]
STEPS = """set -euo pipefail
source .ci/steps
first() { true; }
second() { false; }
step "the first" first
step "the second" second
step "the third" first
"""


@pytest.mark.parametrize("group", GROUPS)
def test_every_dependency_has_a_reason(group: str) -> None:
    block = PYPROJECT.partition(f"\n{group} = [\n")[2].partition("\n]")[0]
    lines = block.splitlines()
    assert len(lines) == len(GROUPS[group])
    assert [line for line in lines if not re.search(r"#\s*\S+.{10,}", line)] == []


def test_every_dependency_is_locked_at_a_version_that_it_allows() -> None:
    declared = [Requirement(text) for texts in GROUPS.values() for text in texts]
    for wanted in (row for row in declared if row.name != "zhibu"):
        versions = [
            next(iter(row.specifier)).version
            for row in LOCKED
            if canonicalize_name(row.name) == canonicalize_name(wanted.name)
        ]
        assert versions, f"{wanted.name} is not in requirements.lock; run make lock"
        assert all(map(wanted.specifier.contains, versions)), f"{wanted}: {versions}; run make lock"


def test_the_lock_names_one_version_of_each_and_works_as_constraints() -> None:
    assert [str(row) for row in LOCKED if [each.operator for each in row.specifier] != ["=="] or row.extras] == []


def test_linters_are_exact() -> None:
    exact = {Requirement(text).name for text in GROUPS["dev"] if "==" in text}
    assert exact >= LINTERS


def test_everything_is_installed_with_the_lock() -> None:
    installs = [line for line in MAKEFILE.splitlines() if "pip install" in line or "$(INSTALL)" in line]
    free = [line for line in installs if "$(INSTALL)" not in line and "--constraint requirements.lock" not in line]
    assert [line for line in free if "'uv" not in line] == []
    assert len(installs) >= 4


def test_every_target_is_described() -> None:
    phony = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split()
    said = set(re.findall(r"make ([\w-]+)", MAKEFILE.partition("\nPYTHON")[0]))
    assert set(phony) - {"clean"} == said


def test_make_test_runs_every_check() -> None:
    done = subprocess.run(
        ["make", "--dry-run", "--always-make", "test"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    tools = re.findall(
        r"^\.venv/bin/(ruff check|ruff format --check|mypy|lint-imports|pytest)\b", done.stdout, re.MULTILINE
    )
    assert tools == ["ruff check", "ruff format --check", "mypy", "lint-imports", "pytest", "pytest"]


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_scripts_are_bash(path: Path) -> None:
    assert subprocess.run(["bash", "-n", str(path)], capture_output=True, check=False).stderr == b""


def test_ci_tells_the_minutes_of_every_step_of_a_run_that_failed_too() -> None:
    done = subprocess.run(["bash", "-c", STEPS], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert re.sub(r"\d+\.\d", "N", done.stdout) == (
        "== the first\n== the second\n\n  N min  the first\n  N min  the second: failed\n  N min  in all\n"
    )


def test_every_step_of_ci_is_a_target_of_make() -> None:
    steps = re.findall(r'^step "(.+?)" (.+)$', (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    targets = set(re.findall(r"^([\w-]+):", MAKEFILE, re.MULTILINE))
    called = [command.removeprefix("make ") for _, command in steps if command.startswith("make ")]
    assert set(called) <= targets
    assert {"site", "lint", "unit", "test-browser"} <= set(called)
