"""`zhibu approve`: the lines that bind an approval to a final text."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.voice import tell


@zhibu_command(
    Purpose.SETTLE,
    CommandExample("zhibu approve showcase:xx-js1", "观摩展示定稿后，要写进审批的几行"),
)
@click.argument("item", metavar="showcase:支部编号|introduction:支部编号|campaign:活动编号")
@options.config
@options.as_of
def command(*, item: str, config: Path, **given: str | None) -> None:
    """观摩展示、公开简介或特色活动定稿后，给出要写进审批的摘要、逐句和数说；不改任何文件。"""
    from generator.products.approval import KINDS, approve

    kind, _, id = item.partition(":")
    if kind not in KINDS or not id:
        raise click.UsageError("请写 showcase:支部编号、introduction:支部编号 或 campaign:活动编号。")
    click.echo(approve(options.read_settings(config, given), kind, id), nl=False)
    tell("请核对定稿，由审批人签字后，把以上几行写进记录；以后改一个字都要重新审批。")
