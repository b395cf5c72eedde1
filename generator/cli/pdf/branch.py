"""`zhibu pdf branch`: a branch's file on paper."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.completion import UNITS
from generator.cli.terminal.problem_view import show_problems


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf branch xx-js1 --audience internal", "一个支部的档案"),
)
@click.argument("id", metavar="支部编号", type=UNITS["branch"])
@options.config
@options.as_of
@options.year
@click.option(
    "--audience",
    type=options.AUDIENCE,
    default="internal",
    show_default=True,
    help="版别；党内版才有结论和台账。",
)
@options.pdf_folder
def command(*, id: str, config: Path, out: Path, **given: str | None) -> None:
    """一个支部的档案：本月要办、逐项判定、台账和检查清单。"""
    from generator.products.branch_pdf import branch_file

    target = out / f"{id}.pdf"
    show_problems(branch_file(options.read_settings(config, {**given, "scope": f"branch:{id}"}), target))
    click.echo(target)
