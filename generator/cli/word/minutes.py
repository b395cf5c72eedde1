"""`zhibu word minutes`: minutes of what is on record of one day."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu word minutes xx-js1 --date {year}-03-14", "台账里那一天的会议，排成可以签字的记录"),
)
@click.argument("branch", metavar="支部编号")
@options.config
@options.as_of
@options.year
@click.option("--date", "on", metavar="日期", required=True, help="哪一天的活动，写成“年-月-日”。")
@click.option(
    "--audience",
    type=click.Choice(["internal", "restricted"]),
    default="internal",
    show_default=True,
    help="版别：internal 党内版，restricted 专人版（有备注和不计入的依据）。",
)
@options.word_folder
def command(*, branch: str, config: Path, on: str, audience: str, out: Path, **given: str | None) -> None:
    """一次会议的记录，由台账排成一张，签字后与原始记录同存。"""
    from generator.model.record import Audience
    from generator.products.branch_papers import write_minutes

    settings = options.read_settings(config, given)
    options.refuse_published_folder(out, config, settings)
    for path in write_minutes(settings, branch, options.read_day(on), Audience(audience), out):
        click.echo(path)
