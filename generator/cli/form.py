"""`zhibu form`: workbooks to fill in, with what is recorded."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.COLLECT,
    CommandExample("zhibu form --scope branch:xx-js1 -o xx-js1.xlsx", "一个支部的工作簿，记过的已经填好"),
    CommandExample("zhibu form --scope committee:xinxi -o workbooks", "一个基层党委的和它各支部的，一次出齐"),
    CommandExample("zhibu form --scope branch:xx-js1 --kind 活动 -o meetings.xlsx", "只要“活动”这张表"),
    CommandExample("zhibu form -o school.xlsx", "学校自己的台账"),
)
@options.config
@options.as_of
@options.year
@click.option("--scope", metavar="范围", help="哪个支部（branch:编号）或基层党委（committee:编号）；不写就是学校。")
@click.option("--kind", "kinds", metavar="表", multiple=True, help="只要这张表，如 活动；可以写几次。不写就是全部。")
@click.option(
    "--audience",
    type=options.AUDIENCE,
    default="internal",
    show_default=True,
    help="版别：没有这一版看不到的栏目。专人版有发展党员、名册等。",
)
@click.option(
    "-o",
    "--out",
    metavar="文件",
    type=click.Path(path_type=Path),
    required=True,
    help="写到哪个 .xlsx 文件；写成文件夹的，连下面各单位的一起，一个单位一个文件。",
)
def command(*, config: Path, kinds: tuple[str, ...], out: Path, **given: str | None) -> None:
    """出工作簿（.xlsx）：一类记录一张表，栏目、下拉选项、填写提示和记过的都在里面，填好可以导回来。"""
    from generator.products.workbook_forms import write_workbooks

    settings = options.read_settings(config, given)
    options.refuse_published_folder(out, config, settings)
    for row in write_workbooks(settings, kinds, out):
        click.echo(f"{row.name}：{row.path}，已记 {row.rows} 条")
