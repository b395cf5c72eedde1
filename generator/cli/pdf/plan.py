"""`zhibu pdf plan`: the year's plan on paper."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PUBLISH,
    CommandExample("zhibu pdf plan", "年度方案：阶段、任务、责任单位、期限；公开版没有状态"),
    CommandExample("zhibu pdf plan --audience internal", "加上各项任务的状态和理由"),
)
@options.config
@options.as_of
@options.year
@click.option(
    "--audience", type=options.AUDIENCE, default="public", show_default=True, help="版别；党内版才有任务状态。"
)
@options.pdf_folder
def command(*, config: Path, out: Path, **given: str | None) -> None:
    """年度方案：全年各阶段、任务和责任单位、逾期与将到期、“更加”目标、文件清单。"""
    from generator.products.year_prints import write_plan

    click.echo(write_plan(options.read_settings(config, given), out))
