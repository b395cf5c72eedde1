"""`zhibu reconcile`: 台账核对至 of a committee's branches, moved together."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.voice import tell


@zhibu_command(
    Purpose.SETTLE,
    CommandExample("zhibu reconcile --committee xinxi --through {year}-11-20", "改好各支部的“台账核对至”，先列不改"),
    CommandExample(
        "zhibu reconcile --committee xinxi --through {year}-11-20 --write", "看过以后，写进各支部的 branch.yml"
    ),
)
@options.config
@options.as_of
@click.option("--committee", metavar="编号", required=True, help="哪一个基层党委（党总支）的支部。")
@click.option("--through", metavar="日期", required=True, help="核对到哪一天，写成“年-月-日”；不能晚于截至日。")
@click.option("--write", is_flag=True, help="写进各支部的 branch.yml；不写这一项只列出要改什么。")
def command(*, config: Path, committee: str, through: str, write: bool, **given: str | None) -> None:
    """一次改好一个基层党委各支部的“台账核对至”，并列出上次核对以后登记的活动；缺省只列不改。"""
    from generator.products.reconciling import reconcile

    day = options.read_day(through)
    for line in reconcile(options.read_settings(config, given), committee, day, write=write):
        click.echo(line)
    tell("已写进各支部的 branch.yml。" if write else "以上没有改动文件；加 --write 才改。")
