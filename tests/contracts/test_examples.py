"""Every command has examples, and they work."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.cli.declared import CommandExample
from tests.contracts import examples, reference
from tests.contracts.test_documents import refused

COMMANDS = list(reference.commands())
EXAMPLES = list(examples.examples())
TRIED = [each for _, each in EXAMPLES if not each.untried]


def words_of(example: CommandExample) -> list[str]:
    return shlex.split(example.call.replace("{year}", examples.YEAR))[1:]


@pytest.mark.parametrize(("words", "command"), COMMANDS, ids=[words for words, _ in COMMANDS])
def test_every_command_has_an_example_of_its_own(words: str, command: click.Command) -> None:
    calls = [each.call for owner, each in EXAMPLES if owner == words]
    assert calls
    assert [call for call in calls if not f"{call} ".startswith(f"{words} ")] == []


@pytest.mark.parametrize("example", [each for _, each in EXAMPLES], ids=[each.call for _, each in EXAMPLES])
def test_an_example_is_a_call_of_the_command(example: CommandExample) -> None:
    assert refused(words_of(example)) == ""
    assert example.meaning
    assert not example.meaning.endswith("。")


@pytest.mark.parametrize("example", TRIED, ids=[each.call for each in TRIED])
def test_an_example_works(example: CommandExample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(examples.demonstration(tmp_path, example.call))
    done = CliRunner().invoke(cli, words_of(example), catch_exceptions=False)
    assert done.exit_code == 0, done.output
