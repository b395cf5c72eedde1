"""`zhibu pdf archive`: a branch's year as one zip."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.completion import UNITS


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf archive xx-js1 -o build/xx-js1.zip", "一个支部的年度归档包，带校验和"),
)
@click.argument("id", metavar="支部编号", type=UNITS["branch"])
@options.config
@options.as_of
@options.year
@click.option(
    "--audience",
    type=options.AUDIENCE,
    default="internal",
    show_default=True,
    help="版别；专人版才有党员名册和发展党员台账，公开版不出归档包。",
)
@click.option(
    "-o",
    "--out",
    metavar="文件",
    type=click.Path(dir_okay=False, path_type=Path),
    help="写成哪个文件；不写就是 build/支部编号-年份.zip。",
)
def command(*, id: str, config: Path, out: Path | None, **given: str | None) -> None:
    """一个支部的年度归档包：支部档案的 PDF、台账原样和表格、佐证索引、校验和，还有怎么核对的说明，打成一个 zip。"""
    from generator.products.year_archive import write_archive

    settings = options.read_settings(config, given)
    target = out or Path("build") / f"{id}-{settings.year}.zip"
    options.refuse_published_folder(target, config, settings)
    click.echo(write_archive(settings, id, target))
