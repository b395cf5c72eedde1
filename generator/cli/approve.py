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
    CommandExample(
        "zhibu approve showcase:xx-js1 --keep", "审批写好以后，把定稿全文留存在展示旁边，以后改了哪一句都指得出"
    ),
)
@click.argument("item", metavar="类别:编号")
@options.config
@options.as_of
@click.option("--keep", is_flag=True, help="把审批管的全文留存下来；审批里的摘要须与现在的内容相符。只用于观摩展示。")
def command(*, item: str, config: Path, keep: bool, **given: str | None) -> None:
    """观摩展示、公开简介和台账里另行审批的各行定稿后，给出要写进审批的摘要、逐句和数说；不加 --keep 不写任何文件。"""
    from generator.products.approval import approve, approved_kinds
    from generator.products.approved_text import keep_showcase

    kind, _, id = item.partition(":")
    known = approved_kinds()
    if kind not in known or not id:
        told = "、".join(f"{name}:编号（{label}）" for name, label in known.items())
        raise click.UsageError(f"请写 {told}；观摩展示和公开简介写支部的编号。")
    if keep and kind != "showcase":
        raise click.UsageError("--keep 只用于观摩展示。")
    if keep:
        click.echo(keep_showcase(options.read_settings(config, given), id))
        return
    click.echo(approve(options.read_settings(config, given), kind, id), nl=False)
    tell("请核对定稿，由审批人签字后，把以上几行写进记录；以后改一个字都要重新审批。")
