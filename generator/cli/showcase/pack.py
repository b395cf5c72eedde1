"""`zhibu showcase pack`: a showcase as one zip."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.completion import UNITS


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu showcase pack xx-js1 -o build/xx-js1.zip", "一个观摩展示的离线包，解压后打开 index.html"),
)
@click.argument("id", metavar="支部编号", type=UNITS["branch"])
@options.config
@options.as_of
@options.year
@click.option(
    "-o",
    "--out",
    metavar="文件",
    type=click.Path(dir_okay=False, path_type=Path),
    help="写成哪个文件；不写就是 build/showcase-支部编号.zip。",
)
def command(*, id: str, config: Path, out: Path | None, **given: str | None) -> None:
    """把一个观摩展示打成一个压缩包：页面、照片、导引、样表都在里面，解压后不用联网就能看；公开版里没有的不打包。"""
    from generator.cli.terminal.messages import log_to_stderr
    from generator.products.showcase_pack import pack_showcase

    log_to_stderr()
    target = out or Path("build") / f"showcase-{id}.zip"
    click.echo(pack_showcase(config, options.read_settings(config, given), id, target))
