"""`zhibu pdf overview`: the roll-ups of the whole institution on paper."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf overview", "全校总览：各基层党委、各项标准的情况，几页 A4，不排名次"),
)
@options.config
@options.as_of
@options.year
@click.option("--audience", type=options.AUDIENCE, default="internal", show_default=True, help="版别；公开版没有。")
@options.pdf_folder
def command(*, config: Path, out: Path, **given: str | None) -> None:
    """全校总览：各基层党委在七个方面要看的、各项标准有多少支部、推进计划、本级事项；按记录次序，不排名次。"""
    from generator.products.year_prints import write_overview

    click.echo(write_overview(options.read_settings(config, given), out))
