"""`zhibu snapshot`: the findings of a year, settled by an office and written once."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.SETTLE,
    CommandExample(
        "zhibu snapshot --committee xinxi --office 学院党委 --date {year}-11-20", "核定一年的判定，写成以后不改"
    ),
)
@options.config
@options.as_of
@options.year
@click.option("--committee", metavar="编号", help="只核定一个基层党委（党总支）的支部；不写就是全部。")
@click.option("--office", metavar="单位", required=True, help="核定的单位，如 学院党委。")
@click.option("--date", "on", metavar="日期", required=True, help="核定的日期，写成“年-月-日”；不能晚于截至日。")
@click.option("--again", is_flag=True, help="已经核定过的也重新写。")
def command(*, config: Path, committee: str | None, office: str, on: str, again: bool, **given: str | None) -> None:
    """把一年的判定核定下来，每个支部写一个文件；以后补录不改它，支部页另列“核定时与现在”。"""
    from generator.products.settling import settle

    day = options.read_day(on)
    for line in settle(options.read_settings(config, given), committee, office, day, again=again):
        click.echo(line)
