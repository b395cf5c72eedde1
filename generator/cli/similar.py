"""`zhibu similar`: minutes of one committee and year that read alike, for a person to look at."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.voice import tell


@zhibu_command(
    Purpose.SETTLE,
    CommandExample("zhibu similar --committee xinxi -o similar.txt", "文本相近、请专人核对的记录"),
)
@options.config
@options.as_of
@options.year
@click.option("--committee", metavar="编号", required=True, help="比对哪一个基层党委（党总支）的支部。")
@click.option(
    "-o",
    "--out",
    metavar="文件",
    type=click.Path(dir_okay=False, path_type=Path),
    help="写到这个文件；不写就显示在终端。站点和源目录里不写。",
)
def command(*, config: Path, committee: str, out: Path | None, **given: str | None) -> None:
    """一年里文本相近的活动记录和事后补录的，只供专人核对；不计数，不作结论，生成站点时不用。"""
    from generator.output.private_file import write_private
    from generator.products.similar import similar_report

    settings = options.read_settings(config, given)
    if out is None:
        click.echo(similar_report(settings, committee), nl=False)
        return
    options.refuse_published_folder(out, config, settings)
    write_private(out, similar_report(settings, committee))
    tell(f"已写到 {out}，只供专人看。")
