"""Commands are found by being there, and help and misuse load click only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.cli import cli
from generator.cli.commands import Commands

ROOT = Path(__file__).parents[2]
LOADED = """
import sys
before = set(sys.modules)
from generator.cli import main
sys.argv = ["zhibu", {arguments}]
try:
    main()
except SystemExit as end:
    code = end.code
names = set(sys.modules) - before
packages = {{name.partition(".")[0] for name in names}} - set(sys.stdlib_module_names)
ours = {{".".join(name.split(".")[:2]) for name in names if name.startswith("generator.")}}
print(sorted(packages), sorted(ours), code, len(names), file=sys.stderr)
"""


def loaded(*arguments: str) -> str:
    code = LOADED.format(arguments=", ".join(map(repr, arguments)))
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        (("pdf", "--help"), 0),
        (("biuld",), 2),
        (("build", "--oot", "x"), 2),
        (("remind", "--days", "0"), 2),
        (("remind", "--committee", "aa", "--branch", "aa-1"), 2),
        (("check", "--config", "none.yml"), 2),
        (("outline",), 2),
    ],
)
def test_help_and_misuse_load_click_only(arguments: tuple[str, ...], code: int) -> None:
    said = loaded(*arguments)
    assert said.startswith(f"['click', 'generator'] ['generator.cli', 'generator.errors'] {code} ")
    assert int(said.rpartition(" ")[2]) < 200


def test_the_audiences_are_those_of_the_model() -> None:
    assert "pydantic" in loaded("build", "--audience", "all")


def write(folder: Path, name: str, code: str) -> None:
    path = folder / "shop" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, encoding="utf-8")


COMMAND = """import click


@click.command()
def command():
    "{help}"
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    write(tmp_path, "__init__.py", "")
    write(tmp_path, "sell.py", COMMAND.format(help="卖"))
    write(tmp_path, "import_.py", COMMAND.format(help="进货"))
    write(tmp_path, "prices.py", "PRICES = {}\n")
    write(tmp_path, "broken.py", "import a_library_that_is_not_installed\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.partition(".")[0] == "shop"]:
        monkeypatch.delitem(sys.modules, name)
    return Commands("shop", package="shop", help="")


def test_a_command_is_its_module(shop: Commands) -> None:
    context = click.Context(shop)
    selling, importing = shop.get_command(context, "sell"), shop.get_command(context, "import")
    assert selling is not None
    assert importing is not None
    assert (selling.help, importing.help) == ("卖", "进货")


@pytest.mark.parametrize("name", ["prices", "nothing", "import_", "sell.command", "__init__"])
def test_what_is_no_command(shop: Commands, name: str) -> None:
    assert shop.get_command(click.Context(shop), name) is None


def test_a_broken_command_is_not_hidden(shop: Commands) -> None:
    with pytest.raises(ModuleNotFoundError, match="a_library_that_is_not_installed"):
        shop.list_commands(click.Context(shop))


def test_every_module_with_a_command_is_listed_and_no_other() -> None:
    names = [path.stem.rstrip("_") for path in (ROOT / "generator/cli").iterdir() if "command = " in code(path)]
    names += [path.stem for path in (ROOT / "generator/cli").glob("*.py") if "def command(" in code(path)]
    assert cli.list_commands(click.Context(cli)) == sorted(names)
    assert {"build", "import", "pdf"} <= set(names)


def code(path: Path) -> str:
    """The source of a module, or of the `__init__.py` of a folder."""
    file = path / "__init__.py" if path.is_dir() else path
    return file.read_text(encoding="utf-8") if file.is_file() else ""
