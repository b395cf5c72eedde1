"""`Commands`: a group whose commands are the modules of a package that define `command`."""

from __future__ import annotations

import keyword
from importlib import import_module
from pkgutil import iter_modules

import click

from generator.cli.declared import Purpose, ZhibuContext

_HELP = {"help_option_names": ["-h", "--help"]}


class Commands(click.Group):
    """A group that finds its commands by being there: `build.py` is `build`, the package `pdf` a group of its own.

    A name that Python keeps for itself is written with an underscore: `import_` is `import`.  Only the module of the
    command that is called is imported; a list of all, as help shows it, imports every one.
    """

    context_class = ZhibuContext

    def __init__(self, name: str, *, package: str, help: str, purpose: Purpose | None = None) -> None:
        """`package` is the dotted name of the folder; a group within one has a purpose, the one of all has not."""
        super().__init__(
            name, help=help, context_settings=dict(_HELP), options_metavar="[选项]", subcommand_metavar="命令 [参数]…"
        )
        self.package = package
        self.purpose = purpose

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        folder = import_module(self.package).__path__
        names = (module.name.removesuffix("_") for module in iter_modules(folder))
        return sorted(name for name in names if self.get_command(ctx, name) is not None)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's interface
        """The command of that name, None where there is none."""
        if cmd_name.endswith("_"):
            return None
        module = f"{self.package}.{cmd_name}_" if keyword.iskeyword(cmd_name) else f"{self.package}.{cmd_name}"
        try:
            found = getattr(import_module(module), "command", None)
        except ModuleNotFoundError as error:
            if error.name != module:  # what the command itself imports is missing: a broken installation
                raise
            return None
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by what they are for, each with the first sentence of its help."""
        rows: dict[str, list[tuple[str, str]]] = {purpose.value: [] for purpose in Purpose}
        for name in self.list_commands(ctx):
            found = self.get_command(ctx, name)
            told = (found.help or "").partition("。")[0].partition("；")[0] if found else ""
            title = "命令" if self.purpose else getattr(found, "purpose", Purpose.TOOLS).value
            rows.setdefault(title, []).append((name, told))
        for title, lines in rows.items():
            if lines:
                with formatter.section(title):
                    formatter.write_dl(lines)
