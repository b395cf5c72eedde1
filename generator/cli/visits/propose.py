"""`zhibu visits propose`: the best plan of a round of visits."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.voice import tell


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu visits propose", "排出这一轮谁哪一天去哪个观摩点，先列不改"),
    CommandExample("zhibu visits propose --write", "看过以后，写进学校年度台账的“行程”，状态写“拟”"),
    CommandExample("zhibu visits propose --reasons reasons.txt", "另写一份为什么这样排，只供组织部"),
)
@options.config
@options.as_of
@options.year
@options.visit_round
@click.option("--write", is_flag=True, help="写进学校年度台账；已商定的、取消的不动，原来拟的换掉。")
@click.option(
    "--reasons",
    metavar="文件",
    type=click.Path(dir_okay=False, path_type=Path),
    help="把各支部的缺口理由写到这个文件，只供组织部；站点和源目录里不写。",
)
def command(*, config: Path, round_id: str | None, write: bool, reasons: Path | None, **given: str | None) -> None:
    """排一轮交叉观摩：每个支部出去一次，各观摩点都有人来，尽量看到自己的缺口；同样的台账排出来总是一样。"""
    from generator.edit.transaction import write_together
    from generator.output.private_file import write_private
    from generator.products.visits import propose, read_round, with_plan

    settings = options.read_settings(config, given)
    if reasons is not None:
        options.refuse_published_folder(reasons, config, settings)
    planned = propose(*read_round(settings, round_id))
    for line in planned.told():
        click.echo(line)
    if write:
        write_together([with_plan(settings, planned)])
    if reasons is not None:
        write_private(reasons, "\n".join([*planned.reasons(), ""]))
        tell(f"理由已写到 {reasons}，只供组织部。")
    tell("已写进学校年度台账。" if write else "以上没有改动文件；加 --write 才改。")
