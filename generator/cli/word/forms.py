"""`zhibu word forms`: the blank forms as Word files, with a branch's name and a month filled in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu word forms --branch xx-js1 --month {year}-12", "空表的 Word 版，支部、月份、计划日填好"),
)
@options.config
@options.as_of
@options.year
@click.option("--branch", metavar="编号", help="填上哪个支部的名称；不写则留空。")
@click.option("--month", metavar="月份", help="填上哪个月和那个月的计划日，写成“年-月”，月两位；不写则留空。")
@click.option("--form", "forms", metavar="编号", multiple=True, help="只要这一张，编号见空表页的网址；可以写几次。")
@options.word_folder
def command(
    *, config: Path, branch: str | None, month: str | None, forms: tuple[str, ...], out: Path, **given: str | None
) -> None:
    """空表，一张一个文件、一页；支部、月份、计划日填好。"""
    from generator.products.blank_forms import write_forms

    settings = options.read_settings(config, given)
    options.refuse_published_folder(out, config, settings)
    for path in write_forms(
        settings, out, branch=branch, month=options.read_month(month) if month else None, forms=forms
    ):
        click.echo(path)
