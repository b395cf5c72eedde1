"""`zhibu pdf forms`: the blank forms on paper, one sheet each, with a branch's name and a month filled in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf forms", "空表汇编：目录和全部空表，一张一页"),
    CommandExample(
        "zhibu pdf forms general-meeting theme-day --branch xx-js1 --month {year}-12",
        "两张空表，支部、月份、计划日填好",
    ),
)
@click.argument("ids", metavar="[空表编号]...", nargs=-1)
@options.config
@options.as_of
@options.year
@click.option("--branch", metavar="编号", help="填上哪个支部的名称；不写则留空。")
@click.option("--month", metavar="月份", help="填上哪个月和那个月的计划日，写成“年-月”，月两位；不写则留空。")
@options.pdf_folder
def command(
    *, ids: tuple[str, ...], config: Path, branch: str | None, month: str | None, out: Path, **given: str | None
) -> None:
    """空表，A4 一张一页，左边留 25 毫米装订；不写编号就是全部，装成一册，前面有目录。编号见空表页的网址。"""
    from generator.products.blank_forms import print_forms

    settings = options.read_settings(config, given)
    options.refuse_published_folder(out, config, settings)
    first = options.read_month(month) if month else None
    for path in print_forms(settings, out, branch=branch, month=first, forms=ids):
        click.echo(path)
