"""`zhibu new`: a file or a row to be filled in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.columns import padded


@zhibu_command(
    Purpose.START,
    CommandExample("zhibu new", "列出有哪些"),
    CommandExample("zhibu new branch xx-js9 --committee xinxi", "新支部的概况，写成文件"),
    CommandExample("zhibu new register xx-js1 --year {year}", "一个支部的年度台账，已有的不覆盖", untried="it has one"),
    CommandExample("zhibu new meeting xx-js1", "一次支部党员大会怎么写，打印出来"),
)
@click.argument("kind", metavar="[代号或名称]", default="")
@click.argument("id", metavar="[编号]", default="")
@options.config
@click.option("--committee", metavar="编号", default="", help="新支部归哪个基层党委（党总支），写它的文件夹名。")
@options.year
def command(*, config: Path, kind: str, id: str, committee: str, year: str | None) -> None:
    """写一份待填的样子，每个键都有说明：整份文件写到该放的地方，已有的不覆盖；一条记录打印出来，供抄进台账。"""
    from generator.products.blank_files import NewUnit, blanks, find_blank, row_text, write_blank

    if not kind:
        for each in blanks().values():
            click.echo(f"{padded(each.id, 22)}{each.title}{'（一条）' if each.form else '（文件）'}")
        return
    blank = find_blank(kind)
    settings = options.read_settings(config, {"year": year})
    unit = NewUnit(id, committee, settings.year)
    if blank.form is not None:
        click.echo(row_text(settings, blank, unit), nl=False)
        return
    path = write_blank(settings, blank, unit)
    click.echo(
        f"写好了 {path}。照例子填好空着的键，用得着的键去掉行首的“# ”，再运行 zhibu check：还空着的会逐行指出来。"
    )
