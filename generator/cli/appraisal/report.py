"""`zhibu appraisal report`: the sheet for a secretary's work report by the items of the scale."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.declared import CommandExample, Purpose, zhibu_command


@zhibu_command(
    Purpose.PAPERS,
    CommandExample("zhibu appraisal report branch:xx-js1", "书记述职评议表"),
)
@click.argument("scope", metavar="committee:编号|branch:编号")
@options.config
@options.as_of
@options.year
@options.word_folder
def command(*, scope: str, config: Path, out: Path, **given: str | None) -> None:
    """述职评议表（.docx），按手册“量表”一页的项目，一个支部一张；不打分。"""
    from generator.products.appraisal import write_report_sheets

    settings = options.read_settings(config, {**given, "scope": scope})
    options.refuse_published_folder(out, config, settings)
    if settings.scope is None:
        raise click.UsageError("写明是哪个单位：committee:编号 或 branch:编号。")
    for path in write_report_sheets(settings, settings.scope, out):
        click.echo(path)
