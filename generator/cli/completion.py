"""`zhibu completion`: the script by which a shell completes commands, options and ids."""

from __future__ import annotations

import click

from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.completion import SHELLS, script


@zhibu_command(
    Purpose.TOOLS,
    CommandExample(
        "zhibu completion bash >> ~/.bashrc",
        "按 Tab 补全命令、选项、支部编号；重开终端生效",
        untried="writes to the home folder",
    ),
    CommandExample("zhibu completion fish", "fish 用的脚本，存进 ~/.config/fish/completions/zhibu.fish"),
)
@click.argument("shell", metavar="|".join(SHELLS), type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, /, *, shell: str) -> None:
    """给出终端补全的脚本：按 Tab 补出命令、选项、基层党委和支部的编号。"""
    click.echo(script(ctx.find_root().command, shell))
