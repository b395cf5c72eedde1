"""`zhibu pdf showcase`: guide and door sign of a 观摩点."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command
from generator.cli.terminal.completion import UNITS


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf showcase xx-js1", "一个观摩点的导览单（A4 两面）和门牌（A5），都带二维码"),
    CommandExample("zhibu pdf showcase --all --out build/signs", "所有审批有效的观摩点"),
)
@click.argument("ids", metavar="[支部编号]...", nargs=-1, type=UNITS["branch"])
@click.option("--all", "every", is_flag=True, help="所有审批有效的观摩点。")
@options.config
@options.as_of
@options.year
@click.option(
    "--audience",
    type=options.AUDIENCE,
    default="public",
    show_default=True,
    help="版别；只在党内公开的观摩点要写 internal，没有门牌。",
)
@options.pdf_folder
def command(*, ids: tuple[str, ...], every: bool, config: Path, out: Path, **given: str | None) -> None:
    """观摩点的导览单和门牌，写明有效期；二维码指向观摩点目录，内容以网页为准。"""
    if bool(ids) == every:
        raise click.UsageError("写支部编号，或者用 --all，两样写一样。")

    from generator.products.showcase_papers import write_sheets

    site_url = str(options.read_options(config, {})["site_url"])
    for path in write_sheets(options.read_settings(config, given), site_url, ids, out):
        click.echo(path)
