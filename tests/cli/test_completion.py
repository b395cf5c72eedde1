"""Completion: what a shell is offered, and the scripts themselves, bash's in bash."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from generator.cli import cli
from generator.cli.terminal.completion import SHELLS

ROOT = Path(__file__).parents[2]


def offered(monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    monkeypatch.chdir(ROOT)
    *args, incomplete = words
    return [item.value for item in ShellComplete(cli, {}, "zhibu", "_ZHIBU_COMPLETE").get_completions(args, incomplete)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["re"], ["reconcile", "remind"]),
        (["pdf", "f"], ["forms"]),
        (["pdf", "handbook", "--role", "v"], ["visitor"]),
        (["pdf", "branch", "--audience", "int"], ["internal"]),
        (["check", "--f"], ["--format", "--full"]),
        (["check", "--format", ""], ["text", "json", "github"]),
        (["letters", "--committee", "x"], ["xinxi"]),
        (["remind", "--branch", "xx-js1"], ["xx-js1"]),
        (["pdf", "branch", "xx-js1"], ["xx-js1"]),
        (["build", "--scope", "committee:x"], ["committee:xinxi"]),
        (["build", "--scope", "branch:xx-js1"], ["branch:xx-js1"]),
        (["build", "--scope", "branch:none"], []),
    ],
)
def test_what_is_offered(monkeypatch: pytest.MonkeyPatch, words: list[str], found: list[str]) -> None:
    assert offered(monkeypatch, *words) == found


def test_elsewhere_the_ids_are_those_of_the_project_that_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "records/units/aa/aa-1").mkdir(parents=True)
    (tmp_path / "records/units/aa/committee.yml").touch()
    (tmp_path / "mkdocs.yml").touch()
    words = ("letters", "--config", str(tmp_path / "mkdocs.yml"), "--committee", "")
    assert offered(monkeypatch, *words) == ["aa"]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script(shell: str) -> None:
    done = CliRunner().invoke(cli, ["completion", shell])
    assert done.exit_code == 0
    assert "_ZHIBU_COMPLETE" in done.stdout


def test_bash_completes_a_scope_with_its_colon(tmp_path: Path) -> None:
    """As readline calls the function: the words, and which of them is being typed."""
    bash = shutil.which("bash")
    assert bash
    script = CliRunner().invoke(cli, ["completion", "bash"]).stdout
    zhibu = tmp_path / "zhibu"
    zhibu.write_text(f'#!/bin/sh\nexec {sys.executable} -m generator "$@"\n', encoding="utf-8")
    zhibu.chmod(0o755)
    lines = f"""{script}
case "$COMP_WORDBREAKS" in *:*) echo broken;; esac
COMP_WORDS=(zhibu build --scope committee:x); COMP_CWORD=3
_zhibu_completion zhibu; echo "${{COMPREPLY[@]}}"
"""
    environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([bash, "-c", lines], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["committee:xinxi"]
