"""Documents and program agree: commands, options, settings, exit codes, and the parts that are made from the program."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import cli
from generator.cli.errors import ExitCode
from generator.plugin import ZhibuPlugin
from tests.contracts import reference

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/help/commands.md").read_text(encoding="utf-8")
PAGES = [path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")) if path.name != "CONTRIBUTING.md"]
"""All but the recipes, which `test_recipes.py` runs."""

BLOCK = re.compile(r"^```(?:sh|text|bat)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"(?:^|[|] |\\| -I\{\} )zhibu ([^#>|\n]+)", re.MULTILINE)
SPAN = re.compile(r"`zhibu ([^`]+)`")
OPTION = re.compile(r"`(--[a-z][a-z-]*)`")
COMMANDS = dict(reference.commands())


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def in_blocks(text: str) -> Iterator[list[str]]:
    """Every call in a block of code, by its words."""
    for block in BLOCK.findall(text):
        yield from (shlex.split(line) for line in LINE.findall(block))


def calls(text: str) -> Iterator[list[str]]:
    """Every call of a command, by its words, in blocks and in sentences."""
    yield from in_blocks(text)
    yield from (shlex.split(span) for span in SPAN.findall(BLOCK.sub("", text)) if span.isascii() or "--" in span)


def refused(words: list[str]) -> str:
    """Why the command line would not take the words; empty where it would.  Values are not looked at but choices are."""
    command: click.Command = cli
    rest = list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(click.Context(command), rest.pop(0))
        if found is None:
            return "no such command"
        command = found
    context = click.Context(command)
    try:
        values, _, _ = command.make_parser(context).parse_args(rest)
        for option in command.params:
            if isinstance(option.type, click.Choice) and isinstance(values.get(option.name or ""), str):
                option.type_cast_value(context, values[option.name or ""])
    except click.UsageError as error:
        return error.format_message()
    return ""


@pytest.mark.parametrize("path", PAGES, ids=names(PAGES))
def test_what_is_documented_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    wrong = {" ".join(words): why for words in calls(text) if (why := refused(words))}
    assert wrong == {}


def test_options_that_are_named_alone_exist() -> None:
    known = {
        name
        for command in COMMANDS.values()
        for option in command.get_params(click.Context(command))
        for name in option.opts
    }
    pages = [path for path in PAGES if path.is_relative_to(ROOT / "docs") or path.name.startswith("README")]
    named = {name for path in pages for name in OPTION.findall(path.read_text(encoding="utf-8"))}
    assert named - known - {"--help", "--version"} == set()


@pytest.mark.parametrize(
    ("words", "why"),
    [("build --audience internal", ""), ("biuld", "no such command"), ("build --oot x", "没有选项 --oot")],
)
def test_a_call_is_held_against_the_command(words: str, why: str) -> None:
    assert refused(words.split()).startswith(why)
    assert bool(refused(words.split())) == bool(why)


@pytest.mark.parametrize("words", COMMANDS, ids=list(COMMANDS))
def test_every_command_has_an_example(words: str) -> None:
    assert [
        call
        for call in in_blocks(PAGE)
        if f"zhibu {' '.join(call)}".startswith(f"{words} ") or ["zhibu", *call] == words.split()
    ]


@pytest.mark.parametrize("words", COMMANDS, ids=list(COMMANDS))
def test_every_command_and_option_says_in_chinese_what_it_is(words: str) -> None:
    command = COMMANDS[words]
    options = [option for option in command.params if isinstance(option, click.Option)]
    silent = [option.opts[0] for option in options if not re.search(r"[\u4e00-\u9fff].*。$", option.help or "")]
    assert (silent, (command.help or "")[-1:]) == ([], "。")


def test_exit_codes() -> None:
    rows = re.findall(r"^\| (\d+) \| ", PAGE, re.MULTILINE)
    assert [int(row) for row in rows] == [0, *(code.value for code in ExitCode)]


def test_every_setting_of_the_plugin() -> None:
    section = PAGE.partition("{#settings}")[2]
    documented = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert documented == [name for name, _ in ZhibuPlugin().config_class._schema]


@pytest.mark.parametrize("path", reference.DOCUMENTS, ids=names(reference.DOCUMENTS))
def test_what_is_made_from_the_program_is_up_to_date(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == reference.renewed(text), "run: python -m tests.contracts.reference"


def test_every_part_stands_in_one_document() -> None:
    found = [
        name for path in reference.DOCUMENTS for _, name in reference.PART.findall(path.read_text(encoding="utf-8"))
    ]
    assert sorted(found) == sorted(reference.PARTS)
