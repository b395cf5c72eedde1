"""The command `zhibu`: one module a command, found by being in this folder.

Exit 0: no 错误 (警告 alone too); 1: 错误, or any problem under `--strict`; 2: misuse or configuration; 130: Ctrl-C.
Commands import what they need when they run: help and misuse need click only.
"""

from __future__ import annotations

import gc
from typing import Any

import click

from generator.cli.commands import Commands
from generator.cli.errors import exit_codes
from generator.cli.terminal.console import finish_output, speak

__all__ = ["cli", "main"]


class _Zhibu(Commands):
    """The group of all commands: the one place where an exception becomes text and an exit code."""

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        with exit_codes():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> object:
        with exit_codes():
            return super().invoke(ctx)


cli = click.version_option(package_name="zhibu", prog_name="zhibu")(
    _Zhibu("zhibu", package=__name__, help="由台账和标准正文生成手册、支部页、清单、观摩展示和 PDF。")
)


def main() -> None:
    """The entry point."""
    speak()
    try:
        cli(prog_name="zhibu")
    finally:
        finish_output()
        gc.freeze()  # the process ends: to look through all that it holds once more would be for nothing
