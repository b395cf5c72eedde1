"""`zhibu year`: opens a year."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.START,
    CommandExample("zhibu year {year}", "开这一年：转来还在办的，起草方案，列出上年没有了结的"),
)
@click.argument("year", metavar="年度", type=click.IntRange(1950, 2999))
@options.config
@options.as_of
def command(*, year: int, config: Path, as_of: str | None) -> None:
    """开新的一年：联系点、结对、没有完成的对策等转进新台账，方案起草一份，假期填上待核，并说明上一年还有什么没有了结；已有的不改。"""
    from generator.products.new_year import open_year, refuse_year

    settings = options.read_settings(config, {"as_of": as_of})
    refuse_year(settings, year)
    opened = open_year(settings, year)
    for name in opened.written:
        click.echo(f"写了 {name}")
    if not opened.written:
        click.echo("没有要写的：这一年已经开过了。")
    for line in opened.said:
        click.echo(f"- {line}")
